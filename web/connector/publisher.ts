import { keptWords } from './kept-words';
import { type ConnectorEvent } from './sdk-events';

export type Publisher = {
  readonly publish: (event: ConnectorEvent) => void;
  /** The handshake is done and `init` has answered: what waited goes out, in order. */
  readonly open: () => void;
};

/**
 * What Salesforce must not hear while the rep is offline: "they're notified regardless of their status" (guide, "Publish Events").
 * Calls are told again by the SDK when Salesforce says AGENT_AVAILABLE.
 */
const onlyOnline: ReadonlySet<ConnectorEvent['type']> = new Set([
  'MESSAGE',
  'CALL_CONNECTED',
  'CALL_STARTED',
  'HANGUP',
  'MUTE_TOGGLE',
  'HOLD_TOGGLE',
  'RECORDING_TOGGLE',
  'UPDATE_AUDIO_STATS',
  'PARTICIPANT_ADDED',
  'PARTICIPANT_CONNECTED',
  'PARTICIPANTS_CONFERENCED',
  'QUEUED_CALL_STARTED',
  'CALL_UPDATED'
]);

/**
 * Keeps events back until there is somebody to hear them. Of those that may not be said while the rep is offline, what the components
 * would not hear otherwise is said before the next word once the rep is online again; the rest is dropped.
 */
export function makePublisher(send: (event: ConnectorEvent) => Promise<void>, isOnline: () => boolean): Publisher {
  let waiting: ConnectorEvent[] | undefined = [];
  const unheard = keptWords();
  // The SDK rejects only before the handshake.
  const sendNow = (event: ConnectorEvent): void => void send(event).catch(() => undefined);
  const say = (event: ConnectorEvent): void => {
    if (isOnline()) for (const payload of unheard.take()) sendNow({ type: 'MESSAGE', payload, isLogged: false });
    else if (event.type === 'MESSAGE') unheard.keep(event.payload);
    if (isOnline() || !onlyOnline.has(event.type)) sendNow(event);
  };
  return {
    publish: (event) => {
      if (waiting) waiting.push(event);
      else say(event);
    },
    open: () => {
      const held = waiting ?? [];
      waiting = undefined;
      held.forEach(say);
    }
  };
}
