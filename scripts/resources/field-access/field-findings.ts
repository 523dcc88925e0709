import type { ResolvedPermissionSet } from '../../config/resolved-config/users';
import { flagAt, textAt } from '../org-record';
import type { OrgRecord } from '../question';
import type { Finding } from '../resource';
import { namespaceFields, type DesiredFields } from './desired-fields';

/** "Not subject to field-level security" (Object Reference, Task): a deploy that lists one fails. */
export const fieldsWithoutSecurity: readonly string[] = [
  'Task.CallDisposition',
  'Task.CallDurationInSeconds',
  'Task.CallObject'
];

/**
 * Standard fields with field-level security. Describe leaves out what the running user may not see, so that the absence of
 * one of these says nothing.
 */
const securedStandardFields: readonly string[] = [
  ...['Task.ActivityDate', 'Task.Description', 'Task.Type', 'Task.WhoId', 'Task.WhatId', 'Task.IsVisibleInSelfService'],
  ...['Event.Description', 'Event.Type', 'Event.WhoId', 'Event.WhatId', 'Event.Location', 'Event.IsAllDayEvent'],
  'Event.IsVisibleInSelfService'
];

type Described = {
  readonly taskFields: readonly OrgRecord[];
  readonly eventFields: readonly OrgRecord[];
  /** What a package of this plan brings cannot be described yet. */
  readonly packagesPending: boolean;
  /** Fields of our own package, which are looked for elsewhere. */
  readonly own?: ReadonlySet<string>;
};

/** What keeps a permission set from opening its fields: fields without security, and fields that the org does not have. */
export function fieldFindings(
  set: ResolvedPermissionSet,
  fields: DesiredFields,
  described: Described
): readonly Finding[] {
  return [
    ...[...fields.keys()].flatMap((field) => fieldFinding(set, field, described)),
    ...set.describedNamespaces.flatMap(({ namespace }) => namespaceFinding(set, namespace, described))
  ];
}

function fieldFinding(set: ResolvedPermissionSet, field: string, described: Described): readonly Finding[] {
  if (fieldsWithoutSecurity.includes(field)) {
    return [
      {
        code: 'FIELD_WITHOUT_SECURITY',
        severity: 'blocked',
        message: `${field} is not subject to field-level security: everyone who sees the task sees it.`,
        fix: `Remove ${field} from permissionSets.${set.name}.fields.`
      }
    ];
  }
  if (securedStandardFields.includes(field) || described.own?.has(field)) return [];
  const row = rowOf(field, described);
  if (!row) return described.packagesPending && field.endsWith('__c') ? [] : [missing(set, field)];
  if (flagAt(row, 'permissionable')) return [];
  return [
    {
      code: 'FIELD_WITHOUT_SECURITY',
      severity: 'blocked',
      message: `${field} has no field-level security in this org: it is required, or a system field.`,
      fix: `Remove ${field} from permissionSets.${set.name}.fields.`
    }
  ];
}

/** A custom Activity field is in the describe of Task under either spelling. */
function rowOf(field: string, { taskFields, eventFields }: Described): OrgRecord | undefined {
  const [sobject, name = ''] = field.split('.');
  const rows = sobject === 'Event' && !name.endsWith('__c') ? eventFields : taskFields;
  return rows.find((row) => textAt(row, 'name') === name);
}

function missing(set: ResolvedPermissionSet, field: string): Finding {
  return {
    code: 'FIELD_MISSING',
    severity: 'blocked',
    message: `The org has no field ${field}, or the running user does not see it.`,
    fix: `Compare permissionSets.${set.name}.fields with Setup > Object Manager > Task > Fields & Relationships, and add the package that brings the field under packages.`
  };
}

function namespaceFinding(
  set: ResolvedPermissionSet,
  namespace: string,
  { taskFields, packagesPending }: Described
): readonly Finding[] {
  if (packagesPending || namespaceFields(taskFields, namespace).length > 0) return [];
  return [
    {
      code: 'NAMESPACE_WITHOUT_FIELDS',
      severity: 'warning',
      message: `Task has no custom field of namespace ${namespace} that the running user sees, so that permission set ${set.name} opens none.`,
      fix: `Check the namespace of the installed package in Setup > Apps > Packaging > Installed Packages.`
    }
  ];
}

/** A deploy replaces the whole permission set, so that one whose content is unknown is not written. */
export function permissionSetUnread({ name, label }: ResolvedPermissionSet, said: string | undefined): Finding {
  return {
    code: 'PERMISSION_SET_UNREAD',
    severity: 'blocked',
    message: `The org has the permission set ${label} (${name}) but does not return what it grants${said === undefined ? '' : `: ${said}`}. Writing it would take away what others gave it.`,
    fix: `Give the running user Modify Metadata Through Metadata API Functions, or name a permission set of your own under permissionSets.`
  };
}
