import { english } from './words/english';
import { french } from './words/french';
import { german } from './words/german';
import { japanese } from './words/japanese';
import { spanish } from './words/spanish';

/** What the login page says, by name. `{0}` is filled in. */
export type Word =
  | 'title'
  | 'waiting'
  | 'unanswered'
  | 'userName'
  | 'password'
  | 'show'
  | 'hide'
  | 'capsLock'
  | 'signIn'
  | 'signingIn'
  | 'signInWith'
  | 'refused'
  | 'missing'
  | 'tryLater'
  | 'canTryAgain'
  | 'busy'
  | 'offline'
  | 'lost'
  | 'expired'
  | 'idle'
  | 'revoked'
  | 'popUpOpen'
  | 'popUpBlocked'
  | 'openAgain'
  | 'code'
  | 'useCode'
  | 'wrongCode'
  | 'cancel'
  | 'cookiesBlocked'
  | 'allowCookies'
  | 'goOnWithout'
  | 'asking'
  | 'withoutCookies'
  | 'finishing'
  | 'notStarted';

export type Words = Readonly<Record<Word, string>>;

/** Every language that the page speaks, by its tag. */
export const languages: Readonly<Record<string, Words>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese
};
