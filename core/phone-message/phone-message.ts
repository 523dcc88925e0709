import { type Interaction, type RecordMatch } from '../interaction/interaction';
import { type Place } from './place';
import { type Addressee, type RepMessage, type RepMessageDraft, type SentMessage } from './rep-message';
import {
  type DialAnswer,
  type DialRequest,
  type PhoneFailure,
  type PhoneNotice,
  type PhonePreferences,
  type PhoneRefusal,
  type PopTarget,
  type Presence,
  type QueueStatus,
  type Session,
  type SupervisorAction
} from './session';

/** What the phone page tells the components. */
export type FromPhone =
  | { readonly type: 'interaction'; readonly body: { readonly interaction: Interaction } }
  | { readonly type: 'session'; readonly body: { readonly session: Session } }
  | { readonly type: 'queues'; readonly body: { readonly queues: readonly QueueStatus[]; readonly at: string } }
  | {
      readonly type: 'presence';
      readonly body: { readonly mine: Presence; readonly others: readonly Presence[]; readonly at: string };
    }
  | { readonly type: 'failure'; readonly body: { readonly failure: PhoneFailure } }
  | { readonly type: 'notice'; readonly body: { readonly notice: PhoneNotice } }
  /** Where the rep is logged in; without places, the phone page could not ask. */
  | { readonly type: 'places'; readonly body: { readonly places?: readonly Place[] } }
  /** All that this rep has yet to read. */
  | { readonly type: 'messages'; readonly body: { readonly messages: readonly RepMessage[] } }
  /** For supervisors alone: every message that holds, and whom they can write to. */
  | {
      readonly type: 'sent-messages';
      readonly body: { readonly sent: readonly SentMessage[]; readonly addressees: readonly Addressee[] };
    }
  | { readonly type: 'dial-request'; readonly body: { readonly request: DialRequest } }
  | { readonly type: 'refused'; readonly body: { readonly refusal: PhoneRefusal } };

/** What the components ask of the phone page; `hello` asks for a snapshot of everything. */
export type ToPhone =
  | { readonly type: 'hello'; readonly body: Readonly<Record<string, never>> }
  | { readonly type: 'dial'; readonly body: { readonly number: string; readonly recordId?: string } }
  | { readonly type: 'sign-in'; readonly body: Readonly<Record<string, never>> }
  | { readonly type: 'sign-out'; readonly body: Readonly<Record<string, never>> }
  | { readonly type: 'set-presence'; readonly body: { readonly status: string } }
  | { readonly type: 'log-saved'; readonly body: { readonly callKey: string; readonly taskId: string } }
  | { readonly type: 'wrap-up-done'; readonly body: { readonly callKey: string } }
  | { readonly type: 'dial-answer'; readonly body: DialAnswer }
  | { readonly type: 'preferences'; readonly body: PhonePreferences }
  | { readonly type: 'supervise'; readonly body: { readonly callId: string; readonly action: SupervisorAction } }
  /** Asks where the rep is logged in, once the place of this id is ended where one is given. */
  | { readonly type: 'places-wanted'; readonly body: { readonly end?: string } }
  | { readonly type: 'send-message'; readonly body: RepMessageDraft }
  | { readonly type: 'withdraw-message' | 'mark-message-read'; readonly body: { readonly messageId: string } }
  /** A component found whom an interaction is with; the others take it for theirs. */
  | {
      readonly type: 'record-found';
      readonly body: { readonly interactionKey: string; readonly record: RecordMatch };
    }
  | { readonly type: 'screen-pop'; readonly body: { readonly interactionKey: string; readonly target: PopTarget } };

/** Every message on the channel RingdownPhone__c. */
export type PhoneMessage = FromPhone | ToPhone;

const fromPhone: readonly PhoneMessage['type'][] = [
  'interaction',
  'session',
  'queues',
  'presence',
  'failure',
  'notice',
  'places',
  'messages',
  'sent-messages',
  'dial-request',
  'refused'
];

/** True for what only the phone page may say. */
export function isFromPhone(message: PhoneMessage): message is FromPhone {
  return fromPhone.includes(message.type);
}
