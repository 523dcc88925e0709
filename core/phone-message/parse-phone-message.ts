import { longestInteractionText, readInteraction, recordMatch } from './parse-interaction';
import { type PhoneMessage } from './phone-message';
import { asFields, type Fields, listOf, MessageRefused, may, must, objectOf, oneOf, text, time } from './read-fields';
import { readPlaces } from './read-place';
import { addressees, readDraft, repMessages, sentMessages } from './read-rep-message';
import {
  readDialAnswer,
  readDialRequest,
  readFailure,
  readNotice,
  readPopTarget,
  readPreferences,
  readPresence,
  readQueueStatus,
  readRefusal,
  readSession
} from './read-session';
import { supervisorActions } from './session';

const mostQueues = 1_000;
const mostAgents = 10_000;

/** The message in a foreign value, or which field of it was refused. */
export type ParsedMessage =
  { readonly kind: 'message'; readonly message: PhoneMessage } | { readonly kind: 'refused'; readonly field: string };

/** The message in a foreign value without its unknown fields, or undefined when it is none of ours. Never throws. */
export function parsePhoneMessage(value: unknown): PhoneMessage | undefined {
  const parsed = readPhoneMessage(value);
  return parsed.kind === 'message' ? parsed.message : undefined;
}

/** The same, with the name of the refused field: for the log of whoever builds a phone page. The body may be JSON text. */
export function readPhoneMessage(value: unknown): ParsedMessage {
  try {
    const fields = asFields(value);
    if (!fields) throw new MessageRefused('message');
    return { kind: 'message', message: messageOf(fields.type, must(fields, 'body', bodyIn)) };
  } catch (error) {
    // Anything thrown means that the value is hostile: a getter or a proxy.
    return { kind: 'refused', field: error instanceof MessageRefused ? error.message : 'message' };
  }
}

function messageOf(type: unknown, body: Fields): PhoneMessage {
  switch (type) {
    case 'interaction':
      return { type, body: { interaction: within(body, 'interaction', readInteraction) } };
    case 'session':
      return { type, body: { session: within(body, 'session', readSession) } };
    case 'queues':
      return {
        type,
        body: {
          queues: must(body, 'queues', listOf(mostQueues, objectOf(readQueueStatus))),
          at: must(body, 'at', time)
        }
      };
    case 'presence':
      return {
        type,
        body: {
          mine: within(body, 'mine', readPresence),
          others: must(body, 'others', listOf(mostAgents, objectOf(readPresence))),
          at: must(body, 'at', time)
        }
      };
    case 'failure':
      return { type, body: { failure: within(body, 'failure', readFailure) } };
    case 'notice':
      return { type, body: { notice: within(body, 'notice', readNotice) } };
    case 'places':
      return { type, body: readPlaces(body) };
    case 'places-wanted':
      return { type, body: body.end === undefined ? {} : { end: must(body, 'end', text) } };
    case 'messages':
      return { type, body: { messages: must(body, 'messages', repMessages) } };
    case 'sent-messages':
      return {
        type,
        body: { sent: must(body, 'sent', sentMessages), addressees: must(body, 'addressees', addressees) }
      };
    case 'dial-request':
      return { type, body: { request: within(body, 'request', readDialRequest) } };
    case 'refused':
      return { type, body: { refusal: within(body, 'refusal', readRefusal) } };
    case 'hello':
    case 'sign-in':
    case 'sign-out':
      return { type, body: {} };
    case 'dial':
      return { type, body: { number: must(body, 'number', text), ...may(body, 'recordId', text) } };
    case 'set-presence':
      return { type, body: { status: must(body, 'status', text) } };
    case 'log-saved':
      return { type, body: { callKey: must(body, 'callKey', text), taskId: must(body, 'taskId', text) } };
    case 'wrap-up-done':
      return { type, body: { callKey: must(body, 'callKey', text) } };
    case 'dial-answer':
      return { type, body: readDialAnswer(body) };
    case 'preferences':
      return { type, body: readPreferences(body) };
    case 'supervise':
      return {
        type,
        body: { callId: must(body, 'callId', text), action: must(body, 'action', oneOf(supervisorActions)) }
      };
    case 'send-message':
      return { type, body: readDraft(body) };
    case 'withdraw-message':
    case 'mark-message-read':
      return { type, body: { messageId: must(body, 'messageId', text) } };
    case 'record-found':
      return {
        type,
        body: { interactionKey: must(body, 'interactionKey', text), record: must(body, 'record', recordMatch) }
      };
    case 'screen-pop':
      return {
        type,
        body: { interactionKey: must(body, 'interactionKey', text), target: within(body, 'target', readPopTarget) }
      };
    default:
      throw new MessageRefused('type');
  }
}

function within<Value>(fields: Fields, name: string, read: (fields: Fields) => Value): Value {
  return read(must(fields, name, asFields));
}

function bodyIn(value: unknown): Fields | undefined {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value !== 'string') return asFields(value);
  // A character in JSON takes at most six.
  if (value.length > longestInteractionText * 6) return undefined;
  try {
    return asFields(JSON.parse(value));
  } catch {
    return undefined;
  }
}
