import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { aConfig } from '../../../test/fixtures/resolved-config';
import type { ResolvedConfig } from '../../config/resolved-config';
import type { SourcePackage } from '../../config/resolved-config/packages';
import type { DeployPackage } from '../change';
import type { Answer, Answers, OrgRecord } from '../question';
import { recordsId } from '../phone-settings/record-rows';
import { callLogFields } from './call-log-fields';
import { packageFiles } from './package-files';
import { packageSource } from './package-source';
import { classesId, classGrantsId, grantsId, markersId, objectGrantsId, setsId } from './questions';

const permissionSet = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <classAccesses><apexClass>CallLogs</apexClass><enabled>true</enabled></classAccesses>
    <classAccesses><apexClass>Others</apexClass><enabled>false</enabled></classAccesses>
    <fieldPermissions><editable>true</editable><field>Task.CallKey__c</field><readable>true</readable></fieldPermissions>
    <fieldPermissions><editable>false</editable><field>CallLogPart__c.Text__c</field><readable>true</readable></fieldPermissions>
    <label>Agent</label>
    <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>CallLogPart__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>
</PermissionSet>
`;
const main: SourcePackage = {
  name: 'main',
  hash: 'a'.repeat(64),
  members: [
    { type: 'ApexClass', fullName: 'CallLogs' },
    { type: 'CustomMetadata', fullName: 'Disposition.Resolved' },
    { type: 'PermissionSet', fullName: 'RingdownAgent' }
  ],
  files: [
    { path: 'classes/CallLogs.cls', content: '' },
    { path: 'customMetadata/Disposition.Resolved.md', content: '<CustomMetadata/>' },
    { path: 'permissionsets/RingdownAgent.permissionset', content: permissionSet }
  ],
  testClasses: [],
  hasApex: true
};

const config: ResolvedConfig = aConfig({
  ringdown: { namespace: '', source: { folder: 'force-app', translations: [] }, packages: [main] }
});

/** More than the file says is the admin's affair. */
const partRights = {
  Parent: { Name: 'RingdownAgent' },
  SobjectType: 'CallLogPart__c',
  PermissionsRead: true,
  PermissionsCreate: true,
  PermissionsEdit: true,
  PermissionsDelete: true
};
const records = (...rows: readonly OrgRecord[]): Answer => ({ ok: true, records: rows });
const whole: Readonly<Record<string, Answer>> = {
  [markersId]: records({ DeveloperName: 'Main', Hash__c: main.hash }),
  [classesId]: records({ Id: '01pCallLogsAAAA', Name: 'CallLogs', NamespacePrefix: null }),
  [classGrantsId]: records({ Parent: { Name: 'RingdownAgent' }, SetupEntityId: '01pCallLogsAAAAQAA' }),
  [setsId]: records({ Name: 'RingdownAgent', NamespacePrefix: null }),
  [grantsId]: records(
    { Parent: { Name: 'RingdownAgent' }, Field: 'Event.CallKey__c' },
    { Parent: { Name: 'RingdownAgent' }, Field: 'CallLogPart__c.Text__c' }
  ),
  [objectGrantsId]: records(partRights)
};

function changesFor(given: Readonly<Record<string, Answer>>, used = config): readonly DeployPackage[] {
  const answers: Answers = new Map(Object.entries(given));
  const { changes } = packageSource.compare({ config: used, answers, now: 0, packagesPending: false });
  return changes.filter((change) => change.kind === 'deploy-package');
}

const refused: Answer = { ok: false, code: 'INVALID_TYPE', message: 'sObject type is not supported.' };

describe('packages from source', () => {
  it('are not asked about where the file does not manage them, or installs a release', () => {
    assert.deepEqual(packageSource.ask(aConfig()), []);
    const released = aConfig({ ringdown: { namespace: 'rd', release: '1.0.0', packages: [] } });
    assert.ok(packageSource.ask(released).every(({ id }) => id.startsWith('phone-settings:')));
    assert.deepEqual(changesFor({}, released), []);
  });

  it('are deployed to an org that has none of them', () => {
    const [change] = changesFor({ [markersId]: refused, [recordsId('Disposition')]: refused });
    assert.equal(change?.action, 'create');
    assert.equal(change.hash, main.hash);
    assert.deepEqual(change.kept, []);
  });

  it('hold when the org remembers this very source and has its parts', () => {
    assert.deepEqual(changesFor(whole), []);
  });

  it('are deployed again from another source, and leave records alone that the org has', () => {
    const before = records({ DeveloperName: 'Main', Hash__c: 'b'.repeat(64) });
    const outcomes = records({ DeveloperName: 'Resolved', NamespacePrefix: null });
    const [change] = changesFor({ ...whole, [markersId]: before, [recordsId('Disposition')]: outcomes });
    assert.equal(change?.action, 'update');
    assert.deepEqual(change.kept, ['Disposition.Resolved']);
  });

  it('are repaired when a part is gone, which is named', () => {
    const cases: readonly (readonly [string, Answer, string])[] = [
      [classesId, records(), 'Apex class CallLogs'],
      [classesId, records({ Name: 'CallLogs', NamespacePrefix: 'other' }), 'Apex class CallLogs'],
      [setsId, records(), 'permission set RingdownAgent'],
      [setsId, records({ Name: 'RingdownAgent', NamespacePrefix: 'rd' }), 'permission set RingdownAgent'],
      [
        grantsId,
        records({ Parent: { Name: 'RingdownAgent' }, Field: 'Task.CallKey__c' }),
        'CallLogPart__c.Text__c in permission set RingdownAgent'
      ],
      [classGrantsId, records(), 'Apex class CallLogs in permission set RingdownAgent'],
      [
        classGrantsId,
        records({ Parent: { Name: 'RingdownAdmin' }, SetupEntityId: '01pCallLogsAAAA' }),
        'Apex class CallLogs in permission set RingdownAgent'
      ],
      [objectGrantsId, records(), 'CallLogPart__c in permission set RingdownAgent'],
      [
        objectGrantsId,
        records({ ...partRights, PermissionsEdit: false }),
        'CallLogPart__c in permission set RingdownAgent'
      ]
    ];
    for (const [id, answer, missing] of cases) {
      const [change] = changesFor({ ...whole, [id]: answer });
      assert.equal(change?.details.find(({ field }) => field === 'missing in the org')?.after, missing);
    }
  });

  it('are not thought broken by what the org does not tell', () => {
    for (const id of [classesId, classGrantsId, setsId, grantsId, objectGrantsId])
      assert.deepEqual(changesFor({ ...whole, [id]: refused }), [], id);
  });
});

describe('packageFiles', () => {
  it('adds the record that remembers the source, and leaves out what the org keeps', () => {
    const all = packageFiles(main, []);
    assert.equal(all.files.length, main.files.length + 1);
    const marker = all.files.find(({ path }) => path === 'customMetadata/PackageSource.Main.md');
    assert.match(marker?.content ?? '', new RegExp(`<value xsi:type="xsd:string">${main.hash}</value>`));
    assert.ok(all.members.some(({ fullName }) => fullName === 'PackageSource.Main'));
    const some = packageFiles(main, ['Disposition.Resolved']);
    assert.ok(
      ![...some.files.map(({ path }) => path), ...some.members.map(({ fullName }) => fullName)].some((name) =>
        name.includes('Resolved')
      )
    );
    assert.equal(some.members.length, all.members.length - 1);
  });
});

describe('callLogFields', () => {
  it('are the fields of Activity in the package', () => {
    const folder = resolve(__dirname, '../../../force-app/main/default/objects/Activity/fields');
    const names = readdirSync(folder).map((file) => file.replace('.field-meta.xml', ''));
    assert.deepEqual([...callLogFields], names.sort());
  });
});
