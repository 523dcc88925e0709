import type { PackageTree } from './package-tree';
import { isStandardField, isStandardObject } from './standard-fields';

/** Whether an object has a field, ours or a standard one. */
export const hasField = (tree: PackageTree, object: string, name: string): boolean =>
  isStandardField(object, name) || tree.field(object, name) !== undefined;

/** Whether there is an object of this name, ours or a standard one. */
export const hasObject = (tree: PackageTree, object: string): boolean =>
  isStandardObject(object) || tree.find('CustomObject', object) !== undefined;
