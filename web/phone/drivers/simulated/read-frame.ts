import { type CallChange } from '../../call-change';
import { type AudioChannel } from '../../devices';
import { type PhoneEvent } from '../../phone';
import { readCall } from './read-call';
import { readMessages, readSentMessages } from './read-messages';
import { count, fieldsIn, oneOf, text, textsByName, truth, Unreadable, type Fields, type Read } from './read-fields';
import { readOthers, readPresence, readQueues, readSnapshot, type ReadSnapshot } from './read-snapshot';

export type CommandAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string };

export type Frame =
  | { readonly type: 'snapshot'; readonly snapshot: ReadSnapshot }
  | { readonly type: 'answer'; readonly id: string; readonly answer: CommandAnswer }
  | { readonly type: 'event'; readonly event: PhoneEvent }
  /** A sign of life, or what a newer phone system says besides. */
  | { readonly type: 'other' };

const changes: readonly CallChange[] = [
  ...(['offered', 'dialing', 'connected', 'updated', 'leg-added', 'leg-connected', 'leg-removed'] as const),
  ...(['muted', 'held', 'merged', 'recording', 'supervision', 'wrap-up', 'ended'] as const)
];

/** Reads one frame; throws {@link Unreadable} when it is not what the protocol says. */
export function readFrame(data: unknown): Frame {
  const fields = fieldsIn(parsed(data), 'frame');
  switch (fields.type) {
    case 'snapshot':
      return { type: 'snapshot', snapshot: readSnapshot(fields.snapshot, 'snapshot') };
    case 'answer':
      return { type: 'answer', id: text(fields.id, 'id'), answer: readAnswer(fields) };
    case 'event': {
      const event = readEvent(fieldsIn(fields.event, 'event'));
      return event === undefined ? { type: 'other' } : { type: 'event', event };
    }
    default:
      text(fields.type, 'type');
      return { type: 'other' };
  }
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(text(data, 'frame')) as unknown;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('frame is no JSON', { cause: error });
  }
}

function readAnswer(fields: Fields): CommandAnswer {
  if (truth(fields.ok, 'ok')) return { ok: true, result: fields.result };
  const error = fieldsIn(fields.error, 'error');
  return { ok: false, code: text(error.code, 'error.code'), message: text(error.message, 'error.message') };
}

function readEvent(fields: Fields): PhoneEvent | undefined {
  switch (fields.type) {
    case 'call':
      return { type: 'call', change: readChange(fields.change), call: readCall(fields.call, 'call') };
    case 'presence': {
      const by = oneOf(['rep', 'phone-system'])(fields.by, 'by');
      return { type: 'presence', presence: readPresence(fields.presence, 'presence'), by };
    }
    case 'queues':
      return { type: 'queues', queues: readQueues(fields.queues, 'queues') };
    case 'others':
      return { type: 'others', others: readOthers(fields.others, 'others') };
    case 'audio': {
      const [input, output] = [readChannel(fields.input, 'input'), readChannel(fields.output, 'output')];
      return { type: 'audio', callId: text(fields.callId, 'callId'), input, output };
    }
    case 'audio-ended':
      return { type: 'audio-ended', callId: text(fields.callId, 'callId') };
    case 'messages':
      return { type: 'messages', messages: readMessages(fields.messages, 'messages') };
    case 'sent-messages':
      return { type: 'sent-messages', sentMessages: readSentMessages(fields.sentMessages, 'sentMessages') };
    case 'message': {
      const attributes = textsByName(fields.attributes ?? {}, 'attributes');
      return { type: 'message', text: text(fields.text, 'text'), attributes };
    }
    default:
      text(fields.type, 'event.type');
      return undefined;
  }
}

/** The call says what is true now; a change that nobody here knows is still a change. */
const readChange = (value: unknown): CallChange => changes.find((each) => each === value) ?? 'updated';

const readChannel: Read<AudioChannel> = (value, at) => {
  const fields = fieldsIn(value, at);
  return {
    packets: count(fields.packets, 'packets'),
    packetsLost: count(fields.packetsLost, 'packetsLost'),
    jitterMs: count(fields.jitterMs, 'jitterMs'),
    roundTripMs: count(fields.roundTripMs, 'roundTripMs')
  };
};
