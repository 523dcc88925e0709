import type { Row } from '../org-data';
import type { Field } from '../sobjects/field';
import type { RowIndex } from '../state/row-index';
import { digitsIfNumber, digitsOf, wordsOf } from './matches';
import type { Term } from './search-term';

/** Which rows have which words in their fields, and which digits in their phone fields. */
export type WordIndex = RowIndex & {
  /** Ids of rows among which are all that match; undefined where only a look at each row tells. */
  readonly candidates: (term: Term) => Found;
};

/** Makes an empty one of these fields. It leaves out rows and never decides: whether a row matches, `matches` says. */
export function makeWordIndex(fields: readonly Field[]): WordIndex {
  const words = makePostings();
  const digits = makePostings();
  const each = (row: Row, change: (postings: Postings, key: string) => void): void => {
    for (const field of fields) {
      const value = row[field.name];
      if (typeof value !== 'string' || value === '') continue;
      const own = wordsOf(value);
      for (const word of own) change(words, word);
      const number = field.type === 'phone' ? digitsOf(value) : '';
      // Most numbers are kept as one word.
      if (number !== '' && !(own.length === 1 && own[0] === number)) change(digits, number);
    }
  };
  const candidates = (term: Term): Found => {
    switch (term.kind) {
      case 'and':
        return smallest(term.parts.map(candidates));
      case 'or':
        return union(term.parts.map(candidates));
      case 'not':
        return undefined;
      case 'words':
        return ofWords(term.text);
      default:
        return term satisfies never;
    }
  };
  const ofWords = (text: string): Found => {
    const number = digitsIfNumber(text);
    const isOpen = text.endsWith('*');
    // What the index has is whole words and whole numbers, not how they begin.
    if (isOpen && number !== undefined) return undefined;
    const wanted = wordsOf(text);
    if (wanted.length === 0) return [];
    const whole = isOpen ? wanted.slice(0, -1) : wanted;
    const found = smallest(whole.map(words.of));
    return number === undefined ? found : union([found, digits.of(number), words.of(number)]);
  };
  return {
    put: (row) => each(row, (postings, key) => postings.add(key, row.Id)),
    remove: (row) => each(row, (postings, key) => postings.remove(key, row.Id)),
    candidates
  };
}

type Found = readonly string[] | undefined;

type Postings = {
  readonly add: (key: string, id: string) => void;
  readonly remove: (key: string, id: string) => void;
  readonly of: (key: string) => readonly string[];
};

/** Ids by key, of each row once. Most phone numbers have one row, and a million small lists would be larger than the rows. */
function makePostings(): Postings {
  const ids = new Map<string, string | string[]>();
  return {
    add: (key, id) => {
      const found = ids.get(key);
      if (found === undefined) ids.set(key, id);
      else if (typeof found === 'string') {
        if (found !== id) ids.set(key, [found, id]);
        // Words of one row come one after the other.
      } else if (found.at(-1) !== id) found.push(id);
    },
    remove: (key, id) => {
      const found = ids.get(key);
      if (found === id) ids.delete(key);
      const place = typeof found === 'object' ? found.lastIndexOf(id) : -1;
      if (typeof found === 'object' && place >= 0) found.splice(place, 1);
    },
    of: (key) => [ids.get(key) ?? []].flat()
  };
}

/** What holds all of several things is among what holds any of them. */
function smallest(all: readonly Found[]): Found {
  const known = all.filter((each) => each !== undefined);
  return known.reduce<Found>((least, each) => (least && least.length <= each.length ? least : each), undefined);
}

function union(all: readonly Found[]): Found {
  const together = new Set<string>();
  for (const each of all) {
    if (!each) return undefined;
    for (const id of each) together.add(id);
  }
  return [...together];
}
