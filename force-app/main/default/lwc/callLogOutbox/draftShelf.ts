import type { DraftAsRead, Store, StoredDraft } from './store';

/** What a rep is typing about one call, in whatever shape the component gives it; it must survive JSON. */
export type Draft = { readonly callKey: string };

/** The drafts of one user, on the disk where it has room, in the memory of this tab where it has not. */
export type DraftShelf = {
  /** False when the disk took it not and this tab holds it. */
  readonly put: (draft: Draft) => Promise<boolean>;
  /** The same, unless the draft is not as it was read any more: `overtaken`, and nothing is put. */
  readonly putOver: (draft: Draft, read: Draft | undefined) => Promise<boolean | 'overtaken'>;
  /** What the disk says of a draft that was read; undefined while this tab alone holds one, which nobody else changes. */
  readonly asRead: (callKey: string, read: Draft | undefined) => DraftAsRead | undefined;
  readonly get: <Kind extends Draft>(callKey: string) => Promise<Kind | undefined>;
  readonly all: <Kind extends Draft>() => Promise<readonly Kind[]>;
  readonly remove: (callKey: string) => Promise<void>;
  /** Drops what this tab holds of a draft whose log was submitted. */
  readonly forget: (callKey: string) => void;
  readonly problem: () => string | undefined;
};

/** Opens the shelf; the database puts drafts of two tabs in order, and the last one written stays. */
export function openDraftShelf(store: Store): DraftShelf {
  const held = new Map<string, string>();
  let problem: string | undefined;

  function forget(callKey: string): void {
    held.delete(callKey);
    if (held.size === 0) problem = undefined;
  }

  async function put(draft: Draft, write: (stored: StoredDraft) => Promise<boolean>): Promise<boolean | 'overtaken'> {
    const { callKey } = draft;
    const text = JSON.stringify(draft);
    try {
      if (!(await write({ callKey, text }))) return 'overtaken';
      forget(callKey);
      return true;
    } catch (failure) {
      held.set(callKey, text);
      problem = failure instanceof Error ? failure.message || failure.name : String(failure);
      return false;
    }
  }

  const putAnyway = async (draft: StoredDraft): Promise<boolean> => {
    await store.putDraft(draft);
    return true;
  };

  // A draft is JSON that was made from JSON: its text is the same each time.
  const asRead = (callKey: string, read: Draft | undefined): DraftAsRead | undefined =>
    held.has(callKey) ? undefined : { callKey, text: read && JSON.stringify(read) };

  return {
    put: async (draft) => (await put(draft, putAnyway)) === true,
    putOver: (draft, read) => {
      const before = asRead(draft.callKey, read);
      return put(draft, before ? (stored) => store.putDraftOver(stored, before.text) : putAnyway);
    },
    asRead,
    get: async <Kind extends Draft>(callKey: string) =>
      parseDraft<Kind>(held.get(callKey) ?? (await store.readDraft(callKey).catch(() => undefined))),
    all: async <Kind extends Draft>() => {
      const stored = await store.readDrafts().catch(() => []);
      const texts = new Map([...stored.map(({ callKey, text }) => [callKey, text] as const), ...held]);
      return [...texts.values()].flatMap((text) => parseDraft<Kind>(text) ?? []);
    },
    remove: async (callKey) => {
      forget(callKey);
      await store.removeDraft(callKey).catch(() => undefined);
    },
    forget,
    problem: () => problem
  };
}

function parseDraft<Kind extends Draft>(text: string | undefined): Kind | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Kind);
  } catch {
    return undefined;
  }
}
