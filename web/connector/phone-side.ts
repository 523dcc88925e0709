import {
  type Phone,
  type PhoneAbilities,
  type PhoneErrorCode,
  type PhoneEvent,
  type PhoneSnapshot
} from '../phone/phone';
import { type PresenceRow } from '../../core/presence/presence-map';
import { openCallBook, type CallBook } from './call-book';
import { audioStats, ConnectorError, publishPhoneFailure } from './connector-sdk';
import { openPhoneLine, type PhoneLine } from '../phone-page/phone-line';
import { openPresenceDesk, type PresenceDesk } from './presence-desk';
import { type HostStatus } from '../phone-page/presence-map';
import { type Beholder } from './sdk-call';
import { type ConnectorEvent } from './sdk-events';
import { type Timers } from '../phone-page/timers';

/** The phone and what Salesforce knows of it. */
export type PhoneSide = {
  readonly line: PhoneLine;
  readonly book: CallBook;
  readonly presence: PresenceDesk;
  readonly beholder: () => Beholder;
};

export type PhoneSideOptions = {
  readonly makePhone: () => Phone;
  readonly timers: Timers;
  readonly publish: (event: ConnectorEvent) => void;
  readonly statuses: () => readonly HostStatus[];
  readonly presenceRows: () => readonly PresenceRow[];
  /** An error with a label of our package, or with these words. */
  readonly failure: (label: string, words: string) => Error;
  readonly isDeskPhoneChosen: () => boolean;
  /** There is news for the components: one event, or all that is known. */
  readonly heard: (event: PhoneEvent) => void;
  readonly knownAnew: () => void;
  /** A call began, or the last one is over with its wrap-up. */
  readonly inCallChanged: () => void;
};

/** What Salesforce has a word for, of what the phone reports unasked. */
const failureTypes: Partial<Record<PhoneErrorCode, ConnectorError['type']>> = {
  'microphone-blocked': 'MICROPHONE_NOT_SHARED',
  busy: 'USER_BUSY_ERROR'
};

/** Until the phone has said what it can do. */
const noAbilities = new Proxy({} as PhoneAbilities, { get: () => false });

export function openPhoneSide(options: PhoneSideOptions): PhoneSide {
  const {
    makePhone,
    timers,
    publish,
    statuses,
    presenceRows,
    failure,
    isDeskPhoneChosen,
    heard,
    knownAnew,
    inCallChanged
  } = options;

  const line = openPhoneLine({
    makePhone,
    timers,
    opened: ({ calls, presence: own }: PhoneSnapshot) => {
      book.know(calls);
      presence.hear(own);
      knownAnew();
      if (book.isInCall()) inCallChanged();
    },
    hear: (event) => hear(event),
    closed: () => {
      book.clear();
      presence.clear();
    }
  });
  const beholder = (): Beholder => {
    const known = line.snapshot();
    return {
      abilities: known?.abilities ?? noAbilities,
      agentId: known?.agent.agentId ?? '',
      isDeskPhone: isDeskPhoneChosen() && (known?.abilities.deskPhone ?? false)
    };
  };
  /** A call that ends by what the rep did in Salesforce is over only when the SDK has answered. */
  const watched = (deed: () => void): void => {
    const wasInCall = book.isInCall();
    deed();
    if (wasInCall !== book.isInCall()) inCallChanged();
  };
  const later = (call: () => void): void => void timers.after(0, () => watched(call));
  const book = openCallBook({ beholder, publish, later });
  const presence = openPresenceDesk({
    phone: line.phone,
    statuses,
    rows: presenceRows,
    publish,
    wentOnline: knownAnew,
    unmapped: (name) =>
      publishPhoneFailure(failure('VoicePresenceUnmapped', `The presence map names ${name}, which is not there.`))
  });

  const hear = (event: PhoneEvent): void => {
    heard(event);
    switch (event.type) {
      case 'call':
        return watched(() => book.hear(event.call));
      case 'presence':
        return presence.hear(event.presence);
      case 'audio':
      case 'audio-ended':
        return publish(audioEvent(event));
      case 'connection':
      case 'queues':
      case 'others':
      case 'messages':
      case 'sent-messages':
      case 'message':
        return;
      case 'failure': {
        const type = failureTypes[event.error.code];
        return type && publishPhoneFailure(new ConnectorError(type, event.error.message));
      }
      default:
        return event satisfies never;
    }
  };
  return { line, book, presence, beholder };
}

type AudioEvent = Extract<PhoneEvent, { type: 'audio' | 'audio-ended' }>;
type Channel = Extract<PhoneEvent, { type: 'audio' }>['input'];

function audioEvent(event: AudioEvent): ConnectorEvent {
  const { callId } = event;
  if (event.type === 'audio-ended')
    return { type: 'UPDATE_AUDIO_STATS', payload: audioStats({ callId, isCompleted: true }) };
  const [input, output] = [statsOf(event.input), statsOf(event.output)];
  return { type: 'UPDATE_AUDIO_STATS', payload: audioStats({ callId, input, output, isCompleted: false }) };
}

const statsOf = ({ packets, packetsLost, jitterMs, roundTripMs }: Channel) => ({
  packetsCount: packets,
  packetsLost,
  jitterBufferMillis: jitterMs,
  roundTripTimeMillis: roundTripMs
});
