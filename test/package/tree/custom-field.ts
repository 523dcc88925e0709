import { textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import type { PackageFile } from './package-file';
import { treeOf, type PackageTree } from './package-tree';

/** A custom field as its file declares it. */
export type CustomField = {
  readonly path: string;
  readonly object: string;
  readonly name: string;
  readonly type: string;
  readonly root: XmlElement;
  /** The text of an element, or undefined when it is not there. */
  readonly text: (element: string) => string | undefined;
  readonly is: (element: string) => boolean;
};

/** Every custom field of the packages. */
export const customFields = (files: readonly PackageFile[]): readonly CustomField[] =>
  treeOf(files)
    .ofType('CustomField')
    .map(({ path, of = '', name, root }) => customField(path, of, name, root));

/** The field of this name, of an object of ours or added to a standard one. */
export function customFieldOf(tree: PackageTree, object: string, name: string): CustomField | undefined {
  const found = tree.field(object, name);
  return found && customField(found.path, found.of ?? '', found.name, found.root);
}

function customField(path: string, object: string, name: string, root: XmlElement): CustomField {
  const text = (element: string): string | undefined => textOf(root, element);
  return { path, object, name, type: text('type') ?? '', root, text, is: (element) => text(element) === 'true' };
}

export const isSettingsType = (object: string): boolean => object.endsWith('__mdt');

/** Objects of ours that are custom settings. */
export const isCustomSetting = (tree: PackageTree, object: string): boolean => {
  const found = tree.find('CustomObject', object);
  return found !== undefined && textOf(found.root, 'customSettingsType') !== undefined;
};
