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

/** Keeps events back until there is somebody to hear them, and drops those that may not be said while the rep is offline. */
export function makePublisher(send: (event: ConnectorEvent) => Promise<void>, isOnline: () => boolean): Publisher {
  let waiting: ConnectorEvent[] | undefined = [];
  const say = (event: ConnectorEvent): void => {
    if (onlyOnline.has(event.type) && !isOnline()) return;
    // The SDK rejects only before the handshake.
    send(event).catch(() => undefined);
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
