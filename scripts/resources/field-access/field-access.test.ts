import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused, soqlOf } from '../../../test/fixtures/answers';
import { aConfig, aPackage, aPermissionSet } from '../../../test/fixtures/resolved-config';
import type { ResolvedPermissionSet } from '../../config/resolved-config/users';
import type { DeployComponent } from '../change';
import type { Answers, OrgRecord } from '../question';
import type { Comparison } from '../resource';
import { readXml, type XmlElement } from '../xml/read-xml';
import { fieldAccess } from './field-access';

const task: readonly OrgRecord[] = [
  { name: 'Type', custom: false, permissionable: true },
  { name: 'Subject', custom: false, permissionable: false },
  { name: 'cnt8x8__CallId__c', custom: true, permissionable: true },
  { name: 'cnt8x8__Required__c', custom: true, permissionable: false },
  { name: 'Own__c', custom: true, permissionable: true }
];
const set = {
  Id: '0PS000000000001AAA',
  Name: 'RingdownAccess',
  Label: 'Ringdown access',
  NamespacePrefix: null,
  PermissionsApiEnabled: true
};
const row = (field: string, edit: boolean): OrgRecord => ({
  ParentId: set.Id,
  SobjectType: field.split('.')[0],
  Field: field,
  PermissionsRead: true,
  PermissionsEdit: edit
});

type Org = {
  readonly sets?: readonly OrgRecord[];
  readonly rows?: readonly OrgRecord[];
  readonly fields?: readonly OrgRecord[];
  /** What the org returns of the set; without it the question was not answered. */
  readonly xml?: string;
};

function orgWith({ sets = [], rows = [], fields = task, xml }: Org): Answers {
  return answersOf({
    'field-access:permission-sets': sets,
    'field-access:field-permissions': rows,
    'field-access:task': fields,
    ...(xml !== undefined && { 'field-access:metadata': [{ fullName: set.Name, xml }] })
  });
}

function outcome(given: Partial<ResolvedPermissionSet>, org: Org, packagesPending = false): Comparison {
  return compare(fieldAccess, aConfig({ permissionSets: [aPermissionSet(given)] }), orgWith(org), { packagesPending });
}

function deployed({ changes: [change] }: Comparison): DeployComponent {
  assert.ok(change?.kind === 'deploy-component');
  return change;
}

const label = '<label>Ringdown access</label>';

const fieldsIn = ({ component }: DeployComponent): readonly string[] =>
  [...component.content.matchAll(/<field>(.*?)<\/field>/g)].map((match) => match[1] ?? '');

const others = `<applicationVisibilities><application>Sales</application><default>false</default><visible>true</visible></applicationVisibilities>
  <classAccesses><apexClass>CallLog</apexClass><enabled>true</enabled></classAccesses>
  <description>Agents &amp; supervisors</description>
  <fieldPermissions><editable>true</editable><field>Account.Site</field><readable>true</readable></fieldPermissions>
  <fieldPermissions><editable>true</editable><field>Event.Other__c</field><readable>true</readable></fieldPermissions>
  <fieldPermissions><editable>true</editable><field>Task.Other__c</field><readable>true</readable></fieldPermissions>
  <hasActivationRequired>true</hasActivationRequired>
  <license>Salesforce</license>
  <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Case</object><viewAllRecords>false</viewAllRecords></objectPermissions>
  <tabSettings><tab>standard-Case</tab><visibility>Visible</visibility></tabSettings>
  <userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>`;

/** Elements of a file as one line each, in the order of the file. */
function elementsOf(xml: string): readonly string[] {
  const reading = readXml(xml);
  assert.ok(reading.ok);
  const line = ({ name, text, children }: XmlElement): string =>
    `${name}:${children.length > 0 ? children.map(line).join(',') : text}`;
  return reading.root.children.map(line);
}

