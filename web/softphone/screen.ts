import { type ContactPage } from '../phone/contacts';
import { type PhoneTarget } from '../phone/call-wishes';
import { type OwnSession } from '../shared/session-wire/own-session';
import { type Picture, type Wish } from './picture';
import { type Link } from './own-window/remote-phone';
import { type Word } from './words/word';

/** All that this page shows: the picture of the phone, and what the rep opened and typed here. */
export type Screen = {
  /** Why there is no phone in this tab at all. */
  readonly problem?: StartProblem;
  readonly picture?: Picture;
  readonly isOnline: boolean;
  /** In the window of its own alone: how it stands with the softphone in Salesforce. */
  readonly link?: Link;
  /** In Salesforce alone: whether the phone is in its window too. */
  readonly isInWindow: boolean;
  /** ISO 3166: how a number without a country is read. */
  readonly country?: string;
  readonly notice?: Notice;
  /** Milliseconds since 1970 by this computer, for how long a call goes on. */
  readonly now: number;
  /** What is typed to be called. */
  readonly number: string;
  readonly isKeypadOpen: boolean;
  readonly areContactsOpen: boolean;
  readonly search: Search;
  readonly arePlacesOpen: boolean;
  /** Where the rep is logged in, as soon as the service has said so. */
  readonly places?: readonly OwnSession[];
  /** What is open of one call. */
  readonly opened?: { readonly callId: string; readonly part: 'keypad' | 'transfer' };
  /** Digits that were sent into the call since its keypad was opened. */
  readonly sent: string;
  /** What the rep waits for; the same is not done twice at once. */
  readonly busy: ReadonlySet<string>;
};

export type StartProblem = 'noLibrary' | 'notInCallCenter' | 'unknownRep';

/** Something to say until the rep closes it or the next thing is said. */
export type Notice = {
  readonly word: Word;
  readonly given?: string;
  /** The rep may have their way. */
  readonly anyway?: PhoneTarget;
};

export type Search = { readonly text: string; readonly isAsking: boolean; readonly page?: ContactPage };

/** What the rep can do here. */
export type Hands = {
  /** Asks the phone; what does not work is said in a notice. */
  readonly wish: (wish: Wish) => void;
  /** Dials what is typed, or whom the rep chose. */
  readonly dial: (target: PhoneTarget | string) => void;
  readonly dialAnyway: (target: PhoneTarget) => void;
  readonly change: (change: Partial<Omit<Screen, 'picture' | 'search' | 'now'>>) => void;
  readonly search: (text: string) => void;
  readonly startAgain: () => void;
  /** Opens the window of its own, or brings it to the front. */
  readonly openWindow: () => void;
  readonly closeWindow: () => void;
};

export const firstScreen = (now: number, isOnline: boolean): Screen => ({
  isOnline,
  isInWindow: false,
  now,
  number: '',
  isKeypadOpen: false,
  areContactsOpen: false,
  arePlacesOpen: false,
  search: { text: '', isAsking: false },
  sent: '',
  busy: new Set()
});
