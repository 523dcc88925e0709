import assert from 'node:assert/strict';
import { deployFiles, failures, metadataFile, packageXml, zipOf } from '../testing/package-zip-of';
import { memoryOrg } from '../testing/memory-org';
import { openCtiFile } from '../testing/sample-call-center';
import { deployOptions } from './deploy-job';
import { runDeploy } from './run-deploy';

const site = (url = 'https://cti.example.com', extra = ''): string =>
  metadataFile(
    'CspTrustedSite',
    `<endpointUrl>${url}</endpointUrl><isActive>true</isActive><isApplicableToFrameSrc>true</isApplicableToFrameSrc>${extra}`
  );
const permissionSet = (content: string): string => metadataFile('PermissionSet', `${content}<label>Agent</label>`);
const taskType =
  '<fieldPermissions><editable>true</editable><field>Task.Type</field><readable>true</readable></fieldPermissions>';
const apiEnabled = '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>';
const members = { CallCenter: ['Support'], PermissionSet: ['Agent'], CspTrustedSite: ['Cti'] };
const files = {
  'callCenters/Support.callCenter': openCtiFile(),
  'permissionsets/Agent.permissionset': permissionSet(taskType + apiEnabled),
  'cspTrustedSites/Cti.cspTrustedSite': site()
};

describe('a deploy', () => {
  it('makes components and their rows, under one id', () => {
    const org = memoryOrg();
    const messages = deployFiles(org, members, files);
    assert.deepEqual(failures(messages), []);
    const callCenter = messages.find((message) => message.componentType === 'CallCenter');
    assert.equal(callCenter?.created, true);
    assert.equal(callCenter?.id, org.rows('CallCenter')[0]?.Id);
    assert.equal(
      org.rows('CallCenter')[0]?.AdapterUrl,
      'https://cti.example.com/softphone?tenant=AcmeJets&sandbox=true'
    );
    const agent = org.rows('PermissionSet')[0];
    assert.equal(agent?.PermissionsApiEnabled, true);
    assert.equal(agent?.Label, 'Agent');
    assert.equal(messages.find((message) => message.componentType === 'PermissionSet')?.id, agent?.Id);
    assert.deepEqual(
      org.rows('FieldPermissions').map((row) => [row.ParentId, row.Field, row.PermissionsEdit]),
      [[agent?.Id, 'Task.Type', true]]
    );
    assert.equal(org.rows('CspTrustedSite')[0]?.EndpointUrl, 'https://cti.example.com');
    assert.equal(org.rows('CspTrustedSite')[0]?.Context, 'All');
    const row = messages.find((message) => message.fullName === 'package.xml');
    assert.equal(row?.componentType, '');
  });

  it('changes nothing the second time', () => {
    const org = memoryOrg();
    deployFiles(org, members, files);
    const before = org.state();
    const again = deployFiles(org, members, files);
    assert.equal(org.state(), before);
    assert.deepEqual(
      again.filter((message) => message.componentType !== '').map((message) => [message.created, message.changed]),
      [
        [false, false],
        [false, false],
        [false, false]
      ]
    );
  });

  it('takes away what a permission set no longer grants', () => {
    const org = memoryOrg();
    deployFiles(org, members, files);
    const [message] = deployFiles(
      org,
      { PermissionSet: ['Agent'] },
      { 'permissionsets/Agent.permissionset': permissionSet('') }
    );
    assert.equal(message?.changed, true);
    assert.equal(org.rows('PermissionSet')[0]?.PermissionsApiEnabled, false);
    assert.deepEqual(org.rows('FieldPermissions'), []);
  });

  it('keeps nothing of a check only, and nothing of a failed one that rolls back', () => {
    const org = memoryOrg();
    const before = org.state();
    assert.deepEqual(failures(deployFiles(org, members, files, { checkOnly: true })), []);
    assert.equal(org.state(), before);
    const broken = { ...files, 'cspTrustedSites/Cti.cspTrustedSite': site('http://cti.example.com') };
    assert.deepEqual(
      failures(deployFiles(org, members, broken)).map((message) => message.componentType),
      ['CspTrustedSite']
    );
    assert.equal(org.state(), before);
  });

  it('keeps what is good when errors do not roll back, but never so in production', () => {
    const broken = { ...files, 'cspTrustedSites/Cti.cspTrustedSite': site('http://cti.example.com') };
    const sandbox = memoryOrg();
    deployFiles(sandbox, members, broken, { rollbackOnError: false });
    assert.equal(sandbox.rows('CallCenter').length, 1);
    const production = memoryOrg('production');
    deployFiles(production, members, broken, { rollbackOnError: false });
    assert.equal(production.rows('CallCenter').length, 0);
  });

  it('stores the fields of Activity one by one', () => {
    const org = memoryOrg();
    const object = metadataFile(
      'CustomObject',
      '<fields><fullName>CallKey__c</fullName><label>Call Key</label><length>64</length><type>Text</type></fields>'
    );
    const messages = deployFiles(org, { CustomField: ['Activity.CallKey__c'] }, { 'objects/Activity.object': object });
    assert.deepEqual(failures(messages), []);
    assert.equal(messages[0]?.fullName, 'Activity.CallKey__c');
    assert.equal(messages[0]?.componentType, 'CustomField');
    assert.equal(org.component('CustomObject', 'Activity'), undefined);
    assert.ok(org.component('CustomField', 'Activity.CallKey__c'));
  });

  it('deploys each folder of a zip of several packages', () => {
    const org = memoryOrg();
    const zip = zipOf({
      'one/package.xml': packageXml({ CspTrustedSite: ['Cti'] }),
      'one/cspTrustedSites/Cti.cspTrustedSite': site()
    });
    const messages = runDeploy(org, zip, deployOptions({}, org.kind));
    assert.deepEqual(
      messages.map((message) => message.fileName),
      ['one/cspTrustedSites/Cti.cspTrustedSite', 'one/package.xml']
    );
  });

  it('deletes what destructiveChanges.xml names, and warns of what is not there', () => {
    const org = memoryOrg();
    deployFiles(org, members, files);
    const destructive = {
      'destructiveChanges.xml': metadataFile(
        'Package',
        '<types><members>Cti</members><name>CspTrustedSite</name></types>'
      )
    };
    const messages = deployFiles(org, {}, destructive);
    assert.deepEqual(
      messages.filter((message) => message.deleted).map((message) => message.fullName),
      ['Cti']
    );
    assert.deepEqual(org.rows('CspTrustedSite'), []);
    const [missing] = deployFiles(org, {}, destructive);
    assert.equal(missing?.problem, 'No CspTrustedSite named: Cti found');
    assert.equal(missing?.problemType, 'Warning');
    assert.equal(missing?.success, false);
    assert.deepEqual(failures(deployFiles(org, {}, destructive, { ignoreWarnings: true })), []);
  });
});