describe('a permission set that others use too', () => {
  const rows = [
    row('Task.Type', false),
    row('Account.Site', true),
    row('Task.Other__c', true),
    row('Event.Own__c', true)
  ];
  const given = {
    fields: [
      { field: 'Task.Type', access: 'edit' },
      { field: 'Task.Own__c', access: 'read' }
    ]
  } as const;
  const xml = `<fullName>RingdownAccess</fullName>${others}
    <fieldPermissions><editable>false</editable><field>Task.Type</field><readable>true</readable></fieldPermissions>
    <fieldPermissions><editable>true</editable><field>Event.Own__c</field><readable>true</readable></fieldPermissions>
    <label>Old label</label>
    <userPermissions><enabled>false</enabled><name>ApiEnabled</name></userPermissions>`;
  const held = { sets: [{ ...set, Label: 'Old label', PermissionsApiEnabled: false }], rows };

  it('keeps everything that the configuration does not name', () => {
    const { content } = deployed(outcome(given, { ...held, xml })).component;
    const written = elementsOf(content);
    const kept = elementsOf(`<PermissionSet>${others}</PermissionSet>`);
    assert.deepEqual(
      kept.filter((line) => !written.includes(line)),
      []
    );
    assert.deepEqual(
      written.filter((line) => !kept.includes(line)),
      [
        'fieldPermissions:editable:false,field:Event.Own__c,readable:true',
        'fieldPermissions:editable:false,field:Task.Own__c,readable:true',
        'fieldPermissions:editable:true,field:Task.Type,readable:true',
        'label:Ringdown access',
        'userPermissions:enabled:true,name:ApiEnabled'
      ]
    );
  });

  it('is written with its elements in the order of the alphabet, and fields in theirs', () => {
    const { content } = deployed(outcome(given, { ...held, xml })).component;
    const names = elementsOf(content).map((line) => line.slice(0, line.indexOf(':')));
    assert.deepEqual(names, [...names].sort());
    const fields = fieldsIn(deployed(outcome(given, { ...held, xml })));
    assert.deepEqual(fields, [...fields].sort());
    assert.ok(content.includes('<description>Agents &amp; supervisors</description>'));
  });

  it('is written the same when the org gives back what was written', () => {
    const first = deployed(outcome(given, { ...held, xml })).component.content;
    const inside = first.replace(/^[^>]*>\s*<PermissionSet[^>]*>|<\/PermissionSet>\s*$/g, '');
    assert.equal(deployed(outcome(given, { ...held, xml: inside })).component.content, first);
  });

  it('keeps API access that the configuration does not ask for', () => {
    const granted = '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>';
    const change = deployed(
      outcome({ ...given, apiEnabled: false }, { sets: [set], rows, xml: `${others}${label}${granted}` })
    );
    assert.ok(elementsOf(change.component.content).includes('userPermissions:enabled:true,name:ApiEnabled'));
  });

  it('is not overwritten when the org does not return it', () => {
    for (const xml of [undefined, '', '<label>']) {
      const comparison = outcome(given, { ...held, ...(xml !== undefined && { xml }) });
      assert.deepEqual([comparison.changes, codesOf(comparison)], [[], ['blocked PERMISSION_SET_UNREAD']]);
    }
  });

  it('is asked for as a whole only when it is to be changed, all sets in one question', () => {
    const sets = [aPermissionSet(given), aPermissionSet({ name: 'Second' }), aPermissionSet({ name: 'New' })];
    const second = { ...set, Id: '0PS000000000002AAA', Name: 'Second' };
    const ask = (org: Org): readonly unknown[] | undefined =>
      fieldAccess.askMore?.(aConfig({ permissionSets: sets }), orgWith(org));
    assert.deepEqual(ask({ ...held, sets: [...held.sets, second] }), [
      {
        id: 'field-access:metadata',
        via: 'metadata',
        type: 'PermissionSet',
        fullNames: ['RingdownAccess', 'Second']
      }
    ]);
    assert.deepEqual(ask({ sets: [set], rows: [row('Task.Type', true), row('Task.Own__c', false)] }), []);
    assert.deepEqual(ask({}), []);
  });

  it('is asked for when a package is still to bring its fields', () => {
    const namespace = aPermissionSet({ fields: [], describedNamespaces: [{ namespace: 'late', access: 'edit' }] });
    const config = aConfig({ permissionSets: [namespace], packages: [aPackage()] });
    assert.equal(fieldAccess.askMore?.(config, orgWith({ sets: [set] })).length, 1);
  });
});

