import type { Rule } from '../tree/package-file';
import { at } from '../tree/package-tree';
import { fieldOf, isPackaged, permissionSets, type Access } from '../tree/permission-set';

/**
 * A packaged permission set gives only what is ours: an install drops standard objects, standard fields and user permissions
 * without a word. [Second-generation packaging guide, permission sets in packages]
 */
export const packagedPermissions: Rule = (files) =>
  permissionSets(files)
    .filter(isPackaged)
    .flatMap(({ component, accesses }) =>
      accesses
        .filter(isDropped)
        .map(({ element, kind, name }) => `${at(component, element)} ${kind} ${name} is dropped by an install`)
    );

function isDropped(access: Access): boolean {
  if (access.kind === 'userPermissions') return true;
  if (access.kind === 'objectPermissions') return !access.name.endsWith('__c');
  if (access.kind === 'tabSettings') return access.name.startsWith('standard-');
  return access.kind === 'fieldPermissions' && !fieldOf(access)[1].endsWith('__c');
}
