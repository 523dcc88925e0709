import LOCALE from '@salesforce/i18n/locale';
import { fill } from 'c/labelFormat';
import { labels } from './labels';
import { noteCounter, type Count } from './noteCount';

/** How long a text is, in words; `all` with what the phone system wrote down. */
export type CountWords = { readonly notes: string; readonly all?: string; readonly continues: boolean };

/** Counts as a rep types and says it. */
export function countInWords(): (notes: string, transcript: string) => CountWords {
  const count = noteCounter();
  return (notes, transcript) => {
    const { notes: own, all, continues } = count(notes, transcript);
    return { notes: wordsOf(labels.count, own), continues, ...(all ? { all: wordsOf(labels.countAll, all) } : {}) };
  };
}

function wordsOf(label: string, { characters, bytes }: Count): string {
  return fill(label, characters.toLocaleString(LOCALE), bytes.toLocaleString(LOCALE));
}
