import type { Presence } from 'c/phoneBridge';
import type { ActivityRow } from './activityRows';

/** A row that waits, and the text by which a later change of it is seen. */
export type WaitingRow = { readonly name: string; readonly text: string; readonly record: ActivityRow['record'] };

/** What is to be sent, and the presence that was seen last: shared by all tabs and kept when they close. */
export type ActivityShelf = {
  /** Adds the row, or what is new in it. */
  put(row: ActivityRow): void;
  waiting(): readonly WaitingRow[];
  /** The row was sent as it was; what changed meanwhile stays. */
  sent(row: WaitingRow): void;
  lastPresence(): Presence | undefined;
  rememberPresence(presence: Presence): void;
  clear(): void;
};

/** One entry for each row, so that two tabs never write the same list; in memory what the browser refuses to keep. */
export function activityShelf(storage: Storage | undefined, userId: string): ActivityShelf {
  const prefix = `ringdown.activity.${userId}.`;
  const presenceName = `ringdown.presence.${userId}`;
  const memory = new Map<string, string>();

  const read = (name: string): string | undefined =>
    memory.get(name) ?? attempt(() => storage?.getItem(name)) ?? undefined;
  const remove = (name: string): void => {
    memory.delete(name);
    attempt(() => storage?.removeItem(name));
  };
  const write = (name: string, text: string): void => {
    const isKept = attempt(() => {
      storage?.setItem(name, text);
      return storage !== undefined;
    });
    if (isKept) memory.delete(name);
    else memory.set(name, text);
  };
  const names = (): readonly string[] => {
    const kept = attempt(() => Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '')) ?? [];
    return [...new Set([...kept, ...memory.keys()])].filter((name) => name.startsWith(prefix)).sort();
  };

  return {
    put: ({ key, record }) => {
      const name = prefix + key;
      write(name, JSON.stringify({ ...parsed<ActivityRow['record']>(read(name)), ...record }));
    },
    waiting: () =>
      names().flatMap((name) => {
        const text = read(name);
        const record = parsed<ActivityRow['record']>(text);
        return text === undefined || !record ? [] : [{ name, text, record }];
      }),
    sent: ({ name, text }) => {
      if (read(name) === text) remove(name);
    },
    lastPresence: () => parsed<Presence>(read(presenceName)),
    rememberPresence: (presence) => write(presenceName, JSON.stringify(presence)),
    clear: () => names().forEach(remove)
  };
}

function parsed<Value>(text: string | undefined): Value | undefined {
  return text === undefined ? undefined : attempt(() => JSON.parse(text) as Value);
}

/** A browser that keeps nothing for a page in a frame throws on every touch. */
function attempt<Value>(touch: () => Value): Value | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
