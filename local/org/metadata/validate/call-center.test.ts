import assert from 'node:assert/strict';
import { component, deployCallCenter, voiceOrg } from '../testing/deploy-one';
import { memoryOrg } from '../testing/memory-org';
import { deployFiles, failures, metadataFile } from '../testing/package-zip-of';
import { callCenterFile, openCtiFile } from '../testing/sample-call-center';

describe('a call center', () => {
  const settings = (more: object): Record<string, unknown> => ({ reqUseApi: 'true', ...more });
  const vendorItem = (name: string): string =>
    `<sections><items><label>V</label><name>reqVendorInfoApiName</name><value>${name}</value></items><label>G</label><name>reqGeneralInfo</name></sections>`;
  const hvcc = '<sections><label>H</label><name>reqHvcc</name></sections>';
  const byot = JSON.stringify({ reqCallCenterType: 'SCVBYOT' });

  it('is accepted as it should be', () => {
    assert.equal(deployCallCenter(openCtiFile()), undefined);
    assert.equal(deployCallCenter(openCtiFile({ reqAdapterUrl: '/apex/Softphone' })), undefined);
    assert.equal(
      deployCallCenter(
        openCtiFile(
          { reqStandbyUrl: 'https://s.example', reqTimeout: '5000' },
          { reqUseApi: 'true', reqStandbyUrl: 'https://s.example', reqTimeout: '5000' }
        )
      ),
      undefined
    );
  });

  const mistakes: Readonly<Record<string, readonly [text: string, problem: RegExp]>> = {
    'no customSettings, which makes it a desktop one': [
      callCenterFile(undefined, openCtiFile().replace(/[^]*?(<sections>[^]*<\/sections>)[^]*/, '$1')),
      /reqVersion, reqDescription, reqProgId/
    ],
    'customSettings that say neither kind': [openCtiFile({}, { reqTimeout: '1' }), /reqVersion/],
    'customSettings that are no JSON': [callCenterFile('{"reqUseApi":"true",*"x":1}', ''), /JSON/],
    'no softphone width': [openCtiFile({ reqSoftphoneWidth: 'ABSENT' }), /reqSoftphoneWidth/],
    'a height below the range': [openCtiFile({ reqSoftphoneHeight: '239' }), /reqSoftphoneHeight/],
    'a width above the range': [openCtiFile({ reqSoftphoneWidth: '1921' }), /reqSoftphoneWidth/],
    'a width with its unit': [openCtiFile({ reqSoftphoneWidth: '500px' }), /reqSoftphoneWidth/],
    'a useApi that is not true or false': [openCtiFile({ reqUseApi: 'yes' }), /reqUseApi/],
    'an unknown mode': [openCtiFile({ reqSalesforceCompatibilityMode: 'LEX' }), /reqSalesforceCompatibilityMode/],
    'plain http in Lightning': [openCtiFile({ reqAdapterUrl: 'http://cti.example.com' }), /reqAdapterUrl/],
    'a relative URL that is no page': [openCtiFile({ reqAdapterUrl: '/softphone' }), /reqAdapterUrl/],
    'a standby URL alone': [openCtiFile({ reqStandbyUrl: 'https://s.example' }), /together/],
    'a timeout alone': [openCtiFile({ reqTimeout: '5000' }), /together/],
    'a timeout alone in the settings': [openCtiFile({}, settings({ reqTimeout: '5000' })), /together/],
    'an item name with other characters': [openCtiFile({ 'my-item': 'x' }), /my-item/],
    'one section twice': [callCenterFile(JSON.stringify(settings({})), hvcc + hvcc), /twice/],
    'Voice without its vendor': [callCenterFile(byot, hvcc), /reqVendorInfoApiName/],
    'Voice with a vendor that is not there': [
      callCenterFile(byot, vendorItem('c__Nobody') + hvcc),
      /no ConversationVendorInfo named c__Nobody found/
    ],
    'Voice without reqHvcc': [callCenterFile(byot, vendorItem('c__Acme')), /reqHvcc/]
  };
  for (const [title, [text, problem]] of Object.entries(mistakes)) {
    it(`is refused for ${title}`, () => assert.match(deployCallCenter(text)?.problem ?? 'accepted', problem));
  }

  it('is refused for a name that is no internal name', () => {
    for (const name of ['9Lives', 'Two-Words', 'A'.repeat(41)]) assert.ok(deployCallCenter(openCtiFile(), name), name);
  });

  it('of Voice is accepted when its vendor is there, in the same deploy too', () => {
    const org = voiceOrg();
    const info =
      '<developerName>Acme</developerName><integrationClass>Telephony</integrationClass><masterLabel>Acme</masterLabel><vendorType>ServiceCloudVoicePartner</vendorType>';
    const files = {
      'callCenters/Voice.callCenter': callCenterFile(byot, vendorItem('c__Acme') + hvcc),
      'ConversationVendorInformation/Acme.ConversationVendorInformation': metadataFile('ConversationVendorInfo', info)
    };
    assert.deepEqual(
      failures(deployFiles(org, { CallCenter: ['Voice'], ConversationVendorInfo: ['Acme'] }, files)),
      []
    );
    assert.equal(org.rows('ConversationVendorInfo')[0]?.DeveloperName, 'Acme');
    assert.match(
      deployCallCenter(files['callCenters/Voice.callCenter'].replace('c__Acme', 'Acme'), 'Bare', org)?.problem ?? '',
      /named Acme found/
    );
  });

  it('is refused by an org that takes none', () => {
    assert.ok(deployCallCenter(openCtiFile(), 'Support', memoryOrg('sandbox', { acceptsCallCenters: false })));
  });

  it('that a package brought may change its values, but not its set of items', () => {
    const org = memoryOrg();
    org.putComponent(component('CallCenter', 'Support', 'callCenters/Support.callCenter', openCtiFile(), 'acme'));
    assert.equal(deployCallCenter(openCtiFile({ reqSoftphoneWidth: '640' }), 'Support', org), undefined);
    assert.equal(org.component('CallCenter', 'Support')?.namespace, 'acme');
    assert.match(deployCallCenter(openCtiFile({ more: 'x' }), 'Support', org)?.problem ?? '', /reqGeneralInfo\/more/);
    assert.match(
      deployCallCenter(openCtiFile({ reqSalesforceCompatibilityMode: 'ABSENT' }), 'Support', org)?.problem ?? '',
      /Compat/
    );
  });
});
