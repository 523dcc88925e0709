import { childrenOf, textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import type { PackageFile } from './package-file';
import { treeOf, type Component } from './package-tree';
import { remembered } from './remembered';

/** One access that a permission set gives, such as reading a field. */
export type Access = {
  readonly kind: AccessKind;
  readonly name: string;
  /** The switches that are on, such as `readable` or `allowCreate`. */
  readonly rights: readonly string[];
  readonly element: XmlElement;
};

export type AccessKind = keyof typeof kinds;

/** The element of each kind of access, and the one that names what it is about. */
const kinds = {
  applicationVisibilities: 'application',
  classAccesses: 'apexClass',
  customMetadataTypeAccesses: 'name',
  customPermissions: 'name',
  customSettingAccesses: 'name',
  fieldPermissions: 'field',
  objectPermissions: 'object',
  pageAccesses: 'apexPage',
  recordTypeVisibilities: 'recordType',
  tabSettings: 'tab',
  userPermissions: 'name'
} as const;

export type PermissionSet = { readonly component: Component; readonly accesses: readonly Access[] };

/** Every permission set with what it gives. */
export const permissionSets = (files: readonly PackageFile[]): readonly PermissionSet[] =>
  treeOf(files)
    .ofType('PermissionSet')
    .map((component) => ({ component, accesses: accessesOf(component) }));

export const isPackaged = ({ component }: PermissionSet): boolean => component.package !== 'post-install';

const accessesOf = remembered(({ root }: Component): readonly Access[] =>
  (Object.entries(kinds) as readonly (readonly [AccessKind, string])[]).flatMap(([kind, named]) =>
    childrenOf(root, kind).map((element) => ({
      kind,
      name: textOf(element, named) ?? '',
      rights: element.children
        .filter(({ name, text }) => name !== named && text !== 'false' && text !== 'None')
        .map(({ name, text }) => (text === 'true' ? name : `${name} ${text}`)),
      element
    }))
  )
);

/** Object and field of a field's access. */
export function fieldOf({ name }: Access): readonly [object: string, field: string] {
  const [object = '', field = ''] = name.split('.');
  return [object, field];
}
