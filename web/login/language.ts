import { chooseLanguage } from '../shared/choose-language';
import { languages } from './words';
import { type Words } from './words/word';

/** A language that we speak, with its words. */
export type Language = { readonly tag: string; readonly words: Words };

/** The language of the page: the one that its address names, or the browser's. */
export function languageOf(wanted: readonly (string | null)[]): Language {
  const tag = chooseLanguage(wanted, Object.keys(languages));
  return { tag, words: languages[tag]! };
}

/** Puts what is given in the place of `{0}`. */
export function fill(words: string, given: string | number): string {
  return words.replace('{0}', () => String(given));
}
