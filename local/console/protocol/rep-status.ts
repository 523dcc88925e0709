import { offline } from './connector-config';

/** What remembers texts by their names: sessionStorage for one tab, localStorage for all of them. */
export type Memory = {
  readonly getItem: (name: string) => string | null;
  readonly setItem: (name: string, value: string) => void;
};

/** As much of the browser's Web Locks as is needed. */
export type Locks = {
  readonly request: (
    name: string,
    options: { readonly mode: 'shared' | 'exclusive' },
    whileHeld: () => Promise<unknown>
  ) => Promise<unknown>;
  readonly query: () => Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
};

/** The id of the status that a rep has, in whichever tab it was chosen. */
export type RepStatus = {
  /** The status to begin with, as soon as it is sure whether another tab of the rep is open. */
  readonly begin: () => Promise<string>;
  readonly keep: (statusId: string) => void;
  /** Hears what another tab kept. */
  readonly hear: (statusId: string) => void;
};

/**
 * Makes all tabs of a rep have one status, as a rep has one presence in Salesforce. The first tab has the status from before it was
 * loaded anew, or none; the next ones have that of the tabs that are open, which hold a lock together as long as they are.
 */
export function openRepStatus(given: {
  /** Of the rep and the org. */
  readonly name: string;
  readonly locks: Locks;
  readonly ofTab: Memory;
  readonly ofAllTabs: Memory;
}): RepStatus {
  const { name, locks, ofTab, ofAllTabs } = given;
  // One tab after the other: two that come at once would both find nobody there, and the second an old status.
  const joined = locks.request(`${name} opens`, { mode: 'exclusive' }, async () => {
    const { held = [] } = await locks.query();
    if (!held.some((lock) => lock.name === name)) ofAllTabs.setItem(name, ofTab.getItem(name) ?? offline.statusId);
    await holdForever(locks, name);
  });
  return {
    begin: async () => {
      await joined;
      return ofAllTabs.getItem(name) ?? offline.statusId;
    },
    keep: (statusId) => {
      ofTab.setItem(name, statusId);
      ofAllTabs.setItem(name, statusId);
    },
    hear: (statusId) => ofTab.setItem(name, statusId)
  };
}

/** Resolves when the lock is there; the browser takes it away with the tab. */
const holdForever = (locks: Locks, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const held = locks.request(name, { mode: 'shared' }, () => {
      resolve();
      return new Promise<never>(() => undefined);
    });
    held.catch(reject);
  });
