import { isUserPermission } from '../../../local/org/metadata/schema/schema';
import { isCustomSetting } from '../tree/custom-field';
import { hasField } from '../tree/known-fields';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type PackageTree } from '../tree/package-tree';
import { fieldOf, permissionSets, type Access } from '../tree/permission-set';
import { isStandardObject } from '../tree/standard-fields';

/** What a permission set names is there. */
export const permissionReferences: Rule = (files) => {
  const tree = treeOf(files);
  return permissionSets(files).flatMap(({ component, accesses }) =>
    accesses
      .filter((access) => !isThere(access, tree))
      .map(({ element, kind, name }) => `${at(component, element)} ${kind} ${name} is not there`)
  );
};

function isThere(access: Access, tree: PackageTree): boolean {
  const { kind, name } = access;
  const has = (type: string): boolean => tree.find(type, name) !== undefined;
  switch (kind) {
    case 'applicationVisibilities':
      return has('CustomApplication');
    case 'classAccesses':
      return has('ApexClass');
    case 'customMetadataTypeAccesses':
      return name.endsWith('__mdt') && has('CustomObject');
    case 'customPermissions':
      return has('CustomPermission');
    case 'customSettingAccesses':
      return isCustomSetting(tree, name);
    case 'fieldPermissions':
      return hasField(tree, ...fieldOf(access));
    case 'objectPermissions':
      return isStandardObject(name) || (has('CustomObject') && !isCustomSetting(tree, name));
    case 'pageAccesses':
      return has('ApexPage');
    case 'recordTypeVisibilities':
      return false;
    case 'tabSettings':
      return name.startsWith('standard-') || has('CustomTab');
    case 'userPermissions':
      return isUserPermission(name);
    default:
      return kind satisfies never;
  }
}
