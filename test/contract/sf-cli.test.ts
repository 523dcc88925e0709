import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOrg } from '../../local/org/start-org';
import { permissionSet } from './permission-set';
import { createSfProject, type SfProject } from './sf';

type Org = Awaited<ReturnType<typeof startOrg>>;

const callCenter = `<?xml version="1.0" encoding="UTF-8"?>
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
    <adapterUrl>https://softphone.example.com/cti?tenant=acme&amp;sandbox=true</adapterUrl>
    <customSettings>{&quot;reqUseApi&quot;:&quot;true&quot;,&quot;reqSoftphoneHeight&quot;:&quot;400&quot;,&quot;reqSoftphoneWidth&quot;:&quot;360&quot;,&quot;reqSalesforceCompatibilityMode&quot;:&quot;Lightning&quot;}</customSettings>
    <displayName>Contract</displayName>
    <displayNameLabel>Display Name</displayNameLabel>
    <internalNameLabel>InternalName</internalNameLabel>
    <sections>
        <items><label>CTI Adapter URL</label><name>reqAdapterUrl</name><value>https://softphone.example.com/cti?tenant=acme&amp;sandbox=true</value></items>
        <items><label>Use CTI API</label><name>reqUseApi</name><value>true</value></items>
        <items><label>Softphone Height</label><name>reqSoftphoneHeight</name><value>400</value></items>
        <items><label>Softphone Width</label><name>reqSoftphoneWidth</name><value>360</value></items>
        <items><label>Salesforce Compatibility Mode</label><name>reqSalesforceCompatibilityMode</name><value>Lightning</value></items>
        <label>General Information</label>
        <name>reqGeneralInfo</name>
    </sections>
</CallCenter>
`;

/** One login and one process a verb: what each must find in an org that the CLI takes for Salesforce. */
describe('the unmodified sf CLI on the local org', function () {
  this.timeout(60_000);
  let org: Org;
  let project: SfProject;

  before(async () => {
    org = await startOrg({ kind: 'sandbox' });
    project = createSfProject({ SF_ACCESS_TOKEN: org.accessToken, SF_ORG_METADATA_REST_DEPLOY: 'true' });
    project.write('force-app/main/default/callCenters/Contract.callCenter-meta.xml', callCenter);
    project.write(
      'force-app/main/default/permissionsets/ContractAccess.permissionset-meta.xml',
      permissionSet('Task.Type')
    );
    const login = await project.sf(
      'org',
      'login',
      'access-token',
      '--instance-url',
      org.url,
      '--no-prompt',
      '--set-default'
    );
    assert.equal(login.exitCode, 0, login.text);
  });

  after(async () => {
    project.remove();
    await org.close();
  });

  const agent = () => org.data.rows('User').find(({ Username }) => !String(Username).startsWith('admin'));

  it('displays the org it logged in to', async () => {
    const { exitCode, result, text } = await project.sf('org', 'display');
    assert.equal(exitCode, 0, text);
    assert.deepEqual(
      [
        (result as { id: string }).id,
        (result as { username: string }).username,
        (result as { connectedStatus: string }).connectedStatus
      ],
      [org.orgId, org.username, 'Connected']
    );
  });

  it('queries with parents and a semi-join', async () => {
    const soql =
      "SELECT Id, Username, Profile.Name FROM User WHERE Profile.Name = 'Contact Center Agent' AND IsActive = true AND Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'ContractAccess') ORDER BY Username";
    const { exitCode, result, text } = await project.sf('data', 'query', '--query', soql);
    assert.equal(exitCode, 0, text);
    const { records } = result as { records: readonly { Profile: { Name: string } }[] };
    assert.ok(records.length >= 5);
    assert.ok(records.every(({ Profile }) => Profile.Name === 'Contact Center Agent'));
  });

  it('validates without changing anything, then deploys', async () => {
    const before = org.stateHash();
    const dry = await project.sf('project', 'deploy', 'start', '--dry-run', '--wait', '5');
    assert.equal(dry.exitCode, 0, dry.text);
    assert.equal(org.stateHash(), before);
    const { exitCode, text } = await project.sf('project', 'deploy', 'start', '--wait', '5');
    assert.equal(exitCode, 0, text);
    const row = org.data.rows('CallCenter').find(({ InternalName }) => InternalName === 'Contract');
    assert.equal(row?.['AdapterUrl'], 'https://softphone.example.com/cti?tenant=acme&sandbox=true');
  });

  it('reports a refused component with its place', async () => {
    const path = 'force-app/main/default/permissionsets/Refused.permissionset-meta.xml';
    project.write(path, permissionSet('Activity.Nope__c'));
    const { exitCode, result, text } = await project.sf(
      'project',
      'deploy',
      'start',
      '--source-dir',
      path,
      '--wait',
      '5'
    );
    assert.equal(exitCode, 1, text);
    const [failure] = (
      result as { details: { componentFailures: readonly { fullName: string; lineNumber: number }[] } }
    ).details.componentFailures;
    assert.equal(failure?.fullName, 'Refused');
    assert.ok(Number(failure.lineNumber) > 1);
  });

  it('retrieves what it deployed', async () => {
    const { exitCode, text } = await project.sf(
      'project',
      'retrieve',
      'start',
      '--metadata',
      'CallCenter:Contract',
      '--output-dir',
      'retrieved',
      '--wait',
      '5'
    );
    assert.equal(exitCode, 0, text);
    const path = join(project.directory, 'retrieved/callCenters/Contract.callCenter-meta.xml');
    assert.ok(existsSync(path), text);
    assert.match(readFileSync(path, 'utf8'), /tenant=acme&amp;sandbox=true/);
  });

  it('installs a package and lists it', async () => {
    const install = await project.sf(
      'package',
      'install',
      '--package',
      '04tA0000000PygjIAC',
      '--security-type',
      'AllUsers',
      '--no-prompt',
      '--wait',
      '5'
    );
    assert.equal(install.exitCode, 0, install.text);
    const { result, text } = await project.sf('package', 'installed', 'list');
    assert.ok(
      (result as readonly { SubscriberPackageVersionId: string }[]).some((row) =>
        row.SubscriberPackageVersionId.startsWith('04tA0000000Pygj')
      ),
      text
    );
  });

  it('assigns a permission set and puts a user into the call center', async () => {
    const username = String(agent()?.['Username']);
    const assigned = await project.sf(
      'org',
      'assign',
      'permset',
      '--name',
      'ContractAccess',
      '--on-behalf-of',
      username
    );
    assert.equal(assigned.exitCode, 0, assigned.text);
    const callCenterId = org.data.rows('CallCenter').find(({ InternalName }) => InternalName === 'Contract')?.Id ?? '';
    const updated = await project.sf(
      'data',
      'update',
      'record',
      '--sobject',
      'User',
      '--record-id',
      agent()?.Id ?? '',
      '--values',
      `CallCenterId=${callCenterId}`
    );
    assert.equal(updated.exitCode, 0, updated.text);
    assert.equal(agent()?.['CallCenterId'], callCenterId);
  });
});
