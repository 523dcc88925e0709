import type { Entry } from './entries';

/** What the rep was told, for as long as this tab is open: a reload takes nothing from them. */
export type KeptEntries = {
  readonly read: () => readonly Entry[];
  readonly write: (entries: readonly Entry[]) => void;
};

type Values = Pick<Storage, 'getItem' | 'setItem'>;

/** Kept for each user by themselves, since a computer may be shared. Storage that is blocked or full keeps nothing, and says nothing. */
export function keepEntries(values: () => Values, userId: string): KeptEntries {
  const key = `ringdown-phone-notices-${userId}`;
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(values().getItem(key) ?? '[]');
        return Array.isArray(kept) ? kept.filter(isEntry) : [];
      } catch {
        return [];
      }
    },
    write: (entries) => {
      try {
        values().setItem(key, JSON.stringify(entries));
      } catch {
        // The rep has the message in front of them; only a reload loses it.
      }
    }
  };
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { key, kind, title, text, at } = value as Readonly<Record<string, unknown>>;
  const isKind = kind === 'notice' || kind === 'refused';
  const areTexts = [key, title, text].every((each) => typeof each === 'string');
  return isKind && areTexts && typeof at === 'string' && !Number.isNaN(Date.parse(at));
}
