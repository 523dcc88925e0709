import assert from 'node:assert/strict';
import path from 'node:path';
import { startOrg, type RunningOrg } from '../../../org/start-org';
import { callCenterSettings, softphoneFrame } from '../../opencti/call-center-settings';
import { callCenterFile, deployCallCenter, openCtiCallCenter } from './deploy-call-center';
import { openCtiLibrary } from './library';
import { pageComponents } from './page-components';
import { readCallCenter } from './read-call-center';

const root = path.join(__dirname, '../../../..');
const adapterUrl = 'https://voice.ringdown.test/orgs/1/softphone?a=1&b=2';
const standby = { url: 'https://vendor.example.test/standby', timeout: 400 };

describe('The call center of the app of Open CTI', () => {
  let org: RunningOrg;
  let userId = '';
  before(async () => {
    org = await startOrg({ kind: 'sandbox' });
    userId = org.data.rows('User').find(({ Username }) => Username === org.username)?.Id ?? '';
  });
  after(() => org.close());

  const frame = async () => {
    const center = await readCallCenter(org, userId);
    return center && softphoneFrame(callCenterSettings(center));
  };

  it('is none for a user without one', async () => {
    assert.equal(await readCallCenter(org, userId), undefined);
  });

  it('is read back from the org with the address of the softphone and no standby page', async () => {
    await deployCallCenter(root, org, { adapterUrl });
    const CallCenterId = org.data.rows('CallCenter').find(({ InternalName }) => InternalName === openCtiCallCenter)?.Id;
    await fetch(`${org.url}/services/data/v66.0/sobjects/User/${userId}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ CallCenterId })
    });
    assert.deepEqual(await frame(), { adapterUrl, height: 300, width: 500, isForLightning: true });
  });

  it('has the standby page and its timeout when they are given, and none of the example’s addresses', async () => {
    await deployCallCenter(root, org, { adapterUrl, standby });
    assert.deepEqual((await frame())?.standby, standby);
    assert.doesNotMatch(callCenterFile(root, { adapterUrl, standby }), /example\.com/);
  });

  it('is told to the adapter as flat settings, with labels and their order', async () => {
    const settings = callCenterSettings((await readCallCenter(org, userId))!);
    assert.equal(settings['/reqGeneralInfo/reqAdapterUrl'], adapterUrl);
    assert.equal(settings['/reqGeneralInfo/reqAdapterUrl/label'], 'CTI Adapter URL');
    assert.equal(settings['/reqGeneralInfo/reqAdapterUrl/sortOrder'], '2.0');
    assert.equal(settings['/reqGeneralInfo/reqInternalName'], openCtiCallCenter);
    assert.equal(settings['/reqDialingOptions/reqOutsidePrefix'], '9');
    assert.equal(settings['/reqDialingOptions/sortOrder'], '1.0');
  });
});

describe('What the console serves for Open CTI', () => {
  it('is the library of each version of Open CTI for Lightning Experience, and of no other', async () => {
    const at = (version: string): string => `/support/api/${version}/lightning/opencti_min.js`;
    const [old, young] = [await openCtiLibrary(root, at('46.0')), await openCtiLibrary(root, at('66.0'))];
    assert.match(young ?? '', /subscribe/);
    assert.notEqual(old, young);
    assert.match((await openCtiLibrary(root, '/support/api/66.0/lightning/opencti.js')) ?? '', /\n/);
    for (const nothing of [at('37.0'), at('x'), '/support/api/66.0/interaction.js'])
      assert.equal(openCtiLibrary(root, nothing), undefined);
  });

  it('is the utility bar and the record pages of the base package', () => {
    const { utilities, record, softphone, channels } = pageComponents(root);
    assert.deepEqual(softphone, { name: 'opencti:softPhone', label: 'Phone', icon: 'call' });
    assert.ok(utilities.some(({ name, label }) => name === 'callLog' && label === 'Wrap-Up'));
    assert.ok(utilities.every(({ name }) => !name.includes(':')));
    assert.ok(record['Contact']?.includes('callHistory'));
    assert.deepEqual(channels, ['RingdownPhone__c']);
  });
});
