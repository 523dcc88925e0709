import type { Audit } from '../audit/audit-log';
import type { SessionStore } from '../store/session-store';
import type { Clock } from '../time/clock';
import type { ServiceTime } from '../time/service-time';
import { auditEnd } from './sessions';

/** Looks at least so often: another node may have made a session, a clock may have jumped, the computer may have slept. */
const longestWait = 1000;
/** Sessions that end shortly after each other end together, with one write. */
const shortestWait = 25;
const batch = 500;
const rememberedFor = 86_400_000;
const sweepEvery = 60_000;

export type Expiry = { readonly stop: () => Promise<void> };

export type ExpiryOptions = {
  readonly store: SessionStore;
  readonly time: ServiceTime;
  readonly clock: Clock;
  readonly audit: Audit;
};

/** Ends every session when it is due: one timer for the next due time in the store, whatever the number of sessions. */
export function startExpiry({ store, time, clock, audit }: ExpiryOptions): Expiry {
  let isStopped = false;
  let cancel: () => void = () => undefined;
  let sweptAt = 0;
  let running: Promise<void> = Promise.resolve();
  let isStoreAway = false;

  const endDue = async (): Promise<void> => {
    for (let ended = batch; ended === batch && !isStopped;) {
      const now = time.now();
      const sessions = await store.endDueSessions({ now, limit: batch, rememberUntil: now + rememberedFor });
      for (const { record, reason } of sessions) auditEnd(audit, record, reason, 'service');
      ended = sessions.length;
    }
  };
  const tidy = async (): Promise<void> => {
    const now = time.now();
    if (now - sweptAt < sweepEvery) return;
    sweptAt = now;
    await store.noteTime(now);
    await store.sweep(now);
  };
  const round = async (): Promise<void> => {
    let wait = longestWait;
    try {
      await endDue();
      await tidy();
      isStoreAway = false;
      wait = Math.min(Math.max(((await store.nextDueAt()) ?? Infinity) - time.now(), shortestWait), longestWait);
    } catch (error) {
      // The store is away; the sessions are ended when it is back.
      if (!isStopped && !isStoreAway) audit({ event: 'store-failed', reason: (error as Error).name });
      isStoreAway = true;
    }
    if (!isStopped) arm(wait);
  };
  const arm = (wait: number): void => {
    cancel = clock.after(wait, () => {
      running = round();
    });
  };
  arm(0);
  return {
    stop: async () => {
      isStopped = true;
      cancel();
      await running;
      // What a crash loses of this is a minute at most.
      await store.noteTime(time.now()).catch(() => undefined);
    }
  };
}