describe('field access', () => {
  it('is created, left alone, updated', () => {
    assert.equal(deployed(outcome({}, {})).action, 'create');
    assert.deepEqual(outcome({}, { sets: [set], rows: [row('Task.Type', true)] }).changes, []);
    const change = deployed(
      outcome({}, { sets: [{ ...set, PermissionsApiEnabled: false }], rows: [row('Task.Type', false)], xml: label })
    );
    assert.deepEqual(change.details, [
      { field: 'ApiEnabled', before: 'false', after: 'true' },
      { field: 'Task.Type', before: 'read', after: 'edit' }
    ]);
  });

  it('narrows what is wider than configured, and takes nothing away that the configuration does not name', () => {
    const given = { apiEnabled: false, fields: [{ field: 'Task.Type', access: 'read' }] } as const;
    const rows = [
      row('Task.Type', true),
      row('Task.Own__c', true),
      row('Event.Own__c', true),
      row('Account.Site', true)
    ];
    assert.deepEqual(deployed(outcome(given, { sets: [set], rows, xml: label })).details, [
      { field: 'Task.Type', before: 'edit', after: 'read' }
    ]);
    assert.deepEqual(outcome(given, { sets: [set], rows: [row('Task.Type', false), ...rows.slice(1)] }).changes, []);
  });

  it('spells custom Activity fields for Task and for Event, sorted, and takes one row for both', () => {
    const given = {
      fields: [
        { field: 'Task.Type', access: 'edit' },
        { field: 'Event.Own__c', access: 'read' }
      ]
    } as const;
    assert.deepEqual(fieldsIn(deployed(outcome(given, {}))), ['Event.Own__c', 'Task.Own__c', 'Task.Type']);
    assert.deepEqual(
      outcome(given, { sets: [set], rows: [row('Task.Type', true), row('Task.Own__c', false)] }).changes,
      []
    );
  });

  it('opens every field of a namespace that has field-level security', () => {
    const given = { fields: [], describedNamespaces: [{ namespace: 'cnt8x8', access: 'edit' }] } as const;
    assert.deepEqual(fieldsIn(deployed(outcome(given, {}))), ['Event.cnt8x8__CallId__c', 'Task.cnt8x8__CallId__c']);
    assert.deepEqual(codesOf(outcome(given, { fields: [] })), ['warning NAMESPACE_WITHOUT_FIELDS']);
    const pending = outcome(given, { fields: [] }, true);
    assert.deepEqual([pending.findings, pending.recheckAfterInstall], [[], true]);
    assert.deepEqual(deployed(pending).details.at(-1), {
      field: 'every cnt8x8__ field of Task, named once the package is installed',
      after: 'edit'
    });
    assert.equal(
      outcome(given, {}, true).changes[0]?.details.filter(({ field }) => field.startsWith('every')).length,
      0
    );
  });

  it('blocks fields that the org does not have, unless a package still brings them', () => {
    const given = { fields: [{ field: 'Task.Missing__c', access: 'read' }] } as const;
    assert.deepEqual(codesOf(outcome(given, {})), ['blocked FIELD_MISSING', 'blocked FIELD_MISSING']);
    assert.deepEqual(codesOf(outcome(given, {}, true)), []);
  });

  it('blocks fields without field-level security, since a deploy with one fails', () => {
    for (const field of ['Task.CallDisposition', 'Task.CallDurationInSeconds', 'Task.CallObject', 'Task.Subject']) {
      assert.deepEqual(
        codesOf(outcome({ fields: [{ field, access: 'read' }] }, {})),
        ['blocked FIELD_WITHOUT_SECURITY'],
        field
      );
    }
  });

  it('opens Task.Type even where the running user does not see it yet', () => {
    assert.equal(deployed(outcome({}, { fields: [] })).action, 'create');
  });

  it('does not take a package’s permission set of the same name for ours', () => {
    assert.equal(deployed(outcome({}, { sets: [{ ...set, NamespacePrefix: 'acme' }] })).action, 'create');
  });

  it('asks for rows and their parents in one round, and stops when they are refused', () => {
    const questions = fieldAccess.ask(aConfig({ permissionSets: [aPermissionSet({ name: "O'Brien" })] }));
    assert.match(
      soqlOf(questions[1]),
      /WHERE ParentId IN \(SELECT Id FROM PermissionSet WHERE Name IN \('O\\'Brien'\)\)/
    );
    assert.deepEqual(
      questions.map(({ via }) => via),
      ['data', 'data', 'describe']
    );
    const event = aPermissionSet({ fields: [{ field: 'Event.Subject', access: 'read' }] });
    const all = ['permission-sets', 'field-permissions', 'task', 'event'].map((name) => `field-access:${name}`);
    assert.deepEqual(
      fieldAccess.ask(aConfig({ permissionSets: [event] })).map(({ id }) => id),
      all
    );
    for (const id of all) {
      const answers = new Map([...orgWith({}), [id, refused] as const]);
      const comparison = compare(fieldAccess, aConfig({ permissionSets: [event] }), answers);
      assert.deepEqual([comparison.changes, codesOf(comparison)], [[], ['blocked ORG_UNREADABLE']], id);
    }
  });
});
