import { type PhoneTimers } from './connection';

/** Time that a test moves; the wall clock may also jump alone, as after sleep. */
export type HandTimers = PhoneTimers & {
  readonly pass: (milliseconds: number) => Promise<void>;
  readonly jump: (milliseconds: number) => void;
  readonly pauses: number[];
};

/** What was begun has been done when this settles. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function handTimers(): HandTimers {
  let [now, slept] = [Date.parse('2026-01-05T09:00:00Z'), 0];
  const timers = new Set<{ readonly at: number; readonly call: () => void }>();
  const pauses: number[] = [];
  return {
    pauses,
    wall: () => now + slept,
    after: (milliseconds, call) => {
      const timer = { at: now + milliseconds, call };
      timers.add(timer);
      pauses.push(milliseconds);
      return () => void timers.delete(timer);
    },
    pass: async (milliseconds) => {
      const until = now + milliseconds;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers.delete(next);
        now = next.at;
        next.call();
        await settled();
      }
      now = until;
      await settled();
    },
    jump: (milliseconds) => (slept += milliseconds)
  };
}

/** The other end of a socket, in a test's hands. */
export type HandSocket = {
  readonly url: string;
  readonly sent: Readonly<Record<string, unknown>>[];
  readonly say: (frame: unknown) => void;
  /** Opens, takes the ticket and sends the snapshot. */
  readonly greet: (snapshot?: object) => void;
  readonly closes: (code: number) => void;
  readonly isClosed: () => boolean;
};

/** A WebSocket class whose sockets the test plays, in the order in which they were opened. */
export function handSockets(): { readonly WebSocket: new (url: string) => WebSocket; readonly sockets: HandSocket[] } {
  const sockets: HandSocket[] = [];
  function Socket(url: string): WebSocket {
    const sent: Readonly<Record<string, unknown>>[] = [];
    const own = {
      readyState: 0,
      onopen: null as (() => void) | null,
      onmessage: null as ((event: { readonly data: unknown }) => void) | null,
      onclose: null as ((event: { readonly code: number; readonly reason: string }) => void) | null,
      send: (text: string) => sent.push(JSON.parse(text) as Readonly<Record<string, unknown>>),
      close: () => (own.readyState = 3)
    };
    const say = (frame: unknown): void =>
      own.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
    sockets.push({
      ...{ url, sent, say },
      greet: (snapshot = {}) => {
        own.readyState = 1;
        own.onopen?.();
        say({ type: 'snapshot', snapshot: { ...emptySnapshot, ...snapshot } });
      },
      closes: (code) => {
        own.readyState = 3;
        own.onclose?.({ code, reason: '' });
      },
      isClosed: () => own.readyState === 3
    });
    return own as unknown as WebSocket;
  }
  return { WebSocket: Socket as unknown as new (url: string) => WebSocket, sockets };
}

const presence = { id: 'available', name: 'Available', kind: 'available' };
const emptySnapshot = {
  ...{ agent: { agentId: 'ada', name: 'Ada' }, presence, presences: [presence] },
  ...{ calls: [], queues: [], others: [], abilities: { mute: true }, endedCalls: [] }
};

/** A call as the phone system sends it. */
export const sentCall = (change: object = {}): object => ({
  ...{ callId: 'c-1', channel: 'phone', direction: 'inbound', state: 'ringing', from: '1', to: '2' },
  ...{ isMuted: false, isMerged: false, recording: 'running', startedAt: '2026-01-05T09:00:00Z', holdSeconds: 0 },
  legs: [
    { legId: 'a', role: 'agent', state: 'ringing' },
    { legId: 'c', role: 'customer', state: 'connected' }
  ],
  ...{ interactionKey: 'i-1', attributes: {} },
  ...change
});
