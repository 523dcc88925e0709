import { childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import { componentFiles } from '../tree/component-bundle';
import type { PackageFile, Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

type Use = { readonly path: string; readonly name: string };

/** Every label that a component or the Voice connector shows is there, and every label is shown by one. */
export const labelsUsed: Rule = (files) => {
  const labels = treeOf(files)
    .ofType('CustomLabels')
    .flatMap((file) =>
      childrenOf(file.root, 'labels').map((label) => ({ ...file, name: textOf(label, 'fullName') ?? '' }))
    );
  const imports = componentFiles(files, '.ts').flatMap((file) => matches(file, /@salesforce\/label\/([\w.]+)/g));
  const imported = imports.map(({ name }) => name.replace(/^c\./, ''));
  const named = connectorFiles(files).flatMap((file) => matches(file, labelOfError));
  const there = new Set(labels.map(({ name }) => name));
  // The base package may be installed alone, and the connector is nobody's but Voice's.
  const ofVoice = new Set(labels.filter((label) => label.package === 'voice').map(({ name }) => name));
  const used = new Set([...imported, ...named.map(({ name }) => name)]);
  return [
    ...imports.filter(({ name }) => !name.startsWith('c.') || !there.has(name.slice(2))).map(missing),
    ...named.filter(({ name }) => !ofVoice.has(name)).map(missing),
    ...labels
      .filter(({ name }) => !used.has(name))
      .map(({ path, name }) => `${path} holds ${name}, which nothing shows`)
  ];
};

/** The connector names a label beside its namespace, which it is told: Salesforce looks the words up. */
const labelOfError = /\b(?:failure|labelledError)\(\s*(?:[\w.]+,\s*)?'(\w+)'/g;

const connectorFiles = (files: readonly PackageFile[]): readonly PackageFile[] =>
  files.filter(({ path }) => /^web\/connector\/.+\.ts$/.test(path) && !path.endsWith('.test.ts'));

const matches = ({ path, text }: PackageFile, pattern: RegExp): readonly Use[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => ({ path, name }));

const missing = ({ path, name }: Use): string => `${path} shows the label ${name}, which is not there`;
