import type { Draft } from 'c/callLogOutbox';
import type { DeskOutbox } from './deskTypes';
import { wrapUpFromDraft, withInteraction, type WrapUp } from './wrapUp';

/** A wrap-up as this tab has it. */
type Ours = { readonly wrapUp: WrapUp; readonly isWrittenHere: boolean };

/** Keeps what the phone said; what the rep wrote or saved in another tab stays, and a draft that is done with stays gone. */
export async function keepHeard(
  outbox: DeskOutbox,
  { wrapUp, isWrittenHere }: Ours,
  isOnItsWay: () => boolean
): Promise<void> {
  const read = await outbox.draft(wrapUp.callKey);
  if (read === undefined && !isWrittenHere) {
    await outbox.refresh();
    if (isOnItsWay()) return;
  }
  const kept = isWrittenHere ? undefined : wrapUpFromDraft(read);
  const next = kept && isRepsOwn(kept) ? withNewer(kept, wrapUp) : wrapUp;
  if (next === kept || (await outbox.putDraftOver(next, read))) return;
  await keepHeard(outbox, { wrapUp, isWrittenHere }, isOnItsWay);
}

/**
 * Submits what is known of a call, with what the rep wrote or saved in another tab, and answers what was submitted. A tab may be slow to
 * hear of the end of a call: what it knew before is never put over what was saved meanwhile. Nothing is submitted when another tab is
 * done with the call, which `isDone` says once the draft is gone.
 */
export async function submitWithOthers(
  outbox: DeskOutbox,
  ours: Ours,
  { isDone, submit }: { isDone: () => boolean; submit: (whole: WrapUp, read: Draft | undefined) => Promise<boolean> }
): Promise<WrapUp | undefined> {
  const read = await outbox.draft(ours.wrapUp.callKey);
  if (read === undefined) {
    // Who is done drops the draft when the log is written.
    await outbox.refresh();
    if (isDone()) return undefined;
  }
  const whole = withWhatTheRepDid(ours, wrapUpFromDraft(read));
  return (await submit(whole, read)) ? whole : submitWithOthers(outbox, ours, { isDone, submit });
}

/** Saved goes before written, and written before nothing. */
function withWhatTheRepDid({ wrapUp, isWrittenHere }: Ours, kept: WrapUp | undefined): WrapUp {
  if (!kept || wrapUp.isSaved) return wrapUp;
  return kept.isSaved || (kept.isTouched && !isWrittenHere) ? withNewer(kept, wrapUp) : wrapUp;
}

/** What the rep did there, with what the phone said here, unless that is from before the end. */
function withNewer(kept: WrapUp, { interaction, heardAt }: WrapUp): WrapUp {
  const isOlder = kept.interaction.endedAt !== undefined && interaction.endedAt === undefined;
  return isOlder ? kept : withInteraction(kept, interaction, heardAt ?? 0);
}

function isRepsOwn({ isSaved, isTouched }: WrapUp): boolean {
  return isSaved === true || isTouched;
}
