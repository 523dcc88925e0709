import { childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import { at, treeOf, type Component } from '../tree/package-tree';
import type { Rule } from '../tree/package-file';

/**
 * A component stands in one package. Only the labels and the translations of a language cannot help having one name in both,
 * which is why the packages are deployed one after the other: of two files with one name, a deploy takes the last, without a
 * word. Of labels, each is a component of its own (Metadata API guide, CustomLabels), so that the same one may not be in both.
 */
export const onePackageEach: Rule = (files) => {
  const seen = new Map<string, string>();
  return treeOf(files)
    .components.flatMap(placesOf)
    .flatMap(({ key, place }) => {
      const other = seen.get(key);
      seen.set(key, place);
      return other !== undefined ? [`${place} stands also at ${other}`] : [];
    });
};

type PlaceOfOne = { readonly key: string; readonly place: string };

function placesOf(component: Component): readonly PlaceOfOne[] {
  const { type, of = '', name, path, root } = component;
  if (type === 'Translations') return [];
  if (type !== 'CustomLabels') return [{ key: `${type}:${of}:${name}`, place: path }];
  return childrenOf(root, 'labels').map((label) => {
    const own = textOf(label, 'fullName') ?? '';
    return { key: `CustomLabel:${own}`, place: `${at(component, label)} ${own}` };
  });
}
