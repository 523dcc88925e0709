import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused, soqlOf } from '../../../test/fixtures/answers';
import { aConfig, aPermissionSet } from '../../../test/fixtures/resolved-config';
import type { ResolvedPermissionSet } from '../../config/resolved-config';
import type { DeployComponent } from '../change';
import type { Answers, OrgRecord } from '../question';
import type { Comparison } from '../resource';
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
};

function orgWith({ sets = [], rows = [], fields = task }: Org): Answers {
  return answersOf({
    'field-access:permission-sets': sets,
    'field-access:field-permissions': rows,
    'field-access:task': fields
  });
}

function outcome(given: Partial<ResolvedPermissionSet>, org: Org, packagesPending = false): Comparison {
  return compare(fieldAccess, aConfig({ permissionSets: [aPermissionSet(given)] }), orgWith(org), { packagesPending });
}

function deployed({ changes: [change] }: Comparison): DeployComponent {
  assert.ok(change?.kind === 'deploy-component');
  return change;
}

const fieldsIn = ({ component }: DeployComponent): readonly string[] =>
  [...component.content.matchAll(/<field>(.*?)<\/field>/g)].map((match) => match[1] ?? '');

describe('field access', () => {
  it('is created, left alone, updated', () => {
    assert.equal(deployed(outcome({}, {})).action, 'create');
    assert.deepEqual(outcome({}, { sets: [set], rows: [row('Task.Type', true)] }).changes, []);
    const change = deployed(
      outcome({}, { sets: [{ ...set, PermissionsApiEnabled: false }], rows: [row('Task.Type', false)] })
    );
    assert.deepEqual(change.details, [
      { field: 'ApiEnabled', before: 'false', after: 'true' },
      { field: 'Task.Type', before: 'read', after: 'edit' }
    ]);
  });

  it('takes away what the configuration no longer opens', () => {
    const rows = [row('Task.Type', true), row('Task.Own__c', true), row('Event.Own__c', true)];
    assert.deepEqual(deployed(outcome({ apiEnabled: false }, { sets: [set], rows })).details, [
      { field: 'ApiEnabled', before: 'true', after: 'false' },
      { field: 'Task.Own__c', before: 'edit' },
      { field: 'Event.Own__c', before: 'edit' }
    ]);
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
    const answers = answersOf({ 'field-access:permission-sets': refused });
    assert.deepEqual(codesOf(compare(fieldAccess, aConfig({ permissionSets: [aPermissionSet()] }), answers)), [
      'blocked ORG_UNREADABLE'
    ]);
  });
});
