import userId from '@salesforce/user/Id';
import timeZone from '@salesforce/i18n/timeZone';
import { browserClock, within } from './clock';
import { openStore } from './openStore';
import { apexCalls, inTime } from './orgCalls';
import { createOutbox } from './outbox';
import type { Outbox } from './outboxApi';
import { sendToOrg } from './sendCallLog';

export type { Draft } from './draftShelf';
export type { CallRelation, LogAddition } from './logAddition';
export type { Outbox, OutboxChange, WaitingEntry } from './outboxApi';
export { sendProblem } from './sendProblem';
export type { SendProblem } from 'c/callLogCore';
export type { Durability } from './store';

/** A database that has not opened by then is taken for broken. */
const openDeadline = 10_000;

let opened: Promise<Outbox> | undefined;

/**
 * The outbox of the user who is signed in. Every component of a page gets the same one, and whoever comes later what the
 * disk says by then: a tab that crashed told nobody what it wrote last.
 */
export async function openOutbox(): Promise<Outbox> {
  if (opened === undefined) return (opened = open());
  const outbox = await opened;
  await outbox.refresh();
  return outbox;
}

async function open(): Promise<Outbox> {
  const name = `ringdown-outbox-${userId}`;
  const store = await openStore(name, {
    indexedDb: () => window.indexedDB,
    localStorage: () => window.localStorage,
    random: Math.random,
    within: (promise) => within(browserClock, openDeadline, promise, () => new Error('IndexedDB does not open.'))
  });
  const org = inTime(apexCalls, browserClock);
  return createOutbox({
    name,
    store,
    send: (item) => sendToOrg(item, { org, userId, timeZone }),
    locks: lockManager(),
    openChannel: typeof BroadcastChannel === 'function' ? () => new BroadcastChannel(name) : undefined,
    clock: browserClock,
    random: Math.random,
    onReturn,
    onStored: (callback) => whenStored(`${name}:row:`, callback),
    onLeave
  });
}

function lockManager(): LockManager | undefined {
  try {
    return navigator.locks;
  } catch {
    return undefined;
  }
}

function onReturn(callback: () => void): () => void {
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') callback();
  };
  window.addEventListener('online', callback);
  window.addEventListener('pageshow', callback);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    window.removeEventListener('online', callback);
    window.removeEventListener('pageshow', callback);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}

function whenStored(prefix: string, callback: () => void): () => void {
  const listen = ({ key, newValue }: StorageEvent): void => {
    if (key?.startsWith(prefix) && newValue !== null) callback();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}

function onLeave(callback: () => void): () => void {
  window.addEventListener('pagehide', callback);
  return () => window.removeEventListener('pagehide', callback);
}
