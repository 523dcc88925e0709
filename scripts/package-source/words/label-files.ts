import { leaf, writeMetadata, type XmlNode } from '../../resources/xml/write-xml';
import type { LabelWords } from './label-words';
import { partKinds, type MetadataWords, type PartWords } from './metadata-words';
import { languages, type Language } from './words';

/** A file of a package: its path inside the package and its text. */
export type WrittenFile = { readonly path: string; readonly content: string };

/** The custom labels of a package, in English; none when it has no words. */
export function customLabelsFile(labels: readonly LabelWords[]): readonly WrittenFile[] {
  if (labels.length === 0) return [];
  const nodes = labels.map(({ name, words }) => ({
    name: 'labels',
    content: [
      ...leaf('fullName', name),
      ...leaf('language', 'en_US'),
      // Nobody builds on the words of our components, so that they can still be removed after a release.
      ...leaf('protected', true),
      ...leaf('shortDescription', name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').slice(0, 80)),
      ...leaf('value', words.en)
    ]
  }));
  return [{ path: 'labels/CustomLabels.labels-meta.xml', content: writeMetadata('CustomLabels', nodes) }];
}

/** The translation file of each language: labels, apps, tabs, actions and report types; none when there is nothing to say. */
export function translationFiles(labels: readonly LabelWords[], parts: MetadataWords['parts']): readonly WrittenFile[] {
  const isEmpty = labels.length === 0 && partKinds.every((kind) => parts[kind].length === 0);
  return isEmpty ? [] : languages.map((language) => translationFile(language, labels, parts));
}

function translationFile(
  language: Language,
  labels: readonly LabelWords[],
  parts: MetadataWords['parts']
): WrittenFile {
  const named = (kind: (typeof partKinds)[number]): readonly XmlNode[] =>
    parts[kind].map((part) => ({ name: kind, content: partNodes(kind, part, language) }));
  const nodes = [
    ...named('customApplications'),
    ...labels.map(({ name, words }) => ({
      name: 'customLabels',
      content: [...leaf('label', words[language]), ...leaf('name', name)]
    })),
    ...named('customTabs'),
    ...named('quickActions'),
    ...named('reportTypes')
  ];
  return { path: `translations/${language}.translation-meta.xml`, content: writeMetadata('Translations', nodes) };
}

function partNodes(kind: (typeof partKinds)[number], part: PartWords, language: Language): readonly XmlNode[] {
  // Only apps and report types have a description in the translation of a language [Metadata API guide, Translations].
  const isDescribed = kind === 'customApplications' || kind === 'reportTypes';
  return [
    ...leaf('description', isDescribed ? part.description?.[language] : undefined),
    ...leaf('label', part.label[language]),
    ...leaf('name', part.name),
    ...part.sections.map((section) => ({
      name: 'sections',
      content: [...leaf('label', section[language]), ...leaf('name', section.en)]
    }))
  ];
}
