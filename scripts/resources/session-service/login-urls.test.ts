import assert from 'node:assert/strict';
import { answersOf, codesOf, compare } from '../../../test/fixtures/answers';
import { aConfig, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import { loginUrls } from './login-urls';

const callCenter = voiceCallCenter();
const row = (login: string) => ({
  Id: '04v000000000001AAA',
  InternalName: 'AcmeVoice',
  CustomSettings: JSON.stringify({ reqCallCenterType: 'SCVBYOT', scvVendorLoginUrl: login })
});
const info = (login: string, fullName = 'AcmeTelephony') => ({
  fullName,
  xml: `<fullName>${fullName}</fullName><customLoginUrl>${login}</customLoginUrl>`
});

describe('the two places of a login page’s address', () => {
  const answers = (one: string, other: string) =>
    answersOf({ 'call-center:rows': [row(one)], 'vendor-info:metadata': [info(other)] });

  it('agree', () => {
    const said = compare(
      loginUrls,
      aConfig({ callCenters: [callCenter] }),
      answers('https://a.example.com', 'https://a.example.com')
    );
    assert.deepEqual(said.findings, []);
    assert.equal(said.holds.length, 1);
  });

  it('are named when they do not, each with what it says', () => {
    const said = compare(
      loginUrls,
      aConfig({ callCenters: [callCenter] }),
      answers('https://a.example.com', 'https://b.example.com')
    );
    assert.deepEqual(codesOf(said), ['warning LOGIN_URLS_DISAGREE']);
    assert.match(said.findings[0]!.message, /a\.example\.com.*b\.example\.com/);
  });

  it('are compared with a provider that a package brought, too', () => {
    const packaged = { ...callCenter, voice: { ...callCenter.voice!, vendorInfoNamespace: 'pkg' } };
    const config = aConfig({ callCenters: [packaged] });
    assert.deepEqual(
      loginUrls.askMore?.(config, new Map()).map((question) => question.via === 'metadata' && question.fullNames),
      [['pkg__AcmeTelephony']]
    );
    const both = answersOf({
      'call-center:rows': [row('https://a.example.com')],
      'login-urls:packaged': [info('https://b.example.com', 'pkg__AcmeTelephony')]
    });
    assert.deepEqual(codesOf(compare(loginUrls, config, both)), ['warning LOGIN_URLS_DISAGREE']);
  });
});
