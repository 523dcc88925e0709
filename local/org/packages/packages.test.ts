/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-return, typescript/no-unsafe-call -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg, type StartOptions } from '../start-org';
import { clientOf } from '../testing/org-client';

describe('packages', () => {
  let org: RunningOrg;
  const start = async (options: Partial<StartOptions> = {}) => (org = await startOrg({ kind: 'sandbox', ...options }));
  afterEach(() => org.close());

  const tooling = '~/tooling/sobjects/PackageInstallRequest';
  const request = async (SubscriberPackageVersionKey: string, more: object = {}) =>
    (await clientOf(org).ask('POST', tooling, { SubscriberPackageVersionKey, SecurityType: 'none', ...more })).body;
  const status = async (id: string) => (await clientOf(org).ask('GET', `${tooling}/${id}`)).body;
  const install = async (version: string, more: object = {}) => status((await request(version, more)).id);
  const validation = async (version: string) => {
    const soql = `SELECT Id, InstallValidationStatus FROM SubscriberPackageVersion WHERE Id = '${version}'`;
    return (await clientOf(org).query(soql, 'tooling')).records[0]?.InstallValidationStatus;
  };
  const installed = () => org.data.rows('InstalledSubscriberPackage').map((row) => row.SubscriberPackageVersionId);

  it('are installed when the status was read often enough', async () => {
    await start({ settings: { installPolls: 3 } });
    const { id } = await request('04ti0000000Xzqu');
    assert.match(id, /^0Hf\w{15}$/);
    assert.deepEqual(
      [(await status(id)).Status, (await status(id.slice(0, 15))).Status, installed()],
      ['IN_PROGRESS', 'IN_PROGRESS', []]
    );
    assert.equal((await status(id)).Status, 'SUCCESS');
    assert.deepEqual(installed(), ['04ti0000000XzquAAC']);
  });

  it('wait for the one before them', async () => {
    await start({ settings: { installPolls: 2 } });
    const [first, second] = [(await request('04ti0000000Xzqu')).id, (await request('04tA0000000Pygj')).id];
    const states = async () => [(await status(second)).Status, org.data.rows('InstalledSubscriberPackage').length];
    // Nobody reads the first, and it ends all the same.
    assert.deepEqual(
      [await states(), await states(), await states(), await states()],
      [
        ['IN_PROGRESS', 0],
        ['IN_PROGRESS', 1],
        ['IN_PROGRESS', 1],
        ['SUCCESS', 2]
      ]
    );
    assert.equal((await status(first)).Status, 'SUCCESS');
    const before = org.stateHash();
    const again = [(await request('04ti0000000Xzqu')).id, (await request('04ti0000000Xzqu')).id];
    for (const id of again) while ((await status(id)).Status === 'IN_PROGRESS');
    assert.equal(org.stateHash(), before);
  });

  it('count a query of the requests as a read of each', async () => {
    await start({ settings: { installPolls: 2 } });
    await request('04ti0000000Xzqu');
    const soql = "SELECT Id, Status FROM PackageInstallRequest WHERE SubscriberPackageVersionKey = '04ti0000000Xzqu'";
    const states = [await clientOf(org).query(soql, 'tooling'), await clientOf(org).query(soql, 'tooling')];
    assert.deepEqual(
      states.map(({ records }) => records[0].Status),
      ['IN_PROGRESS', 'SUCCESS']
    );
  });

  it('bring their call center as a component and as a row with one id', async () => {
    await start();
    await install('04ti0000000XzquAAC');
    const [row] = org.data.rows('CallCenter');
    const component = org.data.component('CallCenter', String(row?.InternalName));
    assert.deepEqual([row?.Name, component?.id, component?.namespace], ['8x8 Virtual Call Center', row?.Id, 'vcc8x8']);
    assert.match(String(row?.CustomSettings), /"reqUseApi":"true"/);
    org.data.update('CallCenter', row?.Id ?? '', { AdapterUrl: 'https://cti.example.com' });
    await install('04ti0000000XzquAAC');
  });

  it('bring fields, visible to administrators, and to custom profiles when all users get the package', async () => {
    await start();
    const readers = () => new Set(org.data.rows('FieldPermissions').map((row) => row.ParentId)).size;
    await install('04tA0000000Pygj');
    assert.equal(readers(), 1);
    await install('04tA0000000Pygj', { SecurityType: 'full' });
    assert.equal(readers(), 2);
    const { fields } = (await clientOf(org).ask('GET', '~/sobjects/Task/describe')).body;
    const [channel] = fields.filter((each: { name: string }) => each.name === 'cnt8x8__Channel__c');
    assert.deepEqual([channel.custom, channel.permissionable, channel.picklistValues.length], [true, true, 3]);
    assert.equal(
      (await clientOf(org).query("SELECT cnt8x8__Channel__c FROM Event WHERE cnt8x8__Queue_Name__c = 'x'")).totalSize,
      0
    );
  });

  it('change nothing when they are there already', async () => {
    await start();
    await install('04ti0000000Xzqu');
    await install('04tA0000000Pygj');
    const before = org.stateHash();
    await install('04ti0000000Xzqu');
    await install('04tA0000000Pygj');
    assert.equal(org.stateHash(), before);
  });

  it('are upgraded, and never downgraded', async () => {
    await start();
    await install('04t000000000T10');
    assert.equal((await install('04t000000000T11')).Status, 'SUCCESS');
    assert.equal(await validation('04t000000000T10'), 'CANNOT_INSTALL_EARLIER_VERSION');
    const refused = await install('04t000000000T10');
    assert.deepEqual([refused.Status, refused.Errors.errors.length], ['ERROR', 1]);
    assert.deepEqual(installed(), ['04t000000000T11AAE']);
    const [row] = org.data.rows('InstalledSubscriberPackage');
    assert.equal(row?.MinPackageVersionId, '04t000000000T10AAE');
  });

  it('are found only by id', async () => {
    await start();
    const { query } = clientOf(org);
    assert.equal((await query('SELECT Id FROM SubscriberPackageVersion', 'tooling')).error, 'MALFORMED_QUERY');
    assert.equal(
      (
        await query(
          "SELECT Id FROM SubscriberPackageVersion WHERE Id IN ('04ti0000000Xzqu', '04tA0000000Pygj')",
          'tooling'
        )
      ).totalSize,
      2
    );
    assert.equal(
      (await query("SELECT Id FROM SubscriberPackageVersion WHERE Id = '04t000000000Zzz'", 'tooling')).totalSize,
      0
    );
    assert.equal((await request('04t000000000Zzz'))[0].errorCode, 'INVALID_CROSS_REFERENCE_KEY');
  });

  it('want their key to be looked at and to be installed, and never show it', async () => {
    await start();
    const { query } = clientOf(org);
    const soql = "SELECT Id, IsPasswordProtected FROM SubscriberPackageVersion WHERE Id = '04t000000000T20'";
    assert.equal((await query(soql, 'tooling')).error, 'INSTALL_KEY_REQUIRED');
    assert.equal((await query(`${soql} AND InstallationKey = 'wrong'`, 'tooling')).error, 'INSTALL_KEY_INVALID');
    const found = await query(`${soql} AND InstallationKey = 'open sesame\\'s \\\\ key'`, 'tooling');
    assert.equal(found.records[0].IsPasswordProtected, true);
    assert.doesNotMatch(JSON.stringify(org.requests), /sesame/);
    assert.equal((await install('04t000000000T20', { Password: 'wrong' })).Status, 'ERROR');
    assert.equal((await install('04t000000000T20', { Password: "open sesame's \\ key" })).Status, 'SUCCESS');
    // Salesforce's library escapes the key before it sends it.
    const escaped = await install('04t000000000T20', { Password: "open sesame\\'s \\\\ key" });
    assert.deepEqual([escaped.Status, escaped.Password], ['SUCCESS', null]);
    const whole = await query('SELECT FIELDS(ALL) FROM PackageInstallRequest LIMIT 200', 'tooling');
    assert.doesNotMatch(JSON.stringify([whole, org.data.jobs('0Hf')]), /sesame/);
  });

  it('tell whether this org can install them now', async () => {
    await start();
    const late = [
      await validation('04t000000000T40'),
      await validation('04t000000000T40'),
      await validation('04t000000000T40')
    ];
    assert.deepEqual(late, ['PACKAGE_UNAVAILABLE', 'PACKAGE_UNAVAILABLE', 'NO_ERRORS_DETECTED']);
    assert.equal(await validation('04t000000000T30'), 'NO_ERRORS_DETECTED');
    assert.equal(await validation('04t000000000T70'), 'DEPRECATED_INSTALL_PACKAGE');
    await install('04t000000000T30');
    assert.equal(await validation('04t000000000T31'), 'CANNOT_UPGRADE_BETA');
    await org.close();
    await start({ kind: 'production' });
    assert.equal(await validation('04t000000000T30'), 'BETA_INSTALL_INTO_PRODUCTION_ORG');
  });

  it('end in an error that says why, and leave nothing behind', async () => {
    await start();
    const before = org.stateHash();
    for (const version of ['04t000000000T40', '04t000000000T50', '04t000000000T60']) {
      const { Status, Errors } = await install(version);
      assert.deepEqual([Status, Errors.errors.length], ['ERROR', 1], version);
    }
    assert.equal(org.stateHash(), before);
  });

  it('install after the packages that they depend on', async () => {
    await start();
    await install('04t000000000T10');
    assert.equal((await install('04t000000000T60')).Status, 'ERROR');
    await install('04t000000000T11');
    assert.equal((await install('04t000000000T60')).Status, 'SUCCESS');
  });

  it('name the versions that they depend on', async () => {
    await start();
    const dependencies = async (id: string) => {
      const soql = `SELECT Dependencies FROM SubscriberPackageVersion WHERE Id = '${id}'`;
      return (await clientOf(org).query(soql, 'tooling')).records[0].Dependencies;
    };
    assert.deepEqual(await dependencies('04t000000000T60'), {
      ids: [{ subscriberPackageVersionId: '04t000000000T11AAE' }]
    });
    assert.equal(await dependencies('04t000000000T10'), null);
  });

  it('list the sites that they ask for', async () => {
    await start();
    const soql =
      "SELECT RemoteSiteSettings, CspTrustedSites, Dependencies FROM SubscriberPackageVersion WHERE Id = '04t000000000T80'";
    const [found] = (await clientOf(org).query(soql, 'tooling')).records;
    assert.deepEqual(
      [found.RemoteSiteSettings.settings[0].url, found.CspTrustedSites.settings[0].endpointUrl],
      ['https://api.example.com', 'https://cti.example.com']
    );
    assert.equal(found.Dependencies, null);
  });

  it('come from a catalog, already installed if it says so', async () => {
    const version = { id: '04t000000000X10', name: 'Mine', number: '1.0.0.1', preinstalled: true };
    await start({
      catalog: { packages: [{ id: '033000000000X01', name: 'Mine', namespace: 'mine', versions: [version] }] }
    });
    const soql =
      'SELECT SubscriberPackage.NamespacePrefix, SubscriberPackageVersion.MajorVersion FROM InstalledSubscriberPackage';
    const [found] = (await clientOf(org).query(soql, 'tooling')).records;
    assert.deepEqual(
      [found.SubscriberPackage.NamespacePrefix, found.SubscriberPackageVersion.MajorVersion],
      ['mine', 1]
    );
  });

  it('bring objects, fields, records, classes and permission sets under their namespace', async () => {
    const file = (root: string, content: string): string =>
      `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`;
    const text = '<label>Key</label><length>255</length><type>Text</type>';
    const key = file('CustomField', `<externalId>true</externalId>${text}<unique>true</unique>`);
    const components = [
      ['PermissionSet', 'Agent', 'permissionsets/Agent.permissionset', file('PermissionSet', agentSet)],
      ['CustomMetadata', 'Rule.First', 'customMetadata/Rule.First.md', file('CustomMetadata', ruleRecord)],
      ['ApexClass', 'CallLogs', 'classes/CallLogs.cls', 'public with sharing class CallLogs {}'],
      ['CustomField', 'Activity.CallKey__c', 'objects/Activity.object', key],
      ['CustomField', 'Rule__mdt.Value__c', 'objects/Rule__mdt.object', file('CustomField', text)],
      ['CustomObject', 'Rule__mdt', 'objects/Rule__mdt.object', file('CustomObject', '<label>Rule</label>')]
    ].map(([type = '', fullName = '', path = '', content = '']) => ({ type, fullName, path, text: content }));
    const version = { id: '04t000000000T90', name: 'Calls', number: '1.0.0.1', components };
    const packages = [{ id: '033000000000T09', name: 'Calls', namespace: 'calls', versions: [version] }];
    await start({ catalog: { packages } });
    assert.equal((await install('04t000000000T90')).Status, 'SUCCESS');

    const client = clientOf(org);
    const rules = await client.query('SELECT QualifiedApiName, DeveloperName, calls__Value__c FROM calls__Rule__mdt');
    const { attributes: _, ...rule } = rules.records[0];
    assert.deepEqual(rule, { QualifiedApiName: 'calls__First', DeveloperName: 'First', calls__Value__c: 'one' });

    const [set] = org.data.rows('PermissionSet').filter((row) => row.NamespacePrefix === 'calls');
    const user = org.data.rows('User').find((row) => row.Username === 'priya.raman@example.com.uat');
    const assignment = { AssigneeId: user?.Id, PermissionSetId: set?.Id };
    await client.ask('POST', '~/sobjects/PermissionSetAssignment', assignment);
    const rep = clientOf(org, org.accessTokenOf('priya.raman@example.com'));
    const logs = [{ sobjectType: 'Task', calls__CallKey__c: 'K' }];
    const saved = await rep.ask('POST', '/__local/apex/calls__CallLogs/save', { logs });
    const unnamed = await rep.ask('POST', '/__local/apex/calls__CallLogs/save', { logs: [{ CallKey__c: 'L' }] });
    assert.equal(unnamed.status, 400);
    const found = await rep.ask('POST', '/__local/apex/calls.CallLogs/find', { callKeys: ['K'] });
    assert.deepEqual(found.body.returnValue, [{ Id: saved.body.returnValue[0].Id, calls__CallKey__c: 'K' }]);
    assert.equal((await rep.ask('POST', '/__local/apex/CallLogs/find', { callKeys: ['K'] })).status, 400);
  });
});

const agentSet =
  '<classAccesses><apexClass>CallLogs</apexClass><enabled>true</enabled></classAccesses>' +
  '<fieldPermissions><editable>true</editable><field>Task.CallKey__c</field><readable>true</readable></fieldPermissions>' +
  '<label>Agent</label>';
const ruleRecord = '<label>First</label><values><field>Value__c</field><value>one</value></values>';
