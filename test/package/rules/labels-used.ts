import { childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import { componentFiles } from '../tree/component-bundle';
import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

/** Every label that a component shows is there, and every label is shown by one. */
export const labelsUsed: Rule = (files) => {
  const labels = treeOf(files)
    .ofType('CustomLabels')
    .flatMap(({ path, root }) =>
      childrenOf(root, 'labels').map((label) => ({ path, name: textOf(label, 'fullName') ?? '' }))
    );
  const there = new Set(labels.map(({ name }) => name));
  const uses = componentFiles(files, '.ts').flatMap(({ path, text }) =>
    [...text.matchAll(/@salesforce\/label\/([\w.]+)/g)].map(([, name = '']) => ({ path, name }))
  );
  const used = new Set(uses.map(({ name }) => name.replace(/^c\./, '')));
  return [
    ...uses
      .filter(({ name }) => !name.startsWith('c.') || !there.has(name.slice(2)))
      .map(({ path, name }) => `${path} shows the label ${name}, which is not there`),
    ...labels
      .filter(({ name }) => !used.has(name))
      .map(({ path, name }) => `${path} holds ${name}, which nothing shows`)
  ];
};
