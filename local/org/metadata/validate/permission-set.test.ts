import assert from 'node:assert/strict';
import type { DeployMessage } from '../deploy/deploy-message';
import { access, component, deployPermissionSet, fieldComponent } from '../testing/deploy-one';
import { memoryOrg } from '../testing/memory-org';
import { deployFiles, failures, metadataFile } from '../testing/package-zip-of';

describe('a permission set', () => {
  it('may set the access of standard and of custom fields of tasks and events', () => {
    const org = memoryOrg();
    org.putComponent(fieldComponent('Key__c', '<type>Text</type>'));
    assert.equal(
      deployPermissionSet(
        access('Task.Type') + access('Event.Location') + access('Task.Key__c') + access('Event.Key__c'),
        org
      ),
      undefined
    );
  });

  const mistakes: Readonly<Record<string, readonly [content: string, problem: RegExp]>> = {
    'a custom field that is not there': [
      access('Task.Foo__c'),
      /^In field: field - no CustomField named Task\.Foo__c found$/
    ],
    'a shared field under Activity': [
      access('Activity.Key__c'),
      /^In field: field - no CustomField named Activity\.Key__c found$/
    ],
    'a standard field whose access is fixed': [access('Task.CallDisposition'), /Task\.CallDisposition/],
    Subject: [access('Task.Subject'), /Task\.Subject/],
    'editing without reading': [access('Task.Type', 'true', 'false'), /Read Task\.Type/],
    'a required field': [access('Task.Must__c'), /required field/],
    'editing a formula': [access('Task.Sum__c'), /read-only/],
    'one field twice': [access('Task.Type') + access('Task.Type'), /Duplicate/],
    'an unknown user permission': [
      '<userPermissions><enabled>true</enabled><name>FlyToTheMoon</name></userPermissions>',
      /^Unknown user permission: FlyToTheMoon$/
    ],
    'object permissions on tasks': [
      '<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Task</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
      /Task/
    ],
    'an app that is not there': [
      '<applicationVisibilities><application>Nowhere</application><visible>true</visible></applicationVisibilities>',
      /no CustomApplication named Nowhere found/
    ],
    'an Apex class that is not there': [
      '<classAccesses><apexClass>Nowhere</apexClass><enabled>true</enabled></classAccesses>',
      /no ApexClass named Nowhere found/
    ],
    'a tab that is not there': [
      '<tabSettings><tab>Nowhere</tab><visibility>Visible</visibility></tabSettings>',
      /no CustomTab named Nowhere found/
    ]
  };
  for (const [title, [content, problem]] of Object.entries(mistakes)) {
    it(`is refused for ${title}`, () => {
      const org = memoryOrg();
      org.putComponent(fieldComponent('Key__c', '<type>Text</type>'));
      org.putComponent(fieldComponent('Must__c', '<required>true</required><type>Text</type>'));
      org.putComponent(fieldComponent('Sum__c', '<formula>1</formula><type>Number</type>'));
      const message = deployPermissionSet(content, org);
      assert.match(message?.problem ?? 'accepted', problem);
      assert.ok(message?.lineNumber, 'has a line');
    });
  }

  it('is refused without a label, and under a name with a space or two underscores', () => {
    const deploy = (name: string, text: string): DeployMessage | undefined =>
      failures(
        deployFiles(memoryOrg(), { PermissionSet: [name] }, { [`permissionsets/${name}.permissionset`]: text })
      )[0];
    assert.equal(deploy('Agent', metadataFile('PermissionSet', ''))?.problem, 'Required field is missing: label');
    for (const name of ['Call Agent', 'Call__Agent', 'Agent_', '1Agent'])
      assert.ok(deploy(name, metadataFile('PermissionSet', '<label>x</label>')), name);
  });

  it('that a package brought cannot be changed', () => {
    const org = memoryOrg();
    const text = metadataFile('PermissionSet', '<label>Old</label>');
    org.putComponent(component('PermissionSet', 'Agent', 'permissionsets/Agent.permissionset', text, 'acme'));
    assert.match(deployPermissionSet('', org)?.problem ?? '', /managed/);
  });
});
