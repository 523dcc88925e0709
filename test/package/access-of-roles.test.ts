import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { roles } from '../../force-app/main/default/lwc/setupHealth/roles';

const folder = path.join(__dirname, '../../force-app/main/default');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

describe('what components know of the package', () => {
  it('is every field that it brings, and each permission set opens all of them', () => {
    const listed = ['callLogFields/callLogFields', 'setupHealth/packageFields'].flatMap((file) =>
      [...read(`lwc/${file}.ts`).matchAll(/schema\/(\w+\.\w+)'/g)].map(([, field = '']) => field)
    );
    const brought = ['Activity', 'AgentActivity__c', 'CallLogPart__c'].flatMap((object) =>
      readdirSync(path.join(folder, 'objects', object, 'fields')).map(
        (file) => `${object === 'Activity' ? 'Task' : object}.${file.split('.')[0]}`
      )
    );
    assert.ok(listed.length > 30);
    assert.deepEqual(listed.sort(), brought.sort());
    for (const { set } of roles) {
      const edited = elementsOf(read(`permissionsets/${set}.permissionset-meta.xml`), 'fieldPermissions')
        .filter((element) => valuesOf(element, 'editable')[0] === 'true')
        .flatMap((element) => valuesOf(element, 'field'));
      assert.deepEqual(edited.filter((field) => !field.startsWith('Event.')).sort(), listed, set);
    }
  });

  it('is what its permission sets open', () => {
    const files = readdirSync(path.join(folder, 'permissionsets')).map((file) => file.split('.')[0]);
    assert.deepEqual(roles.map(({ set }) => set).sort(), files.sort());
    for (const { set, label, classes, objects } of roles) {
      const text = read(`permissionsets/${set}.permissionset-meta.xml`);
      assert.ok(text.includes(`<label>${label}</label>`), set);
      assert.deepEqual([...classes].sort(), valuesOf(text, 'apexClass').sort(), set);
      const opened = elementsOf(text, 'objectPermissions').map((element) => [
        valuesOf(element, 'object')[0] ?? '',
        Object.entries(columns)
          .filter(([name]) => valuesOf(element, name)[0] === 'true')
          .map(([, right]) => right)
      ]);
      assert.deepEqual(objects, Object.fromEntries(opened), set);
    }
  });

  it('is shown in tabs to whom it concerns: the monitor to supervisors, what the org lacks to admins', () => {
    const seen = ['RingdownAgent', 'RingdownSupervisor', 'RingdownAdmin'].map((set) =>
      elementsOf(read(`permissionsets/${set}.permissionset-meta.xml`), 'tabSettings')
        .filter((element) => valuesOf(element, 'visibility')[0] === 'Visible')
        .flatMap((element) => valuesOf(element, 'tab'))
    );
    assert.deepEqual(seen, [[], ['RingdownMonitor'], ['RingdownMonitor', 'RingdownSetup']]);
  });
});

/** What an objectPermissions element says, and the right that a query shows, in the order of the table. */
const columns = {
  allowRead: 'Read',
  allowCreate: 'Create',
  allowEdit: 'Edit',
  allowDelete: 'Delete',
  viewAllRecords: 'ViewAllRecords',
  modifyAllRecords: 'ModifyAllRecords'
};

function elementsOf(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, content = '']) => content);
}

function valuesOf(text: string, name: string): string[] {
  return elementsOf(text, name).map((value) => value.trim());
}
