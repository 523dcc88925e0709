import { leaf, writeMetadata, type XmlNode } from '../../resources/xml/write-xml';
import type { LabelWords } from './label-words';
import { partKinds, type MetadataWords, type PartKind, type PartWords } from './metadata-words';
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

/** The API version from which on a translation holds these kinds; an older one is refused [Metadata API guide, ReportTranslation and DashboardTranslation]. */
export const translatedSince: Readonly<Partial<Record<PartKind, number>>> = { dashboards: 67, reports: 67 };

/** The translation file of each language, as an org of this API version takes it: labels and what else has one; none when there is nothing to say. */
export function translationFiles(
  labels: readonly LabelWords[],
  parts: MetadataWords['parts'],
  apiVersion: number
): readonly WrittenFile[] {
  const held = partKinds.filter((kind) => parts[kind].length > 0 && apiVersion >= (translatedSince[kind] ?? 0));
  if (labels.length === 0 && held.length === 0) return [];
  return languages.map((language) => {
    const nodes: readonly XmlNode[] = [
      ...labels.map(({ name, words }) => ({
        name: 'customLabels',
        content: [...leaf('label', words[language]), ...leaf('name', name)]
      })),
      ...held.flatMap((kind) => parts[kind].map((part) => ({ name: kind, content: partNodes(kind, part, language) })))
    ];
    // Elements stand in the order of their names, as in what an org returns.
    const sorted = [...nodes].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
    return { path: `translations/${language}.translation-meta.xml`, content: writeMetadata('Translations', sorted) };
  });
}

function partNodes(kind: PartKind, part: PartWords, language: Language): readonly XmlNode[] {
  // Tabs and actions have no description in the translation of a language [Metadata API guide, Translations].
  const isDescribed = kind !== 'customTabs' && kind !== 'quickActions';
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
