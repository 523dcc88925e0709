import type from '@salesforce/schema/Task.Type';
import { fine, wrong, type Evidence } from './finding';
import { packageFields } from './packageFields';
import { roles } from './roles';
import { rowsOf, textIn } from './row';

/** Task.Type, which no package can grant, and the fields of the package. */
const needed = [`Task.${type.fieldApiName}`, ...packageFields];

/**
 * Whether agents may write a call log, by what SetupHealth.fieldAccess answered: by RingdownAgent and by the permission sets
 * that the tool deploys beside it, which are all that are not of another role. The other roles need the package's fields.
 */
export function checkFields(answer: unknown): readonly Evidence[] {
  const given = rowsOf(answer).filter((row) => row.PermissionsEdit === true);
  const openIn = (isAsked: (set: string) => boolean): ReadonlySet<string> =>
    new Set(given.filter((row) => isAsked(textIn(row, 'Parent', 'Name'))).map((row) => spelled(textIn(row, 'Field'))));
  const others = roles.filter(({ set }) => set !== 'RingdownAgent');
  const open = openIn((set) => others.every((role) => role.set !== set));
  const closed = needed.filter((field) => !open.has(field));
  return [
    ...(closed.length < needed.length ? [fine('fields-ok', String(needed.length - closed.length))] : []),
    ...(closed.length > 0 ? [wrong('fields-closed', closed.join(', '))] : []),
    ...others.flatMap(({ set, label }) => {
      const opened = openIn((name) => name === set);
      const lacking = packageFields.filter((field) => !opened.has(field));
      return lacking.length > 0 ? [wrong('opens-less', label, lacking.join(', '))] : [];
    })
  ];
}

/** A custom field of activities has rows for Task, for Event or for both, which say the same [Object Reference, FieldPermissions]. */
function spelled(field: string): string {
  return field.replace(/^Event\.(?=\w+__c$)/, 'Task.');
}
