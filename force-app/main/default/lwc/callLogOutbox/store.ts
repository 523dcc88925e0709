/** Where what was not sent yet is kept; `memory` is lost with the page. */
export type Durability = 'indexed-db' | 'local-storage' | 'memory';

/** One row of the journal. The sequence grows with every append, whichever tab appends, and is never given twice. */
export type StoredRow = { readonly sequence: number; readonly text: string };

/** One draft, by its call key. */
export type StoredDraft = { readonly callKey: string; readonly text: string };

/** What a draft said when it was read; no text when there was none. What is written over it is not, when it says something else by now. */
export type DraftAsRead = { readonly callKey: string; readonly text: string | undefined };

/** What one append does besides, in the same transaction: all of it or nothing. */
export type AppendOptions = { readonly remove?: readonly number[]; readonly removeDraft?: string };

/**
 * A journal that is only appended to, drafts, and a lease, shared by all tabs of one user.
 *
 * Everything is kept as strings: Lightning Web Security and reactive fields put proxies around objects, and a proxy
 * cannot be cloned into IndexedDB.
 */
export type Store = {
  readonly durability: Durability;
  /** Resolves with the sequence when the row is on disk; rejects when it is not, and then nothing of it is. */
  readonly append: (text: string, options?: AppendOptions) => Promise<number>;
  /** Appends when the draft is as it was read, in one transaction; undefined when it is not. */
  readonly appendOver: (text: string, read: DraftAsRead) => Promise<number | undefined>;
  /** At least the rows after a sequence, in order; 0 answers all. */
  readonly readAfter: (sequence: number) => Promise<readonly StoredRow[]>;
  readonly read: (sequence: number) => Promise<string | undefined>;
  readonly putDraft: (draft: StoredDraft) => Promise<void>;
  /** Puts the draft in the place of what was read; false when another tab has changed it since. */
  readonly putDraftOver: (draft: StoredDraft, read: DraftAsRead['text']) => Promise<boolean>;
  readonly removeDraft: (callKey: string) => Promise<void>;
  readonly readDraft: (callKey: string) => Promise<string | undefined>;
  readonly readDrafts: () => Promise<readonly StoredDraft[]>;
  readonly readLease: () => Promise<string | undefined>;
  /** Writes the lease when it still says what the caller saw; false when another tab was faster. */
  readonly takeLease: (seen: string | undefined, mine: string) => Promise<boolean>;
  readonly close: () => void;
};
