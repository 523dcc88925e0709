import type { SessionEnding } from '../../shared/session-wire/session-answer';
import type { SessionStore } from '../store/session-store';
import type { Clock } from '../time/clock';

/** Where the news of one session go: a connector that keeps a connection open. */
export type Listener = {
  readonly changed: (reason: SessionEnding) => void;
  readonly beat: () => void;
  readonly close: () => void;
};

/** Tells every connector of this node that its session ended, on whichever node it did. */
export type ChangeHub = {
  /** The result takes the listener away. The oldest of too many of one session is closed. */
  readonly attach: (orgId: string, handle: string, listener: Listener) => () => void;
  readonly count: () => number;
  readonly stop: () => void;
};

/** Proxies and browsers drop a connection on which nothing comes. */
export const heartbeat = 15_000;
const mostPerSession = 8;

export function createChangeHub(store: SessionStore, clock: Clock): ChangeHub {
  const sessions = new Map<string, { readonly orgId: string; readonly listeners: Set<Listener> }>();
  let cancel: () => void = () => undefined;
  const tell = (handle: string, reason: SessionEnding): void => {
    const session = sessions.get(handle);
    sessions.delete(handle);
    session?.listeners.forEach((listener) => listener.changed(reason));
  };
  /** After a gap in the store's news the sessions themselves are asked. */
  const look = async (): Promise<void> => {
    for (const [handle, { orgId }] of sessions) {
      const record = await store.sessionByHandle(orgId, handle);
      if (record === undefined) tell(handle, 'unknown');
    }
  };
  const unsubscribe = store.subscribe({
    changed: ({ handle, reason }) => tell(handle, reason),
    missed: () => void look().catch(() => undefined)
  });
  const beat = (): void => {
    for (const { listeners } of sessions.values()) listeners.forEach((listener) => listener.beat());
    cancel = clock.after(heartbeat, beat);
  };
  cancel = clock.after(heartbeat, beat);

  return {
    attach: (orgId, handle, listener) => {
      const session = sessions.get(handle) ?? { orgId, listeners: new Set<Listener>() };
      sessions.set(handle, session);
      session.listeners.add(listener);
      const [oldest] = session.listeners;
      if (session.listeners.size > mostPerSession && oldest !== undefined) {
        session.listeners.delete(oldest);
        oldest.close();
      }
      return () => {
        session.listeners.delete(listener);
        if (session.listeners.size === 0 && sessions.get(handle) === session) sessions.delete(handle);
      };
    },
    count: () => [...sessions.values()].reduce((sum, { listeners }) => sum + listeners.size, 0),
    stop: () => {
      cancel();
      unsubscribe();
      for (const { listeners } of sessions.values()) listeners.forEach((listener) => listener.close());
      sessions.clear();
    }
  };
}
