import { type ContactPage } from '../../contacts';
import { type AudioDevice } from '../../devices';
import {
  PhoneError,
  type Phone,
  type PhoneCall,
  type PhoneConnection,
  type PhoneEvent,
  type PhoneSnapshot,
  type SignedRecording
} from '../../phone';
import { makeCommands } from './commands';
import { makeConnection, type ConnectionOptions, type PhoneTimers } from './connection';
import { afterEvent, newestOf, newsBetween } from './known-phone';
import { readCall } from './read-call';
import { readSentMessage } from './read-messages';
import { readContacts, readDevices, readNothing, readRecording } from './read-results';
import { type Read } from './read-fields';
import { type Frame } from './read-frame';
import { type ReadSnapshot } from './read-snapshot';

export type SimulatedPhoneOptions = {
  /** Asks for a new ticket; it rejects with a PhoneError 'not-authorised' when nobody is logged in any more. */
  readonly ticket: ConnectionOptions['ticket'];
  readonly timers?: PhoneTimers;
  /** From 0 to 1, for the pauses before it connects again. */
  readonly random?: () => number;
  readonly WebSocket?: ConnectionOptions['WebSocket'];
};

const browserTimers: PhoneTimers = {
  wall: () => Date.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  }
};

/** The phone system on this computer, as local/phone/README.md says that it speaks. */
export function createSimulatedPhone(options: SimulatedPhoneOptions): Phone {
  const { ticket, timers = browserTimers, random = Math.random, WebSocket = globalThis.WebSocket } = options;
  const listeners = new Set<(event: PhoneEvent) => void>();
  let state: PhoneConnection = 'closed';
  let known: ReadSnapshot | undefined;
  /** Calls that were over before this phone was there to tell it. */
  let endedBefore: ReadonlySet<string> = new Set();
  let device: 'soft' | 'desk' = 'soft';
  let opening: Opening | undefined;

  const tell = (event: PhoneEvent): void => {
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        // One listener's defect must not keep the news from the others, nor stay hidden.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  };
  const become = (next: PhoneConnection): void => {
    if (state === next) return;
    state = next;
    tell({ type: 'connection', connection: next });
  };
  const snapshot = (): PhoneSnapshot => {
    if (!known) throw new PhoneError('not-connected', 'The phone was not connected yet.');
    const endedCalls = known.endedCalls.filter(({ callId }) => endedBefore.has(callId));
    return { connection: state, ...known, endedCalls };
  };
  const shut = (error: PhoneError): void => {
    const opened = opening;
    opening = undefined;
    commands.rejectAll(error);
    become('closed');
    opened?.reject(error);
  };

  const heard = (frame: Frame): void => {
    if (frame.type === 'answer') commands.answered(frame.id, frame.answer);
    else if (frame.type === 'event' && known && state === 'connected') {
      known = afterEvent(known, frame.event);
      tell(frame.event);
    } else if (frame.type === 'snapshot') {
      const before = known;
      known = frame.snapshot;
      const isFirst = before?.agent.agentId !== known.agent.agentId;
      if (isFirst) endedBefore = new Set(known.endedCalls.map(({ callId }) => callId));
      state = 'connected';
      commands.sendAgain();
      tell({ type: 'connection', connection: state });
      opening?.resolve(snapshot());
      opening = undefined;
      if (before && !isFirst) {
        const missed = newsBetween(before, frame.snapshot, new Date(timers.wall()).toISOString());
        // An end that is told once is not told again after the next connection.
        for (const event of missed) if (event.type === 'call') known = afterEvent(known, event);
        for (const event of missed) tell(event);
      }
    }
  };
  const lost = (error: PhoneError): boolean => {
    const isOver = opening !== undefined || error.code === 'not-authorised';
    if (error.code === 'not-authorised' || error.code === 'failed') tell({ type: 'failure', error });
    if (isOver) shut(error);
    else become('reconnecting');
    return !isOver;
  };
  const connection = makeConnection({ ticket, timers, random, WebSocket, device: () => device, heard, lost });
  const commands = makeCommands({
    timers,
    send: (frame) => {
      if (state !== 'connected') return false;
      connection.send(frame);
      return true;
    },
    overdue: () => connection.renew(new PhoneError('timed-out', 'The phone system does not answer.')),
    unreadable: (error) => connection.renew(error)
  });

  const ask = <Value>(command: string, given: object, read: Read<Value>): Promise<Value> =>
    state === 'connected' || state === 'reconnecting'
      ? commands.ask(command, given, read)
      : Promise.reject(new PhoneError('not-connected', 'There is no connection to the phone system.'));
  const askForCall = async (command: string, given: object): Promise<PhoneCall> => {
    const call = await ask(command, given, readCall);
    return known ? newestOf(known, call) : call;
  };

  return {
    connect: () => {
      if (state === 'connected' || (state === 'reconnecting' && known)) return Promise.resolve(snapshot());
      if (opening) return opening.promise;
      opening = makeOpening();
      become('connecting');
      connection.open();
      return opening.promise;
    },
    disconnect: () => {
      connection.close();
      shut(new PhoneError('not-connected', 'The connection was ended here.'));
      return Promise.resolve();
    },
    snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    accept: (callId) => askForCall('accept', { callId }),
    decline: (callId) => askForCall('decline', { callId }),
    end: (callId, legId) => askForCall('end', { callId, legId }),
    dial: (target, wishes = {}) => askForCall('dial', { target, ...wishes }),
    mute: (callId, isMuted, legId) => askForCall('mute', { callId, isMuted, legId }),
    hold: (callId, legId, isOnHold) => askForCall('hold', { callId, legId, isOnHold }),
    swap: (callId, legs) => askForCall('swap', { callId, ...legs }),
    conference: (callId) => askForCall('conference', { callId }),
    transfer: (callId, target, kind) => askForCall('transfer', { callId, target, kind }),
    sendDigits: (callId, digits) => ask('send-digits', { callId, digits }, readNothing),
    record: (callId, recording) => askForCall('record', { callId, recording }),
    finishWrapUp: async (callId) => void (await askForCall('finish-wrap-up', { callId, isByPage: true })),
    setPresence: ({ id }, when = 'now') => ask('set-presence', { presenceId: id, when }, readNothing),
    contacts: (filter): Promise<ContactPage> => ask('contacts', filter, readContacts),
    recordingUrl: (callId): Promise<SignedRecording> => ask('recording-url', { callId }, readRecording),
    supervise: (callId) => askForCall('supervise', { callId }),
    bargeIn: (callId) => askForCall('barge-in', { callId }),
    stopSupervising: (callId) => askForCall('stop-supervising', { callId }),
    sendMessage: (draft) => ask('send-message', draft, readSentMessage),
    withdrawMessage: (messageId) => ask('withdraw-message', { messageId }, readNothing),
    markMessageRead: (messageId) => ask('mark-message-read', { messageId }, readNothing),
    devices: (): Promise<readonly AudioDevice[]> => ask('devices', {}, readDevices),
    useDevices: async (choice) => {
      await ask('use-devices', choice, readNothing);
      device = choice.phone ?? device;
    }
  };
}

type Opening = {
  readonly promise: Promise<PhoneSnapshot>;
  readonly resolve: (snapshot: PhoneSnapshot) => void;
  readonly reject: (error: PhoneError) => void;
};

function makeOpening(): Opening {
  let settle: Omit<Opening, 'promise'> | undefined;
  const promise = new Promise<PhoneSnapshot>((resolve, reject) => (settle = { resolve, reject }));
  // Who does not wait for it hears of it as an event.
  promise.catch(() => undefined);
  return { promise, ...settle! };
}
