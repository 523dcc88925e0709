import AGENT_ACTIVITY from '@salesforce/schema/AgentActivity__c';
import CALL_LOG_PART from '@salesforce/schema/CallLogPart__c';
import CALL_KEY from '@salesforce/schema/Task.CallKey__c';
import { fine, wrong, type Evidence } from './finding';
import { openedClasses, roles, type OwnObject, type Role } from './roles';
import { rowsOf, textIn, type Row } from './row';

const objects: Readonly<Record<OwnObject, string>> = {
  AgentActivity__c: AGENT_ACTIVITY.objectApiName,
  CallLogPart__c: CALL_LOG_PART.objectApiName
};

/** The namespace of the package with what follows it, such as `ns__`; empty without one. */
const namespace = CALL_KEY.fieldApiName.replace(/CallKey__c$/, '');

/** Whether each permission set of the package opens its objects as far as it should, by what SetupHealth.objectAccess answered. */
export function checkObjects(answer: unknown): readonly Evidence[] {
  const rows = rowsOf(answer);
  return roles.map((role) => {
    const lacking = Object.entries(role.objects).flatMap(([object, rights]) => {
      const name = objects[object as OwnObject];
      const row = rows.find((each) => isOf(role, each) && textIn(each, 'SobjectType') === name);
      const closed = rights.filter((right) => row?.[`Permissions${right}`] !== true);
      return closed.length > 0 ? [`${name} (${closed.join(', ')})`] : [];
    });
    return lacking.length > 0
      ? wrong('opens-less', role.label, lacking.join(', '))
      : fine('objects-ok', role.label, Object.values(objects).join(', '));
  });
}

/** Whether each permission set opens the Apex that components call, by what SetupHealth.classes and SetupHealth.classAccess answered. */
export function checkClasses(classes: unknown, access: unknown): readonly Evidence[] {
  const own = rowsOf(classes).filter((row) => prefixOf(row) === namespace);
  const ids = new Map(own.map((row) => [textIn(row, 'Name'), textIn(row, 'Id')]));
  const gone = openedClasses.filter((name) => !ids.has(name));
  const rows = rowsOf(access);
  return [
    ...(gone.length > 0 ? [wrong('classes-gone', gone.join(', '))] : []),
    ...roles.map((role) => {
      const open = new Set(rows.filter((row) => isOf(role, row)).map((row) => textIn(row, 'SetupEntityId')));
      const there = role.classes.filter((name) => ids.has(name));
      const closed = there.filter((name) => !open.has(ids.get(name) ?? ''));
      return closed.length > 0
        ? wrong('opens-less', role.label, closed.join(', '))
        : fine('classes-ok', role.label, String(there.length));
    })
  ];
}

function isOf({ set }: Role, row: Row): boolean {
  return textIn(row, 'Parent', 'Name') === set;
}

function prefixOf(row: Row): string {
  const prefix = textIn(row, 'NamespacePrefix');
  return prefix === '' ? '' : `${prefix}__`;
}
