import { chooseLanguage } from '../shared/choose-language';
import { english } from './words/english';
import { french } from './words/french';
import { german } from './words/german';
import { japanese } from './words/japanese';
import { spanish } from './words/spanish';
import { type Words } from './words/word';

/** Every language that the softphone speaks, by its tag. */
export const languages: Readonly<Record<string, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese
};

/** A language that we speak, with its words. */
export type Language = { readonly tag: string; readonly words: Words };

/** The first of the wanted languages that we speak. */
export function languageOf(wanted: readonly (string | null)[]): Language {
  const tag = chooseLanguage(wanted, Object.keys(languages));
  return { tag, words: languages[tag]! };
}

/** Puts what is given in the place of `{0}`. */
export function fill(words: string, given: string | number): string {
  return words.replace('{0}', () => String(given));
}
