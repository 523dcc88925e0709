import assert from 'node:assert/strict';
import { answersOf, codesOf, compare } from '../../../test/fixtures/answers';
import { aConfig, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import { desiredVendorInfo, vendorInfoFile } from './vendor-info-file';
import { vendorInfo } from './vendor-info';

const wanted = voiceCallCenter();
assert.ok(wanted.voice);
const { voice } = wanted;
const config = aConfig({ callCenters: [wanted] });
const { content } = vendorInfoFile(voice.vendorInfoName, desiredVendorInfo(wanted, voice));
const inside = content.replace(/^[^>]*>\s*<ConversationVendorInfo[^>]*>|<\/ConversationVendorInfo>\s*$/g, '');
const orgWith = (xml: string): ReturnType<typeof answersOf> =>
  answersOf({ 'vendor-info:metadata': [{ fullName: 'AcmeTelephony', xml }] });

describe('vendor info', () => {
  it('is created in the phase before the contact center', () => {
    const [change] = compare(vendorInfo, config, answersOf({ 'vendor-info:metadata': [] })).changes;
    assert.ok(change?.kind === 'deploy-component');
    assert.deepEqual(
      [change.action, change.phase, change.component.type, change.component.path],
      [
        'create',
        'vendor-info',
        'ConversationVendorInfo',
        'ConversationVendorInformation/AcmeTelephony.ConversationVendorInformation'
      ]
    );
  });

  it('is left alone when it holds, whatever else the org keeps in it', () => {
    assert.deepEqual(
      compare(
        vendorInfo,
        config,
        orgWith(`<fullName>AcmeTelephony</fullName>${inside}<agentSSOSupported>false</agentSSOSupported>`)
      ).changes,
      []
    );
  });

  it('is updated without losing what the org keeps in it', () => {
    const xml = `${inside.replace('https://phone.example.com/connector/', 'https://old.example.com/')}<bridgeComponent>ns:lwcBridge</bridgeComponent>`;
    const [change] = compare(vendorInfo, config, orgWith(xml)).changes;
    assert.ok(change?.kind === 'deploy-component');
    assert.deepEqual(change.details, [
      { field: 'connectorUrl', before: 'https://old.example.com/', after: 'https://phone.example.com/connector/' }
    ]);
    assert.ok(change.component.content.includes('<bridgeComponent>ns:lwcBridge</bridgeComponent>'));
  });

  it('loses its login page when reps log in by single sign-on', () => {
    const [change] = compare(
      vendorInfo,
      aConfig({ callCenters: [{ ...wanted, singleSignOn: true }] }),
      orgWith(inside)
    ).changes;
    assert.ok(change?.kind === 'deploy-component');
    assert.deepEqual(
      change.details.map(({ field, after }) => [field, after]),
      [
        ['clientAuthMode', 'SSO'],
        ['customLoginUrl', undefined]
      ]
    );
    assert.ok(!change.component.content.includes('customLoginUrl'));
  });

  it('is refused without an Apex class, as the org would refuse it', () => {
    const config = aConfig({ callCenters: [{ ...wanted, voice: { ...voice, integrationClass: undefined } }] });
    assert.deepEqual(codesOf(compare(vendorInfo, config, answersOf({ 'vendor-info:metadata': [] }))), [
      'blocked VENDOR_INFO_WITHOUT_CLASS'
    ]);
  });

  it('is not ours when it came with a package', () => {
    const packaged = aConfig({ callCenters: [{ ...wanted, voice: { ...voice, vendorInfoNamespace: 'acme' } }] });
    assert.deepEqual(vendorInfo.askMore?.(packaged, new Map()), []);
    assert.deepEqual(compare(vendorInfo, packaged, new Map()).changes, []);
  });
});
