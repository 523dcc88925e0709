import { childrenOf, textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

const languages = ['de', 'es', 'fr', 'ja'];

/** Every label is in every language, and leaves open in each what it leaves open in English. */
export const labelsTranslated: Rule = (files) => {
  const tree = treeOf(files);
  return tree.ofType('CustomLabels').flatMap((file) => {
    const english = new Map(childrenOf(file.root, 'labels').map((label) => [textOf(label, 'fullName') ?? '', label]));
    return languages.flatMap((language) => {
      const translation = tree
        .ofType('Translations')
        .find((each) => each.package === file.package && each.name === language);
      if (!translation) return [`the ${file.package} package is not in ${language}`];
      const { path, root } = translation;
      const given = new Map(childrenOf(root, 'customLabels').map((label) => [textOf(label, 'name') ?? '', label]));
      return [
        ...[...english].flatMap(([name, label]) =>
          problemOf(label, given.get(name)).map((words) => `${path} ${name} ${words}`)
        ),
        ...[...given.keys()].filter((name) => !english.has(name)).map((name) => `${path} ${name} is no label`)
      ];
    });
  });
};

function problemOf(label: XmlElement, translated: XmlElement | undefined): readonly string[] {
  const text = translated && textOf(translated, 'label');
  if (!text?.trim()) return ['is not translated'];
  if (text.length > 1000) return ['is longer than 1000 characters'];
  return places(text) === places(textOf(label, 'value') ?? '') ? [] : ['has other places to fill than in English'];
}

const places = (text: string): string => [...new Set(text.match(/\{\d+\}/g))].sort().join();
