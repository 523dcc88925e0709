import { openIndexedDbStore } from './indexedDbStore';
import { memoryKeyValues, openKeyValueStore, type KeyValues } from './keyValueStore';
import type { Store } from './store';

/** What the browser may give; asking for one may throw where storage is refused. */
export type Storages = {
  readonly indexedDb: () => IDBFactory | undefined;
  readonly localStorage: () => KeyValues | undefined;
  readonly random: () => number;
  /** Rejects when the promise takes longer; a database that never opens must not stop a call from being logged. */
  readonly within: <Result>(promise: Promise<Result>) => Promise<Result>;
};

/** The safest store that works here: IndexedDB, else localStorage, else the memory of the page. */
export async function openStore(name: string, storages: Storages): Promise<Store> {
  const { indexedDb, localStorage, random, within } = storages;
  try {
    const factory = indexedDb();
    if (factory) return await within(openIndexedDbStore(factory, name));
  } catch {
    // The store that is opened instead says what it is.
  }
  try {
    const values = localStorage();
    if (values && canWrite(values, name)) {
      return openKeyValueStore({ values, name, random, durability: 'local-storage' });
    }
  } catch {
    // As above.
  }
  return openKeyValueStore({ values: memoryKeyValues(), name, random, durability: 'memory' });
}

/** A storage that is full of our own rows is still the one to send them from. */
function canWrite(values: KeyValues, name: string): boolean {
  try {
    values.setItem(`${name}:try`, 'x');
  } catch {
    for (let at = 0; at < values.length; at++) if (values.key(at)?.startsWith(name)) return true;
    return false;
  }
  const isKept = values.getItem(`${name}:try`) === 'x';
  values.removeItem(`${name}:try`);
  return isKept;
}
