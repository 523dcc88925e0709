import type { CallLog } from 'c/callLogCore';
import type { Outbox } from 'c/callLogOutbox';
import type { Interaction } from 'c/phoneBridge';
import type { Gap } from './completeness';
import type { DeskState, TaskAction } from './deskState';
import type { LogLink } from './linkLog';
import type { Settings } from './settings';
import type { WrapUp, WrapUpChange } from './wrapUp';

/** What of the outbox the desk uses. */
export type DeskOutbox = Pick<
  Outbox,
  | 'putDraft'
  | 'putDraftOver'
  | 'removeDraft'
  | 'draft'
  | 'drafts'
  | 'submit'
  | 'submitOver'
  | 'add'
  | 'waiting'
  | 'saved'
  | 'newest'
  | 'leftFollowUp'
  | 'refresh'
>;

/** What the desk tells its panel. */
export type DeskEvents = {
  changed(state: DeskState): void;
  /** The panel should be seen: a call wants the rep's words. */
  opened(wrapUp: WrapUp): void;
  /** The rep is done with a call that is over. */
  wrappedUp(callKey: string): void;
  /** Salesforce has the log; `isByRep` when the rep saved it in this tab, not the panel by itself. */
  saved(log: {
    readonly callKey: string;
    readonly taskId: string;
    readonly isByRep: boolean;
    readonly wrapUp: WrapUp;
  }): void;
};

/** What a desk works with. */
export type DeskOptions = {
  readonly outbox: DeskOutbox;
  /** As they are known now. */
  readonly settings: () => Settings;
  readonly logOf: (wrapUp: WrapUp) => CallLog;
  readonly now: () => number;
  readonly events: DeskEvents;
};

/** The wrap-ups of one rep, from the first message of the phone until Salesforce has their logs. */
export type Desk = {
  /** Shows what was kept before the page was loaded again. */
  restore(): Promise<unknown>;
  /** The phone spoke of an interaction. */
  hear(interaction: Interaction): Promise<unknown>;
  /** The outbox has news. */
  refresh(): Promise<unknown>;
  select(callKey: string): void;
  /** Begins a log without a phone. */
  begin(interaction: Interaction): void;
  change(callKey: string, change: WrapUpChange): void;
  /** Saves once, however often it is called; answers what is missing instead of saving. */
  save(callKey: string): Promise<readonly Gap[]>;
  /** Gives a wrap-up up that nobody wants to log. */
  discard(callKey: string): Promise<unknown>;
  /** Takes up again what the rep saved, to correct it; false when this computer does not have it any more. */
  reopen(callKey: string): boolean;
  /** Whether a log that waits can be corrected here. */
  canReopen(callKey: string): boolean;
  dismiss(callKey: string): void;
  /** The Task of a saved log did not open by itself. */
  offer(callKey: string, action: TaskAction): void;
  /** The rep said what a saved log is about: it is kept with what the phone may still say. */
  link(link: LogLink): Promise<unknown>;
  /** Keeps what was typed, now. */
  flush(): Promise<void>;
};
