import { languages, type Words } from './words';

/** A language that we speak, with its words. */
export type Language = { readonly tag: string; readonly words: Words };

/** The first of the wanted languages that we speak (`de-AT` and `de_AT` are German), or English. */
export function chooseLanguage(wanted: readonly (string | null)[]): Language {
  for (const each of wanted) {
    const tag = each?.toLowerCase().split(/[-_]/)[0] ?? '';
    const words = Object.hasOwn(languages, tag) ? languages[tag] : undefined;
    if (words) return { tag, words };
  }
  return { tag: 'en', words: languages.en! };
}

/** Puts what is given in the place of `{0}`. */
export function fill(words: string, given: string | number): string {
  return words.replace('{0}', () => String(given));
}
