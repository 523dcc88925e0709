import { PhoneError } from '../../phone';
import { readFrame, type Frame } from './read-frame';

/** Time, so that a test can move it. */
export type PhoneTimers = {
  /** Milliseconds since 1970. */
  readonly wall: () => number;
  readonly after: (milliseconds: number, call: () => void) => () => void;
};

export type Connection = {
  readonly open: () => void;
  readonly close: () => void;
  /** Gives up a connection that does not answer, and opens another. */
  readonly renew: (error: PhoneError) => void;
  readonly send: (frame: object) => void;
};

export type ConnectionOptions = {
  /** Tickets are for one connection each. */
  readonly ticket: () => Promise<{ readonly url: string; readonly ticket: string }>;
  readonly timers: PhoneTimers;
  /** From 0 to 1, so that not everybody comes back at the same moment. */
  readonly random: () => number;
  readonly WebSocket: new (url: string) => WebSocket;
  readonly device: () => 'soft' | 'desk';
  readonly heard: (frame: Frame) => void;
  /** A connection, or an attempt at one, is over. True when another shall be tried. */
  readonly lost: (error: PhoneError) => boolean;
};

/** From the wish to connect until the first snapshot. */
const openingMs = 10_000;
/** The phone system gives a sign of life every 15 seconds. */
const silenceMs = 45_000;
/** A connection that lived this long was good: the next pause is short again. */
const steadyMs = 10_000;
const firstPauseMs = 500;
const longestPauseMs = 30_000;

type Attempt = { socket?: WebSocket; readonly stops: (() => void)[]; stopWaiting: () => void };

/** One connection at a time, and after it the next one, with growing pauses. */
export function makeConnection(options: ConnectionOptions): Connection {
  const { ticket, timers, random, device, heard, lost } = options;
  let current: Attempt | undefined;
  let stopPause: () => void = () => undefined;
  let failures = 0;

  const drop = (): void => {
    stopPause();
    const dropped = current;
    current = undefined;
    if (!dropped) return;
    for (const stop of [...dropped.stops, dropped.stopWaiting]) stop();
    const { socket } = dropped;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    // A socket that is closed while it opens says so with an error event, which nobody needs.
    socket.onerror = () => undefined;
    socket.close();
  };

  const fail = (attempt: Attempt, error: PhoneError): void => {
    if (current !== attempt) return;
    drop();
    if (!lost(error)) return;
    failures += 1;
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10));
    stopPause = timers.after(pause * (0.5 + random() / 2), open);
  };

  const waitFor = (attempt: Attempt, milliseconds: number, what: string): void => {
    attempt.stopWaiting();
    attempt.stopWaiting = timers.after(milliseconds, () => fail(attempt, new PhoneError('timed-out', what)));
  };

  const take = (attempt: Attempt, data: unknown): void => {
    if (current !== attempt) return;
    let frame: Frame;
    try {
      frame = readFrame(data);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return fail(
        attempt,
        new PhoneError('failed', `The phone system sent what cannot be read: ${why}`, { cause: error })
      );
    }
    waitFor(attempt, silenceMs, 'The phone system is silent.');
    if (frame.type === 'snapshot') attempt.stops.push(timers.after(steadyMs, () => (failures = 0)));
    heard(frame);
  };

  const open = (): void => {
    drop();
    const attempt: Attempt = { stops: [], stopWaiting: () => undefined };
    current = attempt;
    waitFor(attempt, openingMs, 'The phone system did not answer in time.');
    const begin = async (): Promise<void> => {
      const { url, ticket: pass } = await ticket();
      if (current !== attempt) return;
      const socket = new options.WebSocket(url);
      attempt.socket = socket;
      socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', ticket: pass, device: device() }));
      socket.onmessage = ({ data }) => take(attempt, data);
      socket.onclose = ({ code, reason }) => fail(attempt, closedBy(code, reason));
    };
    begin().catch((error: unknown) => fail(attempt, unreachable(error)));
  };

  return {
    open,
    close: drop,
    renew: (error) => current && fail(current, error),
    send: (frame) => {
      if (current?.socket?.readyState === 1) current.socket.send(JSON.stringify(frame));
    }
  };
}

function closedBy(code: number, reason: string): PhoneError {
  return code === 4401 || code === 4403
    ? new PhoneError('not-authorised', reason || 'The phone system does not know the rep.')
    : new PhoneError('not-connected', `The phone system closed the connection (${code}${reason && `: ${reason}`}).`);
}

function unreachable(error: unknown): PhoneError {
  if (error instanceof PhoneError) return error;
  return new PhoneError('not-connected', error instanceof Error ? error.message : String(error), { cause: error });
}
