/** Which messages this tab told the rep of already: they are told once, also over a reload. */
export type ToldMessages = {
  /** Those of these that were not told yet; from now on they were. What is not among these is forgotten. */
  readonly newOf: (ids: readonly string[]) => readonly string[];
};

type Values = Pick<Storage, 'getItem' | 'setItem'>;

/** Kept for each user by themselves, since a computer may be shared. Storage that is blocked keeps nothing, and says nothing. */
export function toldMessages(values: () => Values, userId: string): ToldMessages {
  const key = `ringdown-told-messages-${userId}`;
  let told = new Set(read(values, key));
  return {
    newOf: (ids) => {
      const fresh = ids.filter((id) => !told.has(id));
      told = new Set(ids);
      try {
        values().setItem(key, JSON.stringify(ids));
      } catch {
        // After a reload they are told once more.
      }
      return fresh;
    }
  };
}

function read(values: () => Values, key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(values().getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
