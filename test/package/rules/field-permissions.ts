import { customFieldOf } from '../tree/custom-field';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type PackageTree } from '../tree/package-tree';
import { fieldOf, permissionSets, type Access, type PermissionSet } from '../tree/permission-set';
import { isSecuredField } from '../tree/standard-fields';

/**
 * Field-level security is spelled as an org takes it: of activities as Task and Event alike, never of a required field, never of
 * a standard field that has none. [Metadata API guide, PermissionSet: fieldPermissions]
 */
export const fieldPermissions: Rule = (files) => {
  const tree = treeOf(files);
  return permissionSets(files).flatMap((set) => {
    const given = set.accesses.filter(({ kind }) => kind === 'fieldPermissions');
    const byName = new Map(given.map((access) => [access.name, access]));
    return given.flatMap((access) => {
      const problem = byName.get(access.name) === access ? problemOf(access, tree, byName) : 'is given twice';
      return problem ? [`${at(set.component, access.element)} ${access.name} ${problem}`] : [];
    });
  });
};

function problemOf(
  access: Access,
  tree: PackageTree,
  others: ReadonlyMap<string, PermissionSet['accesses'][number]>
): string | undefined {
  const [object, name] = fieldOf(access);
  if (object === 'Activity') return 'must be spelled as of Task and of Event';
  if (access.rights.includes('editable') && !access.rights.includes('readable')) return 'is editable but not readable';
  const other = object === 'Task' ? `Event.${name}` : object === 'Event' ? `Task.${name}` : undefined;
  if (other !== undefined && name.endsWith('__c') && others.get(other)?.rights.join() !== access.rights.join())
    return `must be given as ${other} is`;
  const field = customFieldOf(tree, object, name);
  if (field?.is('required')) return 'is required, so that everybody has it and nobody can be given it';
  if (field?.type === 'MasterDetail') return 'is of its parent, so that nobody can be given it';
  if (!name.endsWith('__c') && !isSecuredField(object, name)) return 'has no field-level security';
  return undefined;
}
