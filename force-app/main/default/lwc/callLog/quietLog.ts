import type { CallLog } from 'c/callLogCore';
import { takeOverNews, type DeskContext } from './deskNews';
import type { DeskOutbox, DeskOptions } from './deskTypes';
import { keepHeard, submitWithOthers } from './otherTabs';
import { linksOf } from './sentLogs';
import type { WrapUp } from './wrapUp';

/** What logging without the rep needs besides. */
export type QuietContext = DeskContext & {
  readonly submitted: Map<string, WrapUp>;
  readonly keep: (wrapUp: WrapUp) => Promise<void>;
};

/** Saves what the phone said anew; the rep's draft stays, and so does what was edited in Salesforce when only links are new. */
export async function logQuietly(context: QuietContext, wrapUp: WrapUp): Promise<void> {
  const { outbox, find, sent, submitted, told, state, show } = context;
  const { callKey } = wrapUp;
  const news = sent.news(wrapUp);
  if (news === 'nothing' && sent.has(callKey)) return;
  const isWhole = news === 'log' || !context.isOnItsWay(callKey);
  const whole = isWhole ? await submitWhole(context, wrapUp) : undefined;
  if (whole) {
    sent.note(whole);
    if (whole.isSaved) told.delete(callKey);
  } else {
    // The outbox knows what Salesforce has; a page that died may not have come this far.
    await addLinks(quietLogOf(wrapUp, context.logOf), outbox);
    sent.noteInteraction(wrapUp);
  }
  const saved = whole ?? wrapUp;
  if (!find(callKey) || saved.isSaved) submitted.set(callKey, saved);
  if (saved.isSaved && !told.has(callKey))
    await keepHeard(outbox, { wrapUp: saved, isWrittenHere: false }, () => false);
  show({ ...state(), logged: [...new Set([...state().logged, callKey])] });
  await takeOverNews(context);
}

/** Submits the whole log; nothing is submitted when the rep is done with it in another tab, or will be in this one. */
async function submitWhole(context: QuietContext, wrapUp: WrapUp): Promise<WrapUp | undefined> {
  const { outbox, find, sent, isOnItsWay, logOf } = context;
  const { callKey } = wrapUp;
  const isWrittenHere = find(callKey) !== undefined && context.isWrittenHere(callKey);
  if (isWrittenHere && !sent.knows(callKey)) {
    await outbox.refresh();
    if (isOnItsWay(callKey)) return undefined;
  }
  return submitWithOthers(
    outbox,
    { wrapUp, isWrittenHere },
    {
      isDone: () => find(callKey) !== undefined && isOnItsWay(callKey),
      submit: (whole, read) => outbox.submitOver(withoutHarm(quietLogOf(whole, logOf), whole, outbox), read)
    }
  );
}

/** A Task that somebody wrote where this browser does not know of it is left alone; what this one wrote goes on being completed. */
function withoutHarm(log: CallLog, { isHeardLate, isSaved }: WrapUp, outbox: Pick<DeskOutbox, 'saved'>): CallLog {
  const isOurs = isSaved === true || outbox.saved(log.callKey) !== undefined;
  return isHeardLate && !isOurs ? { ...log, isOnlyIfMissing: true } : log;
}

/** Adds the links of a log to what Salesforce has, or will have. */
export async function addLinks(log: CallLog, outbox: Pick<DeskOutbox, 'add'>): Promise<void> {
  const { callKey, subject, kept } = log;
  const links = linksOf(log);
  if (Object.keys(links).length > 0) await outbox.add({ callKey, subject, links, ...(kept ? { kept } : {}) });
}

/** The log without the rep: a follow-up is their wish, and they may take it back until they save. */
export function quietLogOf(wrapUp: WrapUp, logOf: DeskOptions['logOf']): CallLog {
  const { followUp, ...log } = logOf(wrapUp);
  return wrapUp.isSaved && followUp ? { ...log, followUp } : log;
}
