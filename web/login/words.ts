import { english } from './words/english';
import { french } from './words/french';
import { german } from './words/german';
import { japanese } from './words/japanese';
import { spanish } from './words/spanish';
import { type Words } from './words/word';

/** Every language that the page speaks, by its tag. */
export const languages: Readonly<Record<string, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese
};
