import type { CallLog } from 'c/callLogCore';
import { takeOverNews, type DeskContext } from './deskNews';
import type { DeskOutbox, DeskOptions } from './deskTypes';
import type { DraftKeeper } from './draftKeeper';
import { linksOf } from './sentLogs';
import type { WrapUp } from './wrapUp';

/** What logging without the rep needs besides. */
export type QuietContext = DeskContext & {
  readonly submitted: Map<string, WrapUp>;
  readonly drafts: DraftKeeper<WrapUp>;
  readonly keep: (wrapUp: WrapUp) => Promise<void>;
};

/** Saves what the phone said anew; the rep's draft stays, and so does what was edited in Salesforce when only links are new. */
export async function logQuietly(context: QuietContext, wrapUp: WrapUp): Promise<void> {
  const { outbox, drafts, find, keep, sent, submitted, told, state, show } = context;
  const { callKey } = wrapUp;
  const news = sent.news(wrapUp);
  if (news === 'nothing' && sent.has(callKey)) return;
  const log = quietLogOf(wrapUp, context.logOf);
  if (news === 'log' || !context.isOnItsWay(callKey)) {
    await drafts.forget(callKey);
    await outbox.submit(log);
    sent.note(wrapUp);
    if (wrapUp.isSaved) told.delete(callKey);
  } else {
    // The outbox knows what Salesforce has; a page that died may not have come this far.
    await addLinks(log, outbox);
    sent.noteInteraction(wrapUp);
  }
  const open = find(callKey);
  if (!open) submitted.set(callKey, wrapUp);
  if (open ?? (wrapUp.isSaved && !told.has(callKey))) await keep(open ?? wrapUp);
  show({ ...state(), logged: [...new Set([...state().logged, callKey])] });
  await takeOverNews(context);
}

/** Adds the links of a log to what Salesforce has, or will have. */
export async function addLinks(log: CallLog, outbox: Pick<DeskOutbox, 'add'>): Promise<void> {
  const { callKey, subject } = log;
  const links = linksOf(log);
  if (Object.keys(links).length > 0) await outbox.add({ callKey, subject, links });
}

/** The log without the rep: a follow-up is their wish, and they may take it back until they save. */
export function quietLogOf(wrapUp: WrapUp, logOf: DeskOptions['logOf']): CallLog {
  const { followUp, ...log } = logOf(wrapUp);
  return wrapUp.isSaved && followUp ? { ...log, followUp } : log;
}
