import { isMap, isScalar, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';
import { languages, type Language, type Words, type WordsProblem } from './words';

/** A YAML file of words that is read entry by entry; what is wrong is collected, each with its line. */
export type WordsDocument = {
  readonly top: YAMLMap | undefined;
  readonly problems: WordsProblem[];
  /** The entries of a map, in their order. */
  entries(map: Node | null | undefined): readonly WordsEntry[];
  /** The words of an entry in all languages, or undefined when one is missing. */
  words(entry: WordsEntry): Words | undefined;
  /** Adds a problem at the place of an entry. */
  refuse(entry: WordsEntry, problem: string): void;
};

/** A key of a map with its value. */
export type WordsEntry = { readonly key: string; readonly value: Node | null; readonly offset: number };

/** Opens the text of a file of words. */
export function openWords(file: string, text: string): WordsDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const problems = document.errors.map((error) => `${at(error.pos[0])} ${error.message.split('\n')[0] ?? ''}`);
  const top = isMap(document.contents) ? document.contents : undefined;
  if (!top && problems.length === 0 && document.contents) problems.push(`${at(0)} must be names with words`);
  const refuse = (entry: WordsEntry, problem: string): void => {
    problems.push(`${at(entry.offset)} ${entry.key} ${problem}`);
  };
  return { top, problems, entries, words: (entry) => wordsOf(entry, refuse), refuse };
}

function entries(map: Node | null | undefined): readonly WordsEntry[] {
  if (!isMap(map)) return [];
  return map.items.map(({ key, value }) => ({
    key: isScalar(key) ? String(key.value) : '',
    value: value as Node | null,
    offset: (key as Node).range?.[0] ?? 0
  }));
}

function wordsOf(entry: WordsEntry, refuse: (entry: WordsEntry, problem: string) => void): Words | undefined {
  const given = new Map(entries(entry.value).map(({ key, value }) => [key, isScalar(value) ? value.value : undefined]));
  const known: readonly (Language | 'en')[] = ['en', ...languages];
  const strange = [...given.keys()].filter((key) => !known.some((language) => language === key));
  const missing = known.filter((language) => !isWord(given.get(language)));
  if (strange.length > 0) refuse(entry, `is in no language of ours: ${strange.join(', ')}`);
  if (missing.length > 0) refuse(entry, `has no words in ${missing.join(', ')}`);
  if (strange.length + missing.length > 0) return undefined;
  const words = Object.fromEntries(known.map((language) => [language, String(given.get(language))])) as Words;
  const odd = known.filter((language) => placeholders(words[language]) !== placeholders(words.en));
  if (odd.length > 0) refuse(entry, `has other placeholders in ${odd.join(', ')} than in en`);
  return words;
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const placeholders = (text: string): string => [...new Set(text.match(/\{\d+\}/g))].sort().join();
