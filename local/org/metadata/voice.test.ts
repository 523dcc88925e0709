/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-call -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { clientOf, type OrgClient } from '../testing/org-client';
import { deployFiles, failures, metadataFile } from './testing/package-zip-of';
import { callCenterFile } from './testing/sample-call-center';

describe('an org with Voice', () => {
  let org: RunningOrg;
  let client: OrgClient;
  before(async () => {
    org = await startOrg({ kind: 'sandbox', catalog: 'voice' });
    client = clientOf(org);
  });
  after(() => org.close());

  const vendor = metadataFile(
    'ConversationVendorInfo',
    `<developerName>Partner</developerName><integrationClass>RingdownTelephonyIntegration</integrationClass>
<masterLabel>Partner</masterLabel><vendorType>ServiceCloudVoicePartner</vendorType>`
  );
  const item = (name: string, value: string): string =>
    `<items><label>${name}</label><name>${name}</name><value>${value}</value></items>`;
  const callCenter = callCenterFile(
    JSON.stringify({ reqCallCenterType: 'SCVBYOT', reqUseApi: 'true' }),
    `<sections>${item('reqVendorInfoApiName', 'c__Partner')}<label>General</label><name>reqGeneralInfo</name></sections>
<sections>${item('reqLongDistPrefix', '+1')}<label>Voice</label><name>reqHvcc</name></sections>`
  );

  it('has the class that a vendor info names, in both APIs', async () => {
    const soql =
      "SELECT Id, Name, NamespacePrefix, ApiVersion, Status, IsValid, Body, LengthWithoutComments FROM ApexClass WHERE Name = 'RingdownTelephonyIntegration'";
    for (const api of ['data', 'tooling'] as const) {
      const [found] = (await client.query(soql, api)).records;
      assert.match(found.Id, /^01p\w{15}$/);
      assert.match(found.Body, /implements service_cloud_voice\./);
      assert.ok(found.LengthWithoutComments > 0 && found.LengthWithoutComments < found.Body.length);
      assert.deepEqual(
        [found.NamespacePrefix, found.ApiVersion, found.Status, found.IsValid],
        [null, 66, 'Active', true]
      );
    }
  });

  it('lists the classes that were deployed since, and says so of their change', async () => {
    const meta = metadataFile('ApexClass', '<apiVersion>61.0</apiVersion><status>Inactive</status>');
    const files = { 'classes/Mine.cls': 'class Mine {} // mine', 'classes/Mine.cls-meta.xml': meta };
    assert.deepEqual(failures(deployFiles(org.data, { ApexClass: ['Mine'] }, files)), []);
    const [found] = (
      await client.query("SELECT ApiVersion, Status, Body, LengthWithoutComments FROM ApexClass WHERE Name = 'Mine'")
    ).records;
    assert.deepEqual(
      [found.ApiVersion, found.Status, found.Body, found.LengthWithoutComments],
      [61, 'Inactive', 'class Mine {} // mine', 'class Mine {} '.length]
    );
    const made = await client.ask('POST', '~/sobjects/ApexClass', { Name: 'Other', Body: 'class Other {}' });
    assert.equal(made.status, 405);
  });

  it('has seats of the licence, and the permission sets that need one', async () => {
    const [licence] = (
      await client.query(
        "SELECT Id, TotalLicenses, UsedLicenses FROM PermissionSetLicense WHERE DeveloperName = 'ServiceCloudVoiceExternalTelephonyPsl'"
      )
    ).records;
    assert.ok(licence.TotalLicenses > licence.UsedLicenses);
    const sets = await client.query(
      `SELECT Name FROM PermissionSet WHERE LicenseId = '${licence.Id}' AND Name LIKE 'ContactCenter%ExternalTelephony' ORDER BY Name`
    );
    assert.deepEqual(
      sets.records.map((set: { Name: string }) => set.Name),
      [
        'ContactCenterAdminExternalTelephony',
        'ContactCenterAgentExternalTelephony',
        'ContactCenterSupervisorExternalTelephony'
      ]
    );
  });

  it('takes a vendor info, then a contact center on it, and changes nothing a second time', () => {
    const deploy = () =>
      [
        deployFiles(
          org.data,
          { ConversationVendorInfo: ['Partner'] },
          { 'ConversationVendorInformation/Partner.ConversationVendorInformation': vendor }
        ),
        deployFiles(org.data, { CallCenter: ['Voice'] }, { 'callCenters/Voice.callCenter': callCenter })
      ].map(([row]) => [row?.componentType, row?.problem, row?.created, row?.changed]);
    assert.deepEqual(deploy(), [
      ['ConversationVendorInfo', undefined, true, true],
      ['CallCenter', undefined, true, true]
    ]);
    const before = org.stateHash();
    assert.deepEqual(deploy(), [
      ['ConversationVendorInfo', undefined, false, false],
      ['CallCenter', undefined, false, false]
    ]);
    assert.equal(org.stateHash(), before);
  });

  it('without the licence refuses the vendor info', async () => {
    const other = await startOrg({ kind: 'sandbox' });
    try {
      const files = { 'ConversationVendorInformation/Partner.ConversationVendorInformation': vendor };
      assert.match(
        deployFiles(other.data, { ConversationVendorInfo: ['Partner'] }, files)[0]?.problem ?? '',
        /Not available/
      );
    } finally {
      await other.close();
    }
  });
});
