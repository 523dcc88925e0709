import { APPLICATION_SCOPE, publish, subscribe, unsubscribe, type MessageContextValue } from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import { parsePhoneMessage, type FromPhone, type PhoneMessage, type ToPhone } from './phoneMessage';

export { isFromPhone, longestRepMessage, parsePhoneMessage } from './phoneMessage';
export { presenceLabels, presenceText } from './presenceWords';
export type { Interaction } from 'c/callLogCore';
export type {
  Addressee,
  FromPhone,
  PhoneFailure,
  PhoneMessage,
  PhoneRefusal,
  Place,
  Presence,
  QueueStatus,
  RepMessage,
  RepMessageDraft,
  SentMessage,
  Session,
  SupervisorAction,
  ToPhone
} from './phoneMessage';

/** A component's line to the page that is the phone, over the message channel RingdownPhone. */
export type PhoneConnection = {
  /** Tells the phone page, and the other components. Nothing tells whether a phone page listens: what it does comes back. */
  send(message: ToPhone): void;
  close(): void;
};

/** Tells the phone page one thing, for a component that need not hear anything. */
export function tellPhone(context: MessageContextValue, message: ToPhone): void {
  publish(context, PHONE_CHANNEL, message);
}

/** What the phone said last, so that a component that opens later does not wait: kept while the page lives. */
const lastSaid = new Map<string, FromPhone>();

/**
 * Hears everything that is said on the channel, by the phone page and by other components, starting with what the phone said
 * last; then asks the phone page for a snapshot. What is none of our messages is not passed on. Call it when the component
 * has a message context (`@wire(MessageContext)`), and close it in disconnectedCallback.
 */
export function connectPhone(context: MessageContextValue, listener: (message: PhoneMessage) => void): PhoneConnection {
  for (const message of lastSaid.values()) listener(message);
  const subscription = subscribe(
    context,
    PHONE_CHANNEL,
    (value) => {
      const message = parsePhoneMessage(value);
      if (message === undefined) return;
      remember(message);
      listener(message);
    },
    { scope: APPLICATION_SCOPE }
  );
  const send = (message: ToPhone): void => publish(context, PHONE_CHANNEL, message);
  send({ type: 'hello', body: {} });
  return { send, close: () => unsubscribe(subscription) };
}

function remember(message: PhoneMessage): void {
  switch (message.type) {
    case 'interaction': {
      const { callKey, state } = message.body.interaction;
      if (state === 'done') lastSaid.delete(callKey);
      else lastSaid.set(callKey, message);
      break;
    }
    case 'wrap-up-done':
      lastSaid.delete(message.body.callKey);
      break;
    case 'session':
    case 'queues':
    case 'presence':
    case 'failure':
    case 'messages':
    case 'sent-messages':
      lastSaid.set(message.type, message);
      // A phone that is signed in has got over what kept it from that.
      if (message.type === 'session' && message.body.session.state === 'signed-in') lastSaid.delete('failure');
      // The next rep to sign in may be no supervisor, and has messages of their own.
      if (message.type === 'session' && message.body.session.state === 'signed-out') {
        lastSaid.delete('messages');
        lastSaid.delete('sent-messages');
      }
      break;
    default:
  }
}
