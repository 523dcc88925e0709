import { gapsOf } from './completeness';
import { takeOverNews } from './deskNews';
import { receive, type PhoneContext } from './deskPhone';
import { confirmed, dismissed, emptyDesk, offered, replaced, without, withWrapUp, type DeskState } from './deskState';
import type { Desk, DeskOptions } from './deskTypes';
import { keepDrafts } from './draftKeeper';
import { inOrder } from './inOrder';
import { reactionTo } from './policy';
import { linkLog } from './linkLog';
import { logQuietly, quietLogOf, type QuietContext } from './quietLog';
import { listSentLogs } from './sentLogs';
import { dispositionsFor } from './settings';
import { isOngoing, withChange, withSave, wrapUpFromDraft, wrapUpOf, type WrapUp } from './wrapUp';

const draftPause = 400;

/** Opens the desk; nothing happens before `restore`. */
export function openDesk(options: DeskOptions): Desk {
  const { outbox, settings, logOf, now, events } = options;
  let state = emptyDesk;
  /** Wrap-ups whose log is on its way or in Salesforce; the phone may still add to them. */
  const submitted = new Map<string, WrapUp>();
  const sent = listSentLogs((wrapUp) => quietLogOf(wrapUp, logOf));
  const told = new Set<string>();
  const discarded = new Set<string>();
  const writtenHere = new Set<string>();
  /** What the rep takes up again, as it was saved. */
  const reopened = new Map<string, WrapUp>();

  const show = (shown: DeskState): void => {
    state = shown;
    events.changed(shown);
  };
  const fail = (failure: unknown): void => show({ ...state, failure });
  const next = inOrder(fail);
  const drafts = keepDrafts<WrapUp>({ put: (draft) => outbox.putDraft(draft), pause: draftPause, failed: fail });
  const find = (callKey: string): WrapUp | undefined => state.wrapUps.find((wrapUp) => wrapUp.callKey === callKey);

  const keep = (wrapUp: WrapUp): Promise<void> => {
    drafts.note(wrapUp);
    return drafts.flush();
  };

  const context: QuietContext = {
    ...{ outbox, logOf, events, find, isOnItsWay, sent, submitted, told, keep },
    isWrittenHere: (callKey) => writtenHere.has(callKey),
    looked: new Map(),
    state: () => state,
    show
  };
  const phone: PhoneContext = { ...context, settings, now, discarded, opened: new Set(), toldLinks: new Set() };

  function isOnItsWay(callKey: string): boolean {
    return outbox.saved(callKey) !== undefined || outbox.waiting().some((entry) => entry.callKey === callKey);
  }

  function refreshNow(): Promise<void> {
    return takeOverNews(context);
  }

  async function saveNow(wrapUp: WrapUp): Promise<void> {
    const { callKey } = wrapUp;
    const done = withSave(wrapUp, now());
    const log = logOf(done);
    await drafts.forget(callKey);
    await outbox.submit(log);
    sent.note(done);
    submitted.set(callKey, done);
    reopened.delete(callKey);
    writtenHere.delete(callKey);
    told.delete(callKey);
    // Kept until Salesforce has it: a refused log is corrected, and one that goes on is completed, after a refresh too.
    await keep(done);
    if (!isOngoing(done) && !done.isManual) events.wrappedUp(callKey);
    show(confirmed(without(state, callKey), { callKey, subject: log.subject, isMine: true }));
    await refreshNow();
  }

  async function restoreNow(): Promise<void> {
    const kept = (await outbox.drafts()).map(wrapUpFromDraft).filter((wrapUp) => wrapUp !== undefined);
    const open = kept.filter(({ callKey, isSaved }) => !isSaved && !find(callKey));
    for (const wrapUp of kept.filter(({ isSaved }) => isSaved)) {
      submitted.set(wrapUp.callKey, wrapUp);
      sent.note(wrapUp);
    }
    for (const wrapUp of open) {
      show(withWrapUp(state, wrapUp));
      if (isOnItsWay(wrapUp.callKey)) sent.recall(wrapUp);
    }
    const ended = state.wrapUps.filter(
      ({ interaction, isManual }) => !isManual && reactionTo(interaction, settings()).isLogged
    );
    await Promise.all(ended.filter(({ callKey }) => !isOnItsWay(callKey)).map((wrapUp) => logQuietly(context, wrapUp)));
    await refreshNow();
  }

  /** The rep gives up correcting: the log stays as it was, with what the phone said since. */
  async function putBack(saved: WrapUp): Promise<void> {
    show(without(state, saved.callKey));
    submitted.set(saved.callKey, saved);
    await keep(saved);
    await logQuietly(context, saved);
  }

  async function discardNow(callKey: string): Promise<void> {
    const wrapUp = find(callKey);
    if (!wrapUp) return;
    writtenHere.delete(callKey);
    await drafts.forget(callKey);
    await outbox.removeDraft(callKey);
    const saved = reopened.get(callKey);
    // What was logged by itself may still get its recording; the rest is not wanted any more.
    if (saved) await putBack({ ...saved, interaction: wrapUp.interaction });
    else if (sent.has(callKey)) submitted.set(callKey, wrapUpOf(wrapUp.interaction));
    else discarded.add(callKey);
    if (!wrapUp.isManual && !isOngoing(wrapUp)) events.wrappedUp(callKey);
    show(without(state, callKey));
  }

  return {
    restore: () => next(restoreNow),
    hear: (interaction) => next(() => receive(phone, interaction)),
    refresh: () => next(refreshNow),
    select: (callKey) => show({ ...state, selected: callKey }),
    begin: (interaction) =>
      show({ ...withWrapUp(state, wrapUpOf(interaction, { isManual: true })), selected: interaction.callKey }),
    change: (callKey, change) => {
      const wrapUp = find(callKey);
      if (!wrapUp || state.saving.includes(callKey)) return;
      writtenHere.add(callKey);
      const changed = withChange(wrapUp, change);
      const gaps = callKey in state.gaps ? { ...state.gaps, [callKey]: gapsIn(changed) } : state.gaps;
      show({ ...replaced(state, changed), gaps });
      drafts.note(changed);
    },
    save: async (callKey) => {
      const wrapUp = find(callKey);
      if (!wrapUp || state.saving.includes(callKey)) return [];
      const gaps = gapsIn(wrapUp);
      const { failure: _over, ...rest } = state;
      show({ ...rest, gaps: { ...state.gaps, [callKey]: gaps } });
      if (gaps.length > 0) return gaps;
      show({ ...state, saving: [...state.saving, callKey] });
      await next(() => saveNow(find(callKey) ?? wrapUp));
      show({ ...state, saving: state.saving.filter((other) => other !== callKey) });
      return [];
    },
    discard: (callKey) => next(() => discardNow(callKey)),
    reopen: (callKey) => {
      const wrapUp = submitted.get(callKey);
      if (!wrapUp) return false;
      submitted.delete(callKey);
      reopened.set(callKey, wrapUp);
      writtenHere.add(callKey);
      const { isSaved: _saved, ...open } = wrapUp;
      const confirmations = state.confirmations.filter((other) => other.callKey !== callKey);
      show({ ...withWrapUp({ ...state, confirmations }, open), selected: callKey });
      drafts.note(open);
      return true;
    },
    canReopen: (callKey) => submitted.has(callKey),
    dismiss: (callKey) => show(dismissed(state, callKey)),
    offer: (callKey, action) => show(offered(state, callKey, action)),
    link: (link) => next(() => linkLog(context, link)),
    flush: () => drafts.flush()
  };

  function gapsIn(wrapUp: WrapUp): ReturnType<typeof gapsOf> {
    return gapsOf(wrapUp, dispositionsFor(settings(), wrapUp.interaction.channel));
  }
}
