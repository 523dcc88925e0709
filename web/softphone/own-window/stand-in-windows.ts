import { type Timers } from '../../phone-page/timers';

/** Windows for tests, as far as the phone and its window need them: messages with an origin and a sender, and an end. */
export type StandIn = {
  readonly window: Window;
  /** How another sees it: the same object each time, as in a browser. */
  readonly seenBy: (other: StandIn) => Window;
  readonly happen: (type: string, event?: object) => void;
  readonly end: () => void;
};

type Heard = { readonly data: unknown; readonly origin: string; readonly source: unknown; readonly ports: unknown };

/** A window with a page of an origin; `more` is put onto it. */
export function standIn(origin: string, more: object = {}): StandIn {
  const listeners = new Map<string, ((event: object) => void)[]>();
  const seen = new Map<StandIn, Window>();
  const own = {
    closed: false,
    opener: null,
    location: { origin, href: `${origin}/`, pathname: '/' },
    ...{ innerWidth: 400, innerHeight: 700, screenX: 5, screenY: 6 },
    addEventListener: (type: string, listener: (event: object) => void) =>
      void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    ...more
  };
  const window = own as unknown as Window;
  const made: StandIn = {
    window,
    seenBy: (other) => {
      const before = seen.get(other);
      if (before) return before;
      const view = Object.create(window, {
        postMessage: {
          value: (data: unknown, target: string, ports: readonly object[] = []) => {
            if (own.closed || target !== origin) return;
            const source = other.seenBy(made);
            const event: Heard = { data: structuredClone(data), origin: other.window.location.origin, source, ports };
            made.happen('message', event);
          }
        },
        focus: { value: () => made.happen('focus') },
        close: { value: () => made.end() }
      }) as Window;
      seen.set(other, view);
      return view;
    },
    happen: (type, event = {}) => listeners.get(type)?.forEach((listener) => listener(event)),
    end: () => void (own.closed = true)
  };
  return made;
}

/** Time that a test lets pass. */
export function handTimers(): Timers & { readonly pass: (milliseconds: number) => void } {
  let now = 0;
  let due: { readonly at: number; readonly call: () => void }[] = [];
  return {
    steady: () => now,
    wall: () => now,
    after: (milliseconds, call) => {
      const entry = { at: now + milliseconds, call };
      due.push(entry);
      return () => void (due = due.filter((each) => each !== entry));
    },
    pass: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        due = due.filter((each) => each !== next);
        now = next.at;
        next.call();
      }
      now = end;
    }
  };
}
