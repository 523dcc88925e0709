import type { Named, Words, WordsProblem } from './words';
import { openWords } from './words-document';

/** The words of one custom label. */
export type LabelWords = Named<{ readonly words: Words }>;

/** A file of words with its path in the repository. */
export type WordsFile = { readonly path: string; readonly text: string };

/** Reads the words of all components of a package, in the order of their names. */
export function readLabelWords(files: readonly WordsFile[]): {
  readonly labels: readonly LabelWords[];
  readonly problems: readonly WordsProblem[];
} {
  const labels = new Map<string, LabelWords>();
  const problems: WordsProblem[] = [];
  for (const { path, text } of files) {
    const document = openWords(path, text);
    for (const entry of document.entries(document.top)) {
      const words = document.words(entry);
      if (!/^[A-Z][A-Za-z0-9]{0,79}$/.test(entry.key)) document.refuse(entry, 'is no name in PascalCase');
      if (labels.has(entry.key)) document.refuse(entry, 'is named in two files');
      // A custom label holds 1,000 characters [Metadata API guide, CustomLabels].
      if (words && Object.values(words).some((word) => word.length > 1000))
        document.refuse(entry, 'is longer than 1,000 characters');
      if (words) labels.set(entry.key, { name: entry.key, words });
    }
    problems.push(...document.problems);
  }
  return { labels: [...labels.values()].sort((one, other) => (one.name < other.name ? -1 : 1)), problems };
}
