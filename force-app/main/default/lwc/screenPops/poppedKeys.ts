/** The key under which every tab of this browser keeps what popped. */
export const poppedKey = 'ringdown-popped';

/** More than any rep takes in a shift. */
const most = 500;

/** What popped on this computer, in any tab and before a reload. */
export type PoppedKeys = {
  all(): ReadonlySet<string>;
  /** Resolves to true for the one tab that may pop it. */
  claim(interactionKey: string): Promise<boolean>;
};

/** Keeps the keys where every tab sees them; where the browser stores nothing, as long as the page lives. */
export function poppedKeys(
  storage: () => Storage | undefined,
  locks: Pick<LockManager, 'request'> | undefined
): PoppedKeys {
  let own: readonly string[] = [];

  const read = (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(storage()?.getItem(poppedKey) ?? '[]');
      const keys = Array.isArray(kept) ? (kept as readonly unknown[]).filter((key) => typeof key === 'string') : [];
      return [...keys, ...own.filter((key) => !keys.includes(key))];
    } catch {
      return own;
    }
  };

  const take = (interactionKey: string): boolean => {
    const keys = read();
    if (keys.includes(interactionKey)) return false;
    own = [...own, interactionKey].slice(-most);
    try {
      storage()?.setItem(poppedKey, JSON.stringify([...keys, interactionKey].slice(-most)));
    } catch {
      // A browser that stores nothing, or is full: this tab remembers for itself.
    }
    return true;
  };

  return {
    all: () => new Set(read()),
    claim: async (interactionKey) => {
      if (!locks) return take(interactionKey);
      try {
        return await locks.request(poppedKey, () => Promise.resolve(take(interactionKey)));
      } catch {
        return take(interactionKey);
      }
    }
  };
}
