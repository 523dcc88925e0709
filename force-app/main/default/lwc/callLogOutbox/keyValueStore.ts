import type { Durability, Store, StoredRow } from './store';

/** What of the Web Storage API is used; the keys come in any order. */
export type KeyValues = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Where two tabs append in the same moment, this part of the sequence keeps them apart. */
const slots = 2 ** 20;

/**
 * A store in localStorage, or in the memory of the page, for a browser without IndexedDB. A row is written before what it
 * replaces is removed, so that a page that dies between the two keeps too much and never too little.
 */
export function openKeyValueStore(options: {
  readonly values: KeyValues;
  readonly name: string;
  readonly durability: Exclude<Durability, 'indexed-db'>;
  readonly random: () => number;
}): Store {
  const { values, durability, random } = options;
  const key = { row: `${options.name}:row:`, draft: `${options.name}:draft:`, counter: `${options.name}:counter` };
  const leaseKey = `${options.name}:lease`;
  const slot = Math.floor(random() * slots);

  function keysWith(prefix: string): readonly string[] {
    const found: string[] = [];
    for (let at = 0; at < values.length; at++) {
      const name = values.key(at);
      if (name?.startsWith(prefix)) found.push(name.slice(prefix.length));
    }
    return found;
  }

  function rows(): readonly StoredRow[] {
    return keysWith(key.row)
      .map((sequence) => ({ sequence: Number(sequence), text: values.getItem(key.row + sequence) ?? '' }))
      .sort((one, other) => one.sequence - other.sequence);
  }

  function nextSequence(): number {
    const counts = [
      Number(values.getItem(key.counter) ?? 0),
      ...keysWith(key.row).map((at) => Math.floor(+at / slots))
    ];
    return (Math.max(...counts) + 1) * slots + slot;
  }

  function append(text: string): number {
    const sequence = nextSequence();
    values.setItem(key.row + String(sequence), text);
    values.setItem(key.counter, String(Math.floor(sequence / slots)));
    return sequence;
  }

  const draftOf = (callKey: string): string | undefined => values.getItem(key.draft + callKey) ?? undefined;

  return {
    durability,
    append: promised((text, { remove = [], removeDraft } = {}) => {
      const sequence = append(text);
      for (const old of remove) values.removeItem(key.row + String(old));
      if (removeDraft !== undefined) values.removeItem(key.draft + removeDraft);
      return sequence;
    }),
    appendOver: promised((text, read) => (draftOf(read.callKey) === read.text ? append(text) : undefined)),
    readAfter: promised(() => rows()),
    read: promised((sequence) => values.getItem(key.row + String(sequence)) ?? undefined),
    putDraft: promised(({ callKey, text }) => values.setItem(key.draft + callKey, text)),
    putDraftOver: promised(({ callKey, text }, read) => {
      const isAsRead = draftOf(callKey) === read;
      if (isAsRead) values.setItem(key.draft + callKey, text);
      return isAsRead;
    }),
    removeDraft: promised((callKey) => values.removeItem(key.draft + callKey)),
    readDraft: promised(draftOf),
    readDrafts: promised(() =>
      keysWith(key.draft).map((callKey) => ({ callKey, text: values.getItem(key.draft + callKey) ?? '' }))
    ),
    readLease: promised(() => values.getItem(leaseKey) ?? undefined),
    takeLease: promised((seen, mine) => {
      const isAsSeen = (values.getItem(leaseKey) ?? undefined) === seen;
      if (isAsSeen) values.setItem(leaseKey, mine);
      return isAsSeen;
    }),
    close: () => undefined
  };
}

/** Keys and values that live as long as the page. */
export function memoryKeyValues(): KeyValues {
  const values = new Map<string, string>();
  return {
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => {
      values.set(name, value);
    },
    removeItem: (name) => {
      values.delete(name);
    },
    key: (at) => [...values.keys()][at] ?? null,
    get length() {
      return values.size;
    }
  };
}

/** Web Storage answers at once and throws; a store answers later and rejects. */
function promised<Params extends unknown[], Result>(work: (...params: Params) => Result) {
  return (...params: Params): Promise<Result> =>
    new Promise((resolve) => {
      resolve(work(...params));
    });
}
