import type { WordsFile } from './label-words';
import type { Named, Words, WordsProblem } from './words';
import { openWords, type WordsDocument, type WordsEntry } from './words-document';

/** The words of a field: its label, its help, what its other side is called, and its values by their label. */
export type FieldWords = Named<{
  readonly label: Words;
  readonly help: Words | undefined;
  readonly relationship: Words | undefined;
  readonly values: readonly Words[];
}>;

/** The words of an object; a standard one has fields only. Genders and cases are for the languages that decline. */
export type ObjectWords = Named<{
  readonly label: Words | undefined;
  readonly plural: Words | undefined;
  readonly nameField: Words | undefined;
  readonly gender: Readonly<Record<string, string>>;
  readonly germanCases: Readonly<Record<string, string>>;
  readonly fields: readonly FieldWords[];
  readonly layouts: readonly LayoutWords[];
  readonly quickActions: readonly ActionWords[];
}>;

/** The words of a layout's own sections. */
export type LayoutWords = Named<{ readonly sections: readonly Words[] }>;

/** The words of an action of an object. */
export type ActionWords = Named<{ readonly label: Words }>;

/** The words of anything else that has a label: an app, a tab, an action, a report, a report type with its sections. */
export type PartWords = Named<{
  readonly label: Words;
  readonly description: Words | undefined;
  readonly sections: readonly Words[];
}>;

/** The kinds of parts, as the translation file of a language names their elements. */
export const partKinds = [
  'customApplications',
  'customTabs',
  'dashboards',
  'quickActions',
  'reportTypes',
  'reports'
] as const;

/** One of them. */
export type PartKind = (typeof partKinds)[number];

/** The words that the metadata of a package shows. */
export type MetadataWords = {
  readonly objects: readonly ObjectWords[];
  readonly parts: Readonly<Record<PartKind, readonly PartWords[]>>;
  readonly problems: readonly WordsProblem[];
};

/** Reads the words of the objects of a package, and of everything else in it that has a label. */
export function readMetadataWords(files: readonly WordsFile[]): MetadataWords {
  const documents = files.map(({ path, text }) => openWords(path, text));
  const under = <Content>(kind: string, read: (document: WordsDocument, entry: WordsEntry) => Content): Content[] =>
    documents.flatMap((document) =>
      document.entries(entryNamed(document, document.top, kind)?.value).map((entry) => read(document, entry))
    );
  for (const document of documents)
    for (const entry of document.entries(document.top))
      if (entry.key !== 'objects' && !partKinds.some((kind) => kind === entry.key))
        document.refuse(entry, `is none of objects, ${partKinds.join(', ')}`);
  const objects = under('objects', objectWords);
  const parts = {
    customApplications: under('customApplications', partWords),
    customTabs: under('customTabs', partWords),
    dashboards: under('dashboards', partWords),
    quickActions: under('quickActions', partWords),
    reportTypes: under('reportTypes', partWords),
    reports: under('reports', partWords)
  };
  return { objects, parts, problems: documents.flatMap((document) => document.problems) };
}

function objectWords(document: WordsDocument, entry: WordsEntry): ObjectWords {
  const known = ['label', 'plural', 'nameField', 'gender', 'germanCases', 'fields', 'layouts', 'quickActions'];
  const part = partsOf(document, entry, known);
  const fields = document.entries(part('fields')?.value).map((field) => fieldWords(document, field));
  return {
    name: entry.key,
    label: optional(document, part('label')),
    plural: optional(document, part('plural')),
    nameField: optional(document, part('nameField')),
    gender: texts(document, part('gender')),
    germanCases: texts(document, part('germanCases')),
    fields,
    layouts: document
      .entries(part('layouts')?.value)
      .map((layout) => ({ name: layout.key, sections: allWords(document, layout) })),
    quickActions: document.entries(part('quickActions')?.value).flatMap((action) => {
      const label = document.words(action);
      return label ? [{ name: action.key, label }] : [];
    })
  };
}

function fieldWords(document: WordsDocument, entry: WordsEntry): FieldWords {
  const part = partsOf(document, entry, ['label', 'help', 'relationship', 'values']);
  const label = required(document, entry, part('label'));
  const help = optional(document, part('help'));
  // A field's label holds 40 characters and its help 510 [Metadata API guide, CustomObjectTranslation; Salesforce Help, Custom Field Attributes].
  if (longest(label) > 40) document.refuse(entry, 'has a label of more than 40 characters');
  if (help && longest(help) > 510) document.refuse(entry, 'has a help of more than 510 characters');
  return {
    name: entry.key,
    label,
    help,
    relationship: optional(document, part('relationship')),
    values: allWords(document, part('values'))
  };
}

function partWords(document: WordsDocument, entry: WordsEntry): PartWords {
  const part = partsOf(document, entry, ['label', 'description', 'sections']);
  return {
    name: entry.key,
    label: required(document, entry, part('label')),
    description: optional(document, part('description')),
    sections: allWords(document, part('sections'))
  };
}

function partsOf(
  document: WordsDocument,
  entry: WordsEntry,
  known: readonly string[]
): (key: string) => WordsEntry | undefined {
  const parts = document.entries(entry.value);
  for (const part of parts)
    if (!known.includes(part.key)) document.refuse(part, `is none of ${known.join(', ')} of ${entry.key}`);
  return (key) => parts.find((part) => part.key === key);
}

const entryNamed = (
  document: WordsDocument,
  map: WordsEntry['value'] | undefined,
  key: string
): WordsEntry | undefined => document.entries(map).find((entry) => entry.key === key);

const optional = (document: WordsDocument, entry: WordsEntry | undefined): Words | undefined =>
  entry && document.words(entry);

const longest = (words: Words): number => Math.max(...Object.values(words).map((word) => word.length));

const allWords = (document: WordsDocument, entry: WordsEntry | undefined): readonly Words[] =>
  document.entries(entry?.value).flatMap((each) => document.words(each) ?? []);

function required(document: WordsDocument, owner: WordsEntry, entry: WordsEntry | undefined): Words {
  if (!entry) document.refuse(owner, 'has no label');
  return (entry && document.words(entry)) ?? { en: '', de: '', fr: '', es: '', ja: '' };
}

const texts = (document: WordsDocument, entry: WordsEntry | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(document.entries(entry?.value).map(({ key, value }) => [key, String(value)]));
