import { confirmed, without, type DeskState } from './deskState';
import type { DeskOptions } from './deskTypes';
import type { SentLogs } from './sentLogs';
import { isOngoing, wrapUpFromDraft, type WrapUp } from './wrapUp';

/** What the desk shares with whoever listens to the outbox for it. */
export type DeskContext = Pick<DeskOptions, 'outbox' | 'logOf' | 'events'> & {
  readonly state: () => DeskState;
  readonly show: (state: DeskState) => void;
  readonly find: (callKey: string) => WrapUp | undefined;
  readonly isOnItsWay: (callKey: string) => boolean;
  /** The newest log of a call for which its draft was looked at: a rep leaves many calls open, and each look reads the disk. */
  readonly looked: Map<string, number>;
  /** Whether the rep wrote in it in this tab. */
  readonly isWrittenHere: (callKey: string) => boolean;
  readonly sent: SentLogs;
  /** Wrap-ups whose log is on its way or in Salesforce; the phone may still add to them. */
  readonly submitted: ReadonlyMap<string, WrapUp>;
  /** Calls of whose Task the panel was told. */
  readonly told: Set<string>;
};

/** Takes over what the outbox knows: what waits, what another tab saved, what Salesforce has. */
export async function takeOverNews(context: DeskContext): Promise<void> {
  const { outbox, show, state, sent, submitted, told } = context;
  show({ ...state(), waiting: outbox.waiting() });
  await Promise.all(state().wrapUps.map((wrapUp) => closeWhenSavedElsewhere(context, wrapUp)));
  const callKeys = new Set([...sent.keys(), ...submitted.keys()]);
  await Promise.all([...callKeys].filter((key) => !told.has(key)).map((key) => tellWhenSaved(context, key)));
}

async function tellWhenSaved(context: DeskContext, callKey: string): Promise<void> {
  const { outbox, events, show, state, find, submitted, told } = context;
  const taskId = outbox.saved(callKey);
  const wrapUp = submitted.get(callKey) ?? find(callKey);
  if (taskId === undefined || !wrapUp) return;
  told.add(callKey);
  if (wrapUp.isSaved && !isOngoing(wrapUp)) await outbox.removeDraft(callKey);
  const mine = state().confirmations.find((confirmation) => confirmation.callKey === callKey);
  const followUpId = outbox.leftFollowUp(callKey);
  if (mine) show(confirmed(state(), { ...mine, taskId, ...(followUpId === undefined ? {} : { followUpId }) }));
  events.saved({ callKey, taskId, isByRep: mine?.isMine === true, wrapUp });
}

/** The rep saved it in another tab: its draft is gone or says so, and its log is on its way. */
async function closeWhenSavedElsewhere(context: DeskContext, wrapUp: WrapUp): Promise<void> {
  const { outbox, logOf, show, state, find, isOnItsWay, isWrittenHere, looked } = context;
  const { callKey, isManual } = wrapUp;
  if (isWrittenHere(callKey) || isManual || state().saving.includes(callKey)) return;
  const newest = outbox.newest(callKey);
  if (newest === undefined || looked.get(callKey) === newest) return;
  looked.set(callKey, newest);
  const draft = wrapUpFromDraft(await outbox.draft(callKey));
  if ((draft && !draft.isSaved) || !isOnItsWay(callKey)) return;
  const open = find(callKey);
  if (!open) return;
  const taskId = outbox.saved(callKey);
  const confirmation = { callKey, subject: logOf(open).subject, ...(taskId === undefined ? {} : { taskId }) };
  show(confirmed(without(state(), callKey), confirmation));
}
