import type from '@salesforce/schema/Task.Type';
import { callLogFields } from 'c/callLogFields';
import { fine, wrong, type Evidence } from './finding';
import { rowsOf, textIn } from './row';

/** Task.Type, which no package can grant, and the fields of the package. */
const needed = [type, ...callLogFields].map(({ fieldApiName }) => `Task.${fieldApiName}`);

/**
 * Whether agents may write a call log, by what SetupHealth.fieldAccess answered: by RingdownAgent and by the permission sets
 * that the tool deploys beside it, which are all that are not of another role.
 */
export function checkFields(answer: unknown): readonly Evidence[] {
  const given = rowsOf(answer).filter(
    (row) =>
      row.PermissionsEdit === true && !['RingdownAdmin', 'RingdownSupervisor'].includes(textIn(row, 'Parent', 'Name'))
  );
  const open = new Set(given.map((row) => textIn(row, 'Field')));
  const closed = needed.filter((field) => !open.has(field));
  return [
    ...(closed.length < needed.length ? [fine('fields-ok', String(needed.length - closed.length))] : []),
    ...(closed.length > 0 ? [wrong('fields-closed', closed.join(', '))] : [])
  ];
}
