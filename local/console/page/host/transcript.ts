/** One thing that went over the port, or that the host noticed; tests and people read them in order. */
export type Entry = {
  /** ISO 8601. */
  readonly at: string;
  readonly direction: 'to-connector' | 'from-connector' | 'host';
  /** The message's type, the event's name, or what the host did. */
  readonly name: string;
  readonly payload: unknown;
  /** What is wrong with it: an unknown or malformed message, or one that was not due. */
  readonly problem?: string;
};

const kept = 5000;
const entries: Entry[] = [];
const watchers: ((entry: Entry) => void)[] = [];

/** Keeps an entry and tells everybody who watches. */
export function note(entry: Omit<Entry, 'at'>): void {
  const full = { at: new Date().toISOString(), ...entry };
  entries.push(full);
  if (entries.length > kept) entries.shift();
  for (const watcher of [...watchers]) watcher(full);
}

/** The last five thousand entries. */
export const transcript = (): readonly Entry[] => [...entries];

/** Tells of every entry from now on; what it gives back ends that. */
export function watchTranscript(watcher: (entry: Entry) => void): () => void {
  watchers.push(watcher);
  return () => void watchers.splice(watchers.indexOf(watcher), 1);
}
