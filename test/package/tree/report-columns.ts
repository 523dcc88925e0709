import type { PackageTree } from './package-tree';
import { isStandardField } from './standard-fields';

/** What report types offer of activities beyond fields of tasks. */
const onlyReported = new Set(['IsTask', 'Who', 'What', 'Account', 'Owner', 'CreatedBy', 'LastModifiedBy']);

/** Whether a report type can offer this column; a report spells a reference without its `Id`. */
export function hasReportColumn(tree: PackageTree, object: string, field: string): boolean {
  if (field.endsWith('__c')) return tree.field(object, field) !== undefined;
  if (object === 'Activity')
    return onlyReported.has(field) || isStandardField('Task', field) || isStandardField('Event', field);
  return onlyReported.has(field) ? isStandardField(object, `${field}Id`) : isStandardField(object, field);
}
