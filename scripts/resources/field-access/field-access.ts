import type { ResolvedConfig, ResolvedPermissionSet } from '../../config/resolved-config';
import type { ChangeDetail } from '../change';
import { flagAt, recordsOf, textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';
import { refusedQuestion } from '../refused-question';
import type { CompareInput, Comparison, Resource } from '../resource';
import { soqlList } from '../soql';
import { bothSpellings, desiredFields, onceEach, type DesiredFields } from './desired-fields';
import { fieldFindings } from './field-findings';
import { permissionSetFile } from './permission-set-file';

const setsId = 'field-access:permission-sets';
const permissionsId = 'field-access:field-permissions';
const eventId = 'field-access:event';

/** The fields of Task, as the running user sees them. */
export const taskFieldsQuestion: Question = { id: 'field-access:task', via: 'describe', sobject: 'Task' };

/** Unpackaged permission sets: which fields of Task and Event their users see and change, and whether they may use the API. */
export const fieldAccess: Resource = {
  name: 'field-access',
  ask({ permissionSets }) {
    if (permissionSets.length === 0) return [];
    const names = soqlList(permissionSets.map(({ name }) => name));
    return [
      {
        id: setsId,
        via: 'data',
        soql: `SELECT Id, Name, Label, NamespacePrefix, PermissionsApiEnabled FROM PermissionSet WHERE Name IN ${names}`
      },
      {
        id: permissionsId,
        via: 'data',
        soql: `SELECT ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE ParentId IN (SELECT Id FROM PermissionSet WHERE Name IN ${names})`
      },
      taskFieldsQuestion,
      ...(needsEvent(permissionSets) ? [{ id: eventId, via: 'describe' as const, sobject: 'Event' }] : [])
    ];
  },
  compare(input) {
    const { config, answers, packagesPending } = input;
    const unreadable = [
      ...refusedQuestion(answers, setsId, 'its permission sets'),
      ...refusedQuestion(answers, permissionsId, 'the field access of its permission sets'),
      ...refusedQuestion(answers, taskFieldsQuestion.id, 'the fields of Task')
    ];
    if (unreadable.length > 0) return { changes: [], findings: unreadable, holds: [] };
    const comparisons = config.permissionSets.map((set) => compareSet(set, input));
    return {
      changes: comparisons.flatMap(({ changes }) => changes),
      findings: comparisons.flatMap(({ findings }) => findings),
      holds: comparisons.flatMap(({ holds }) => holds),
      recheckAfterInstall: packagesPending && config.permissionSets.some(dependsOnPackages)
    };
  }
};

/** The row of an unpackaged permission set. */
export function permissionSetRow(answers: Answers, name: string): OrgRecord | undefined {
  return recordsOf(answers, setsId).find(
    (row) => textAt(row, 'Name') === name && textAt(row, 'NamespacePrefix') === undefined
  );
}

function compareSet(set: ResolvedPermissionSet, { answers, packagesPending }: CompareInput): Comparison {
  const taskFields = recordsOf(answers, taskFieldsQuestion.id);
  const fields = desiredFields(set, taskFields);
  const findings = fieldFindings(set, fields, {
    taskFields,
    eventFields: recordsOf(answers, eventId),
    packagesPending
  });
  if (findings.some(({ severity }) => severity === 'blocked')) return { changes: [], findings, holds: [] };

  const row = permissionSetRow(answers, set.name);
  const details = [...setDetails(set, row), ...fieldDetails(fields, row ? permissionsOf(answers, row) : [])];
  if (row && details.length === 0) return { changes: [], findings, holds: holdsOf(set, fields) };
  const action = row ? 'update' : 'create';
  return {
    changes: [
      {
        kind: 'deploy-component',
        action,
        phase: 'metadata',
        address: `permission-set ${set.name}`,
        summary: `${action} the permission set ${set.label}`,
        details,
        component: permissionSetFile(set, fields)
      }
    ],
    findings,
    holds: []
  };
}

function setDetails({ label, apiEnabled }: ResolvedPermissionSet, row: OrgRecord | undefined): readonly ChangeDetail[] {
  const api = { field: 'ApiEnabled', after: String(apiEnabled) };
  if (!row) return [{ field: 'label', after: label }, api];
  const [heldLabel, heldApi] = [textAt(row, 'Label') ?? '', flagAt(row, 'PermissionsApiEnabled')];
  return [
    ...(heldLabel === label ? [] : [{ field: 'label', before: heldLabel, after: label }]),
    ...(heldApi === apiEnabled ? [] : [{ ...api, before: String(heldApi) }])
  ];
}

type Access = 'read' | 'edit';

/**
 * Rows of a custom Activity field for Task and for Event copy each other, and an org may return one or both (Object
 * Reference, FieldPermissions); so one row speaks for both spellings.
 */
function fieldDetails(desired: DesiredFields, rows: readonly OrgRecord[]): readonly ChangeDetail[] {
  const held = new Map<string, Access>();
  for (const row of rows) {
    if (!flagAt(row, 'PermissionsRead')) continue;
    const access = flagAt(row, 'PermissionsEdit') ? 'edit' : 'read';
    for (const field of bothSpellings(textAt(row, 'Field') ?? '')) held.set(field, access);
  }
  const changed = [...desired]
    .filter(([field, access]) => held.get(field) !== access)
    .map(([field, after]): ChangeDetail => {
      const before = held.get(field);
      return { field, ...(before && { before }), after };
    });
  const removed = [...held].filter(([field]) => !desired.has(field)).map(([field, before]) => ({ field, before }));
  return [...changed, ...removed];
}

function permissionsOf(answers: Answers, set: OrgRecord): readonly OrgRecord[] {
  return recordsOf(answers, permissionsId).filter((row) => textAt(row, 'ParentId') === textAt(set, 'Id'));
}

function holdsOf({ label, apiEnabled }: ResolvedPermissionSet, fields: DesiredFields): readonly string[] {
  const named = (access: Access): readonly string[] =>
    onceEach([...fields].flatMap(([field, is]) => (is === access ? [field] : [])));
  const [editable, visible] = [named('edit'), named('read')];
  return [
    ...(editable.length > 0 ? [`Permission set ${label}: may edit ${editable.join(', ')}`] : []),
    ...(visible.length > 0 ? [`Permission set ${label}: may see ${visible.join(', ')}`] : []),
    ...(apiEnabled ? [`Permission set ${label}: API is enabled`] : [])
  ];
}

function needsEvent(sets: ResolvedConfig['permissionSets']): boolean {
  return sets.some(({ fields }) => fields.some(({ field }) => /^Event\.(?!\w+__c$)/.test(field)));
}

function dependsOnPackages({ fields, describedNamespaces }: ResolvedPermissionSet): boolean {
  return describedNamespaces.length > 0 || fields.some(({ field }) => field.endsWith('__c'));
}
