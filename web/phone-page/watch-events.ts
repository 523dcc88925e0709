import { type SessionServer } from '../shared/session-server';
import { readEvents } from './event-lines';
import { type Timers } from './timers';

export type EventWatch = { readonly watch: () => void; readonly stop: () => void };

type Options = { readonly server: SessionServer; readonly timers: Timers; readonly changed: () => Promise<unknown> };

/** The server says something at least every 15 s; three silences in a row mean that the line is dead. */
const longestSilence = 45_000;
const firstPause = 1_000;
const longestPause = 30_000;

/**
 * Hears from the server that the session changed. `changed` is called for each event, and after each broken line, because what was
 * said meanwhile is lost.
 */
export function watchEvents({ server, timers, changed }: Options): EventWatch {
  let line: AbortController | undefined;

  const listen = async (own: AbortController): Promise<void> => {
    for (let failures = 0; !own.signal.aborted; failures += 1) {
      const opened = (): void => {
        if (failures > 0) void changed();
        failures = 0;
      };
      await hearOnce(own, opened).catch(() => undefined);
      if (own.signal.aborted) return;
      await changed();
      await pause(Math.min(longestPause, firstPause * 2 ** failures) * (0.5 + Math.random() / 2), own.signal);
    }
  };

  /** Settles when the line is over, and rejects when it could not be opened. */
  const hearOnce = async (own: AbortController, opened: () => void): Promise<void> => {
    const connection = new AbortController();
    const hangUp = (): void => connection.abort();
    own.signal.addEventListener('abort', hangUp, { once: true });
    let cancel = timers.after(longestSilence, hangUp);
    const beat = (): void => {
      cancel();
      cancel = timers.after(longestSilence, hangUp);
    };
    try {
      const stream = await server.openEvents(connection.signal);
      opened();
      const hear = (event: string): void => {
        if (event === 'changed') void changed();
      };
      await readEvents(stream, hear, beat);
    } finally {
      cancel();
      own.signal.removeEventListener('abort', hangUp);
    }
  };

  const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const cancel = timers.after(milliseconds, resolve);
      signal.addEventListener('abort', () => (cancel(), resolve()), { once: true });
    });

  return {
    watch: () => {
      if (line) return;
      line = new AbortController();
      void listen(line);
    },
    stop: () => {
      line?.abort();
      line = undefined;
    }
  };
}
