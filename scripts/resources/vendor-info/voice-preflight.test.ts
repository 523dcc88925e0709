import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused, soqlOf } from '../../../test/fixtures/answers';
import { aConfig, nobody, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import type { ResolvedConfig } from '../../config/resolved-config';
import type { UserRule } from '../../config/resolved-config/users';
import type { Answer, Answers, OrgRecord } from '../question';
import { selectorId } from '../user-assignment/selectors';
import { vendorInfo } from './vendor-info';

const agents: UserRule = { ...nobody, profiles: ['Agent'] };
const config = aConfig({
  callCenters: [voiceCallCenter()],
  users: { callCenters: [{ callCenter: 'voice', match: agents }], moveUsers: false }
});
const user = (name: string): OrgRecord => ({ Id: `005${name}`, Username: `${name}@example.com`, IsActive: true });
const licence = { DeveloperName: 'ServiceCloudVoiceExternalTelephonyPsl', TotalLicenses: 5, UsedLicenses: 2 };
const ownClass = { Id: '01p000000000001AAA', Name: 'AcmeIntegration', NamespacePrefix: null };

function orgWith(given: Readonly<Record<string, readonly OrgRecord[] | Answer>>): Answers {
  return answersOf({
    'vendor-info:metadata': [],
    'vendor-info:voice-licence': [licence],
    'vendor-info:voice-licence-holders': [{ AssigneeId: '005ann' }],
    'vendor-info:classes': [ownClass],
    [selectorId({ by: 'profiles', names: ['Agent'] })]: [user('ann')],
    ...given
  });
}

const codes = (given: Parameters<typeof orgWith>[0], from: ResolvedConfig = config): readonly string[] =>
  codesOf(compare(vendorInfo, from, orgWith(given)));

describe('the licence of Voice', () => {
  it('is asked for before the first write, and only for Voice', () => {
    const asked = vendorInfo.ask(config).map(soqlOf);
    assert.ok(
      asked.some((soql) => /FROM PermissionSetLicense WHERE .*'ServiceCloudVoiceExternalTelephonyPsl'$/.test(soql))
    );
    assert.deepEqual(vendorInfo.ask(aConfig()), []);
  });

  it('blocks when the org has none, and is a warning when the org does not tell', () => {
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({ 'vendor-info:voice-licence': [] }), ['blocked VOICE_LICENCE_MISSING']);
    assert.deepEqual(codes({ 'vendor-info:voice-licence': [{ ...licence, TotalLicenses: 0 }] }), [
      'blocked VOICE_LICENCE_MISSING'
    ]);
    assert.deepEqual(codes({ 'vendor-info:voice-licence': refused }), ['warning VOICE_LICENCE_UNKNOWN']);
  });

  it('is needed for the contact center of a packaged vendor info too', () => {
    const { voice } = voiceCallCenter();
    const packaged = aConfig({
      callCenters: [voiceCallCenter({ voice: voice && { ...voice, vendorInfoNamespace: 'acme' } })]
    });
    assert.deepEqual(codes({ 'vendor-info:voice-licence': [] }, packaged), ['blocked VOICE_LICENCE_MISSING']);
    assert.equal(vendorInfo.ask(packaged).filter(({ via }) => via === 'tooling').length, 0);
  });

  it('names the reps who have no seat', () => {
    const users = { [selectorId({ by: 'profiles', names: ['Agent'] })]: [user('ann'), user('bob')] };
    const { findings } = compare(vendorInfo, config, orgWith(users));
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['VOICE_USERS_WITHOUT_LICENCE', 'warning']]
    );
    assert.ok(findings[0]?.message.includes('bob@example.com') && !findings[0].message.includes('ann@'));
    assert.deepEqual(codes({ ...users, 'vendor-info:voice-licence-holders': refused }), []);
  });
});

describe('the Apex class of a vendor info', () => {
  const { voice } = voiceCallCenter();
  const naming = (integrationClass: string): ResolvedConfig =>
    aConfig({ callCenters: [voiceCallCenter({ voice: voice && { ...voice, integrationClass } })] });
  const packaged = { 'vendor-info:classes': [{ ...ownClass, NamespacePrefix: 'acme' }] };

  it('is asked for by its bare name', () => {
    for (const name of ['AcmeIntegration', 'acme__AcmeIntegration', 'acme.AcmeIntegration']) {
      const question = vendorInfo.ask(naming(name)).find(({ via }) => via === 'tooling');
      assert.match(soqlOf(question), /FROM ApexClass WHERE Name IN \('AcmeIntegration'\)$/);
    }
  });

  it('blocks when the org lacks it, and is a warning when the org does not tell', () => {
    assert.deepEqual(codes({ 'vendor-info:classes': [] }), ['blocked INTEGRATION_CLASS_MISSING']);
    assert.deepEqual(codes({ 'vendor-info:classes': refused }), ['warning INTEGRATION_CLASS_UNKNOWN']);
  });

  it('is the one of the namespace that is written, whatever the capitals', () => {
    for (const name of ['acme__AcmeIntegration', 'acme.acmeintegration'])
      assert.deepEqual(codes(packaged, naming(name)), [], name);
    assert.deepEqual(codes({}, naming('acme__AcmeIntegration')), ['blocked INTEGRATION_CLASS_MISSING']);
    assert.deepEqual(codes(packaged, naming('AcmeIntegration')), ['warning INTEGRATION_CLASS_MISSING']);
  });

  it('may come with a package that is still to be installed, and is looked for again then', () => {
    const pending = compare(vendorInfo, config, orgWith({ 'vendor-info:classes': [] }), { packagesPending: true });
    assert.deepEqual([codesOf(pending), pending.recheckAfterInstall], [[], true]);
    assert.equal(compare(vendorInfo, config, orgWith({}), { packagesPending: true }).recheckAfterInstall, false);
  });
});
