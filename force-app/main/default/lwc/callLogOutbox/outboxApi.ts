import type { CallLog, Progress } from 'c/callLogCore';
import type { Draft } from './draftShelf';
import type { LogAddition } from './logAddition';
import type { Durability } from './store';

/** A log that Salesforce does not have yet. */
export type WaitingEntry = Progress & { readonly callKey: string; readonly subject: string };

/** What a listener is told. `milliseconds`: from submit to confirmed, where this page submitted it. */
export type OutboxChange =
  | { readonly type: 'changed' }
  | {
      readonly type: 'confirmed';
      readonly callKey: string;
      readonly taskId: string;
      readonly milliseconds?: number;
    };

/** Keeps every submitted log until Salesforce has it, across refreshes, crashes, sign-outs and lost networks. */
export type Outbox = {
  /** Keeps what a rep is typing, the newest over the one before, and says where. The caller decides how often. */
  readonly putDraft: <Kind extends Draft>(draft: Kind) => Promise<Durability>;
  /** Keeps a draft in the place of the one that was read; false, and nothing is kept, when another tab has changed that since. */
  readonly putDraftOver: <Kind extends Draft>(draft: Kind, read: Draft | undefined) => Promise<boolean>;
  readonly draft: <Kind extends Draft>(callKey: string) => Promise<Kind | undefined>;
  readonly drafts: <Kind extends Draft>() => Promise<readonly Kind[]>;
  readonly removeDraft: (callKey: string) => Promise<void>;
  /**
   * Takes a log over and drops its draft. Resolves when it is on the disk, with where it is kept; `memory` says that a
   * person must not close the page before it is sent. A log of the same call that is submitted later replaces it.
   */
  readonly submit: (log: CallLog) => Promise<Durability>;
  /**
   * Takes a log over that no person saved, and leaves its draft; false, and nothing is kept, when the draft is not as it was read any
   * more: a person may have saved or written in another tab.
   */
  readonly submitOver: (log: CallLog, read: Draft | undefined) => Promise<boolean>;
  /**
   * Adds what became known of a call after its log, and nothing else: to the log that waits, or to the Task, whatever was
   * edited there since. An address of a call without a log, or one that Salesforce has, is no news; what a log is about always is,
   * wherever that log was written.
   */
  readonly add: (addition: LogAddition) => Promise<Durability>;
  /** What Salesforce does not have yet, the oldest first, as any tab sees it. */
  readonly waiting: () => readonly WaitingEntry[];
  /** The Task of a call; undefined while its newest log waits. */
  readonly saved: (callKey: string) => string | undefined;
  /** A number that is another for each log of the call that any tab submits; undefined before the first. */
  readonly newest: (callKey: string) => number | undefined;
  /** The follow-up Task that an earlier log of the call made and the newest does not want any more. */
  readonly leftFollowUp: (callKey: string) => string | undefined;
  /** Reads what other tabs wrote, also one that crashed before it told. */
  readonly refresh: () => Promise<void>;
  readonly subscribe: (listener: (change: OutboxChange) => void) => () => void;
  /** Tries everything now, also what was refused. Resolves when this tab, if it is the one that sends, is through. */
  readonly drain: () => Promise<void>;
  /** Where new logs are kept at the moment. */
  readonly durability: Durability;
  /** Why logs are kept in memory although the browser has a disk: its words. */
  readonly storageProblem: string | undefined;
  /** Lets another tab send. Nothing is sent or told afterwards. */
  readonly close: () => void;
};
