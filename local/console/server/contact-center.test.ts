import assert from 'node:assert/strict';
import path from 'node:path';
import { startOrg, type RunningOrg } from '../../org/start-org';
import { contactCenter, contactCenterFiles, deployContactCenter } from './contact-center';
import { giveOmniFlows } from './omni-flows';

const root = path.join(__dirname, '../../..');
const values = {
  connectorUrl: 'https://voice.ringdown.test/orgs/1/connector',
  loginUrl: 'https://voice.ringdown.test/orgs/1/login',
  certificate: '-----BEGIN CERTIFICATE-----\nMIIB$1\n-----END CERTIFICATE-----\n'
};

describe('The contact center of the console', () => {
  let org: RunningOrg;
  before(async () => {
    org = await startOrg({ kind: 'sandbox', catalog: 'voice' });
  });
  after(() => org.close());

  it('is one of Voice that the local org takes, with the addresses of its pages and its certificate', async () => {
    await deployContactCenter(root, org, values);
    const row = org.data.rows('CallCenter').find(({ InternalName }) => InternalName === contactCenter);
    const settings = JSON.parse(String(row?.CustomSettings)) as Record<string, string>;
    assert.equal(settings.reqCallCenterType, 'SCVBYOT');
    assert.equal(settings.scvVendorLoginUrl, values.loginUrl);
    assert.equal(row?.AdapterUrl, values.connectorUrl);
    const text = org.data.component('CallCenter', contactCenter)?.files[0]?.text ?? '';
    assert.ok(text.includes(values.certificate.trim()));
  });

  it('gets flows, one to a queue of the phone system and one to a queue that it does not know', async () => {
    await giveOmniFlows(org, contactCenter);
    assert.deepEqual(
      org.data.components('Flow').map(({ fullName }) => fullName),
      ['Support_Routing', 'Billing_Routing']
    );
    const queues = org.data.rows('Group').filter(({ Type }) => Type === 'Queue');
    assert.deepEqual(
      queues.map(({ DeveloperName }) => DeveloperName),
      ['Support', 'Billing']
    );
    const center = org.data.rows('CallCenter').find(({ InternalName }) => InternalName === contactCenter);
    assert.deepEqual(
      org.data.rows('CallCenterRoutingMap').map((row) => [row.ReferenceRecordId, row.ExternalId, row.CallCenterId]),
      [[queues[0]?.Id, 'Support', center?.Id]]
    );
  });

  it('leaves no example address in either file', () => {
    const { vendorInfo, contactCenter: center } = contactCenterFiles(root, values);
    assert.doesNotMatch(vendorInfo + center, /example\.com/);
  });
});
