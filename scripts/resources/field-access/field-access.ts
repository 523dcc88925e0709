import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedPermissionSet } from '../../config/resolved-config/users';
import { namespaced } from '../namespaced';
import { recordsOf, refusalOf, textAt } from '../org-record';
import { callLogFields } from '../package-source/call-log-fields';
import type { Answers, OrgRecord, Question } from '../question';
import { refusedQuestion } from '../refused-question';
import type { CompareInput, Comparison, Resource } from '../resource';
import { soqlList } from '../soql';
import { readXmlChildren, type XmlElement } from '../xml/read-xml';
import { accessDifferences, unnamedFields, type HeldAccess } from './access-differences';
import { bothSpellings, desiredFields, onceEach, type DesiredFields } from './desired-fields';
import { fieldFindings, permissionSetUnread } from './field-findings';
import { permissionSetFile } from './permission-set-file';

const setsId = 'field-access:permission-sets';
const permissionsId = 'field-access:field-permissions';
const metadataId = 'field-access:metadata';
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
        soql: `SELECT Id, Name, Label, NamespacePrefix, ${permissionColumns(permissionSets).join(', ')} FROM PermissionSet WHERE Name IN ${names}`
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
  // Only what is going to be written must be known in full; a set that holds costs no question.
  askMore(config, answers) {
    const fullNames = config.permissionSets.filter((set) => isToUpdate(set, config, answers)).map(({ name }) => name);
    return fullNames.length > 0 ? [{ id: metadataId, via: 'metadata', type: 'PermissionSet', fullNames }] : [];
  },
  compare(input) {
    const { config, answers, packagesPending } = input;
    const unreadable = [
      ...refusedQuestion(answers, setsId, 'its permission sets'),
      ...refusedQuestion(answers, permissionsId, 'the field access of its permission sets'),
      ...refusedQuestion(answers, taskFieldsQuestion.id, 'the fields of Task'),
      ...refusedQuestion(answers, eventId, 'the fields of Event')
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

function isToUpdate(set: ResolvedPermissionSet, { packages }: ResolvedConfig, answers: Answers): boolean {
  const held = heldAccess(answers, set.name);
  if (!held.row) return false;
  const taskFields = recordsOf(answers, taskFieldsQuestion.id);
  if (packages.length > 0 && unnamedFields(set, taskFields).length > 0) return true;
  return accessDifferences(set, desiredFields(set, taskFields), held).length > 0;
}

function compareSet(set: ResolvedPermissionSet, { config, answers, packagesPending }: CompareInput): Comparison {
  const taskFields = recordsOf(answers, taskFieldsQuestion.id);
  const fields = desiredFields(set, taskFields);
  const findings = fieldFindings(set, fields, {
    taskFields,
    eventFields: recordsOf(answers, eventId),
    packagesPending,
    own: ownFields(config)
  });
  if (findings.some(({ severity }) => severity === 'blocked')) return { changes: [], findings, holds: [] };

  const held = heldAccess(answers, set.name);
  const details = [...accessDifferences(set, fields, held), ...(packagesPending ? unnamedFields(set, taskFields) : [])];
  if (held.row && details.length === 0) return { changes: [], findings, holds: holdsOf(set, fields) };
  const current = held.row && currentSet(answers, set.name);
  if (held.row && !current) {
    const unread = permissionSetUnread(set, refusalOf(answers, metadataId)?.message);
    return { changes: [], findings: [...findings, unread], holds: [] };
  }
  const action = held.row ? 'update' : 'create';
  return {
    changes: [
      {
        kind: 'deploy-component',
        action,
        phase: 'metadata',
        address: `permission-set ${set.name}`,
        summary: `${action} the permission set ${set.label}`,
        details,
        component: permissionSetFile(set, fields, current)
      }
    ],
    findings,
    holds: []
  };
}

function permissionColumns(sets: readonly ResolvedPermissionSet[]): readonly string[] {
  const names = sets.flatMap(({ userPermissions = [] }) => userPermissions);
  return [...new Set(['ApiEnabled', ...names])].map((name) => `Permissions${name}`);
}

/** Our own fields: whether the org has them the package's own comparison says, for describe hides what nobody opened yet. */
function ownFields({ ringdown }: ResolvedConfig): ReadonlySet<string> {
  if (ringdown === undefined) return new Set();
  return new Set(callLogFields.flatMap((field) => bothSpellings(`Task.${namespaced(ringdown.namespace, field)}`)));
}

function heldAccess(answers: Answers, name: string): HeldAccess {
  const row = permissionSetRow(answers, name);
  const id = row && textAt(row, 'Id');
  const rows = recordsOf(answers, permissionsId);
  return { row, fieldPermissions: id === undefined ? [] : rows.filter((one) => textAt(one, 'ParentId') === id) };
}

/** The whole set as the org returned it; undefined when it did not. */
function currentSet(answers: Answers, name: string): XmlElement | undefined {
  const found = recordsOf(answers, metadataId).find(({ fullName }) => fullName === name);
  const reading = found && readXmlChildren('PermissionSet', textAt(found, 'xml') ?? '');
  return reading?.ok && reading.root.children.length > 0 ? reading.root : undefined;
}

function holdsOf(
  { label, apiEnabled, userPermissions = [] }: ResolvedPermissionSet,
  fields: DesiredFields
): readonly string[] {
  const named = (access: 'read' | 'edit'): readonly string[] =>
    onceEach([...fields].flatMap(([field, is]) => (is === access ? [field] : [])));
  const [editable, visible] = [named('edit'), named('read')];
  return [
    ...(editable.length > 0 ? [`Permission set ${label}: may edit ${editable.join(', ')}`] : []),
    ...(visible.length > 0 ? [`Permission set ${label}: may see ${visible.join(', ')}`] : []),
    ...(apiEnabled ? [`Permission set ${label}: API is enabled`] : []),
    ...(userPermissions.length > 0 ? [`Permission set ${label}: grants ${userPermissions.join(', ')}`] : [])
  ];
}

function needsEvent(sets: ResolvedConfig['permissionSets']): boolean {
  return sets.some(({ fields }) => fields.some(({ field }) => /^Event\.(?!\w+__c$)/.test(field)));
}

function dependsOnPackages({ fields, describedNamespaces }: ResolvedPermissionSet): boolean {
  return describedNamespaces.length > 0 || fields.some(({ field }) => field.endsWith('__c'));
}
