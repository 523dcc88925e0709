import type { Row } from '../org-data';
import type { Field } from '../sobjects/field';
import type { Term } from './search-term';

/** Whether one of these fields of a record holds what is searched for; words that belong together must stand in one field. */
export function matches(term: Term, row: Row, fields: readonly Field[]): boolean {
  switch (term.kind) {
    case 'and':
      return term.parts.every((part) => matches(part, row, fields));
    case 'or':
      return term.parts.some((part) => matches(part, row, fields));
    case 'not':
      return !matches(term.part, row, fields);
    case 'words':
      return fields.some((field) => {
        const value = row[field.name];
        return typeof value === 'string' && holds(value, field.type === 'phone', term.text);
      });
    default:
      return term satisfies never;
  }
}

function holds(value: string, isPhone: boolean, searched: string): boolean {
  const open = searched.endsWith('*');
  const digits = isPhone ? digitsIfNumber(searched) : undefined;
  if (digits !== undefined) {
    const own = digitsOf(value);
    if (open ? own.startsWith(digits) : own === digits) return true;
  }
  const [words, wanted] = [wordsOf(value), wordsOf(searched)];
  if (wanted.length === 0) return false;
  const isWord = (word: string | undefined, place: number): boolean => {
    const like = wanted[place] ?? '';
    return open && place === wanted.length - 1 ? (word ?? '').startsWith(like) : word === like;
  };
  return words.some((_, start) => wanted.every((_each, place) => isWord(words[start + place], place)));
}

/** The digits of what is written as a phone number is; undefined for other words. */
export function digitsIfNumber(searched: string): string | undefined {
  const digits = digitsOf(searched);
  return digits.length > 1 && /^[\d\s()+./*-]+$/.test(searched) ? digits : undefined;
}

/** The digits alone. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The words of a text as they are compared. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
