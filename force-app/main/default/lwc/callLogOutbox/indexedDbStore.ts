import type { DraftAsRead, Store, StoredRow } from './store';

const journal = 'journal';
const drafts = 'drafts';
const lease = 'lease';
const leaseKey = 'writer';

/** Makes the requests of a transaction; what it answers is called when all of them are on disk. */
type Ask<Result> = (stores: (storeName: string) => IDBObjectStore) => () => Result;

/** A store in IndexedDB, on disk when it says so. Rejects when the browser or the platform gives no database. */
export async function openIndexedDbStore(factory: IDBFactory, name: string): Promise<Store> {
  let database: Promise<IDBDatabase> | undefined = connect();
  await database;

  /** The browser closes a database when its data is cleared, or when another tab wants to change its shape. */
  async function connect(): Promise<IDBDatabase> {
    const opened = await open(factory, name);
    const forget = (): void => {
      database = undefined;
    };
    opened.onclose = forget;
    opened.onversionchange = () => {
      opened.close();
      forget();
    };
    return opened;
  }

  async function begin(storeNames: readonly string[], mode: IDBTransactionMode): Promise<IDBTransaction> {
    try {
      database ??= connect();
      return (await database).transaction([...storeNames], mode, { durability: 'strict' });
    } catch {
      database = connect();
      return (await database).transaction([...storeNames], mode, { durability: 'strict' });
    }
  }

  async function read<Result>(storeName: string, ask: (store: IDBObjectStore) => () => Result): Promise<Result> {
    return run([storeName], 'readonly', (stores) => ask(stores(storeName)));
  }

  function write<Result>(storeNames: readonly string[], ask: Ask<Result>): Promise<Result> {
    return run(storeNames, 'readwrite', ask);
  }

  async function run<Result>(
    storeNames: readonly string[],
    mode: IDBTransactionMode,
    ask: Ask<Result>
  ): Promise<Result> {
    const transaction = await begin(storeNames, mode);
    const done = completed(transaction);
    const result = ask((storeName) => transaction.objectStore(storeName));
    await done;
    return result();
  }

  return {
    durability: 'indexed-db',
    append: (text, { remove = [], removeDraft } = {}) =>
      write(removeDraft === undefined ? [journal] : [journal, drafts], (stores) => {
        const added = stores(journal).add(text);
        for (const sequence of remove) stores(journal).delete(sequence);
        if (removeDraft !== undefined) stores(drafts).delete(removeDraft);
        return () => Number(added.result);
      }),
    appendOver: (text, asRead) =>
      write([journal, drafts], (stores) => {
        const added = whenDraftIs(stores, asRead, () => stores(journal).add(text));
        return () => {
          const request = added();
          return request && Number(request.result);
        };
      }),
    readAfter: (sequence) =>
      read(journal, (store) => {
        const range = IDBKeyRange.lowerBound(sequence, true);
        const keys = store.getAllKeys(range);
        const texts = store.getAll(range);
        return () => rowsOf(keys.result, texts.result);
      }),
    read: (sequence) => read(journal, (store) => resultOf(store.get(sequence))),
    putDraft: ({ callKey, text }) =>
      write([drafts], (stores) => {
        stores(drafts).put(text, callKey);
        return () => undefined;
      }),
    putDraftOver: ({ callKey, text }, before) =>
      write([drafts], (stores) => {
        const put = whenDraftIs(stores, { callKey, text: before }, () => stores(drafts).put(text, callKey));
        return () => put() !== undefined;
      }),
    removeDraft: (callKey) =>
      write([drafts], (stores) => {
        stores(drafts).delete(callKey);
        return () => undefined;
      }),
    readDraft: (callKey) => read(drafts, (store) => resultOf(store.get(callKey))),
    readDrafts: () =>
      read(drafts, (store) => {
        const keys = store.getAllKeys();
        const texts = store.getAll();
        return () => keys.result.map((key, at) => ({ callKey: String(key), text: String(texts.result[at]) }));
      }),
    readLease: () => read(lease, (store) => resultOf(store.get(leaseKey))),
    takeLease: (seen, mine) =>
      write([lease], (stores) => {
        let isTaken = false;
        const current = stores(lease).get(leaseKey);
        current.onsuccess = () => {
          isTaken = current.result === seen;
          if (isTaken) stores(lease).put(mine, leaseKey);
        };
        return () => isTaken;
      }),
    close: () => {
      void database?.then((opened) => opened.close());
    }
  };
}

/** Makes the request when the draft is as it was read; no other tab comes between the two, which are one transaction. */
function whenDraftIs(
  stores: (storeName: string) => IDBObjectStore,
  { callKey, text }: DraftAsRead,
  ask: () => IDBRequest<IDBValidKey>
): () => IDBRequest<IDBValidKey> | undefined {
  let asked: IDBRequest<IDBValidKey> | undefined;
  const current = stores(drafts).get(callKey);
  current.onsuccess = () => {
    if (current.result === text) asked = ask();
  };
  return () => asked;
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(journal, { autoIncrement: true });
      request.result.createObjectStore(drafts);
      request.result.createObjectStore(lease);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(asError(request.error));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(asError(transaction.error));
  });
}

function resultOf(request: IDBRequest<unknown>): () => string | undefined {
  return () => (request.result === undefined ? undefined : String(request.result));
}

function rowsOf(keys: readonly IDBValidKey[], texts: readonly unknown[]): readonly StoredRow[] {
  return keys.map((key, at) => ({ sequence: Number(key), text: String(texts[at]) }));
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('IndexedDB gave no reason.');
}
