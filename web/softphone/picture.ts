import { type RepMessage } from '../../core/phone-message/rep-message';
import { type ContactFilter, type ContactPage } from '../phone/contacts';
import { type PhoneTarget, type DialOptions, type TransferKind } from '../phone/call-wishes';
import {
  type PhoneAbilities,
  type PhoneCall,
  type PhoneConnection,
  type PhoneErrorCode,
  type PhonePresence
} from '../phone/phone';
import { type OwnSession } from '../shared/session-wire/own-session';
import { type SessionEnding } from '../shared/session-wire/session-answer';
import { type LogPicture } from './own-log/log-picture';

/** All that every tab shows of the one phone, as plain data: it travels between tabs. */
export type Picture = {
  readonly login: LoginPicture;
  /** Only while the rep is logged in and the phone system has answered. */
  readonly phone?: PhonePicture;
  /** Where the softphone saves calls by itself; a tab of an older version tells none. */
  readonly log?: LogPicture;
};

export type LoginPicture = {
  readonly state: 'looking' | 'signed-out' | 'signed-in' | 'unreachable';
  /** Whether the login page is open; else there is a link to it. */
  readonly isOpen: boolean;
  readonly reason?: SessionEnding;
  readonly agentName?: string;
  /** The session is about to end; ISO 8601, by the clock of this computer. */
  readonly endsAt?: string;
};

/** What this page offers only where the phone system can do it. */
export const shownAbilities = [
  'mute',
  'record',
  'merge',
  'swap',
  'blindTransfer',
  'consult',
  'digits',
  'phoneBook',
  'bargeIn'
] as const satisfies readonly (keyof PhoneAbilities)[];

export type PhonePicture = {
  readonly connection: PhoneConnection;
  /** Tells a call that this rep listens to from one in which somebody listens to them. */
  readonly agentId: string;
  readonly agentName: string;
  readonly presence: PhonePresence;
  readonly presences: readonly PhonePresence[];
  readonly abilities: Pick<PhoneAbilities, (typeof shownAbilities)[number]>;
  readonly calls: readonly PhoneCall[];
  /** What the rep has yet to read; a tab of an older version tells none. */
  readonly messages?: readonly RepMessage[];
};

/** What the rep wants of the phone, in whatever tab. */
export type Wish =
  | { readonly type: 'open-login' | 'stay' | 'sign-out' }
  /** What waits to be logged is sent at once. */
  | { readonly type: 'save-logs' }
  | { readonly type: 'places' }
  | { readonly type: 'log-out-there'; readonly handle: string }
  | { readonly type: 'accept' | 'decline' | 'swap' | 'conference' | 'finish-wrap-up'; readonly callId: string }
  | { readonly type: 'barge-in' | 'stop-supervising'; readonly callId: string }
  | { readonly type: 'end'; readonly callId: string; readonly legId?: string }
  | { readonly type: 'dial'; readonly target: PhoneTarget; readonly options: DialOptions }
  | { readonly type: 'mute'; readonly callId: string; readonly isMuted: boolean }
  | { readonly type: 'hold'; readonly callId: string; readonly legId: string; readonly isOnHold: boolean }
  | { readonly type: 'transfer'; readonly callId: string; readonly target: PhoneTarget; readonly kind: TransferKind }
  | { readonly type: 'digits'; readonly callId: string; readonly digits: string }
  | { readonly type: 'record'; readonly callId: string; readonly recording: 'running' | 'paused' }
  | { readonly type: 'presence'; readonly presenceId: string }
  | { readonly type: 'mark-message-read'; readonly messageId: string }
  | { readonly type: 'contacts'; readonly filter: ContactFilter };

/** What the phone itself is asked. */
export type DeskWish = Exclude<Wish, { readonly type: 'save-logs' }>;

/** What came of a wish. */
export type Answer =
  | { readonly ok: true; readonly contacts?: ContactPage; readonly places?: readonly OwnSession[] }
  | { readonly ok: false; readonly code: PhoneErrorCode; readonly words: string };

/** Calls that are not over, without the work after them. */
export const liveCalls = (calls: readonly PhoneCall[]): readonly PhoneCall[] =>
  calls.filter(({ state }) => state === 'ringing' || state === 'dialing' || state === 'connected');

/** The abilities as a plain object. */
export const abilitiesOf = (given: PhoneAbilities): PhonePicture['abilities'] =>
  Object.fromEntries(shownAbilities.map((name) => [name, given[name]])) as PhonePicture['abilities'];
