import type { Clock } from 'c/callLogCore';
import type { Store } from './store';

/** The one tab among all that sends. */
export type WriterRole = {
  /** True while this tab sends. */
  readonly isMine: () => boolean;
  readonly release: () => void;
};

export type WriterRoleOptions = {
  readonly name: string;
  readonly locks: LockManager | undefined;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  /** The role came to this tab. */
  readonly onMine: () => void;
};

/** Takes the role as soon as no other tab has it: by a Web Lock, else by a lease in the store. Never takes it away. */
export function seekWriterRole(options: WriterRoleOptions): WriterRole {
  if (options.store.durability === 'memory') return ownRole(options);
  return options.locks ? lockedRole(options, options.locks) : leasedRole(options);
}

/** What is only in this page is for this page to send. */
function ownRole({ onMine }: WriterRoleOptions): WriterRole {
  queueMicrotask(onMine);
  return { isMine: () => true, release: () => undefined };
}

/** The browser gives the lock on when the tab closes or crashes. */
function lockedRole(options: WriterRoleOptions, locks: LockManager): WriterRole {
  let isMine = false;
  let isReleased = false;
  let letGo = (): void => undefined;
  let leased: WriterRole | undefined;
  const take = async (): Promise<void> => {
    if (isReleased) return;
    isMine = true;
    options.onMine();
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  };
  // Where locks exist and are refused, at once or by an answer, the lease decides.
  const held = new Promise((resolve) => {
    resolve(locks.request(options.name, take));
  });
  held.catch(() => {
    if (!isReleased) leased = leasedRole(options);
  });
  return {
    isMine: () => leased?.isMine() ?? isMine,
    release: () => {
      isReleased = true;
      isMine = false;
      letGo();
      leased?.release();
    }
  };
}

/** How often the holder shows that it lives, and how long the others wait for a sign: browsers slow hidden tabs to one look a minute. */
const beat = 5_000;
const patience = 150_000;

/**
 * The lease says who holds it and counts the holder's beats. A tab that saw no new beat for a long time by its own clock
 * takes it; two computers' clocks, or one that steps, never meet. Two holders for a moment do no harm: what is sent twice
 * ends in one record.
 */
function leasedRole({ store, clock, random, onMine }: WriterRoleOptions): WriterRole {
  const me = `${random()}`.slice(2);
  let beats = 0;
  let isMine = false;
  let isReleased = false;
  let seen: { readonly text: string | undefined; readonly at: number } | undefined;
  let cancel = (): void => undefined;

  async function look(): Promise<void> {
    const text = await store.readLease();
    if (!text || text.startsWith(`${me}:`)) {
      await take(text);
      return;
    }
    isMine = false;
    if (seen?.text !== text) seen = { text, at: clock.now() };
    else if (clock.now() - seen.at > patience) await take(text);
  }

  async function take(text: string | undefined): Promise<void> {
    beats += 1;
    const wasMine = isMine;
    isMine = (await store.takeLease(text, `${me}:${beats}`)) && !isReleased;
    if (isMine && !wasMine) onMine();
  }

  function goOn(): void {
    if (isReleased) return;
    look()
      .catch(() => {
        isMine = false;
      })
      .finally(() => {
        if (!isReleased) cancel = clock.after(beat, goOn);
      });
  }

  goOn();
  return {
    isMine: () => isMine,
    release: () => {
      isReleased = true;
      isMine = false;
      cancel();
      void store.takeLease(`${me}:${beats}`, '').catch(() => undefined);
    }
  };
}
