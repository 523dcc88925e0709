import { parseXml } from '../../../local/org/metadata/xml/parse-xml';
import { xmlElement, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import { placeOf, type Place } from './component-of-path';
import type { PackageFile } from './package-file';

/** A metadata file that was read. */
export type Component = Place & { readonly path: string; readonly root: XmlElement };

/** What rules ask about all metadata at once. */
export type PackageTree = {
  readonly components: readonly Component[];
  ofType(type: string): readonly Component[];
  find(type: string, name: string): Component | undefined;
  /** A field of an object of ours or a field that we add to a standard one; Task and Event have those of Activity. */
  field(object: string, name: string): Component | undefined;
};

const trees = new WeakMap<readonly PackageFile[], PackageTree>();
const read = new WeakMap<PackageFile, Component | undefined>();

/** Reads the metadata among these files; a file that is not XML counts as an empty one, which the structure rule reports. */
export function treeOf(files: readonly PackageFile[]): PackageTree {
  const known = trees.get(files);
  if (known) return known;
  const components = files.flatMap((file) => componentOf(file) ?? []);
  const byType = new Map<string, Component[]>();
  for (const each of components) byType.set(each.type, (byType.get(each.type) ?? []).concat(each));
  const byName = new Map(components.map((each) => [`${each.type}:${each.of ?? ''}:${each.name}`, each]));
  const ofType = (type: string): readonly Component[] => byType.get(type) ?? [];
  const find = (type: string, name: string): Component | undefined => byName.get(`${type}::${name}`);
  const field = (object: string, name: string): Component | undefined =>
    byName.get(`CustomField:${object === 'Task' || object === 'Event' ? 'Activity' : object}:${name}`);
  const tree: PackageTree = { components, ofType, find, field };
  trees.set(files, tree);
  return tree;
}

function componentOf(file: PackageFile): Component | undefined {
  if (read.has(file)) return read.get(file);
  const place = placeOf(file.path);
  const component = place && { ...place, path: file.path, root: parseXml(file.text).root ?? xmlElement('', '') };
  read.set(file, component);
  return component;
}

/** Where something stands: path and line. */
export const at = ({ path }: { readonly path: string }, element?: XmlElement): string =>
  element && element.line > 0 ? `${path}:${element.line}` : path;
