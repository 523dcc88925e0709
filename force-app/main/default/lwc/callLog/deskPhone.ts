import type { Interaction } from 'c/phoneBridge';
import { replaced, withLongLinks, withWrapUp } from './deskState';
import type { DeskOptions } from './deskTypes';
import { isKeptBySalesforce, withKeptCall } from './keptCalls';
import { keepHeard } from './otherTabs';
import { withoutLongLinks } from './longLinks';
import { reactionTo } from './policy';
import { addLinks, logQuietly, type QuietContext } from './quietLog';
import { isOngoing, withInteraction, wrapUpOf, type WrapUp } from './wrapUp';

/** What the desk shares with whoever listens to the phone for it. */
export type PhoneContext = QuietContext &
  Pick<DeskOptions, 'settings' | 'now'> & {
    /** Calls that the rep does not want to log. */
    readonly discarded: ReadonlySet<string>;
    /** Calls for which the panel was opened. */
    readonly opened: Set<string>;
    /** Addresses of which the rep was told that no log took them. */
    readonly toldLinks: Set<string>;
  };

/** Takes in what the phone said of an interaction: shows it, keeps it, and logs what is logged by itself. */
export async function receive(context: PhoneContext, said: Interaction): Promise<void> {
  const { outbox, settings, logOf, now, events, show, state, find, isOnItsWay, submitted, discarded, opened } = context;
  const { callKey } = said;
  const before = find(callKey) ?? submitted.get(callKey);
  const reaction = reactionTo(said, settings());
  const isQuiet = !reaction.isShown && !reaction.isLogged;
  if (!before && isQuiet && isKeptBySalesforce(said)) {
    show({ ...state(), keptCalls: withKeptCall(state().keptCalls, said, logOf(wrapUpOf(said)).subject) });
    return;
  }
  if (discarded.has(callKey) || (!before && isQuiet)) return;
  const interaction = leaveLongLinks(context, said, before);
  if (!before && isOnItsWay(callKey)) {
    await addLinks(logOf(wrapUpOf(interaction)), outbox);
    return;
  }
  const wrapUp = before ? withInteraction(before, interaction, now()) : firstHeard(interaction, now());
  if (find(callKey)) show(replaced(state(), wrapUp));
  else if (submitted.has(callKey)) submitted.set(callKey, wrapUp);
  else if (reaction.isShown) show(withWrapUp(state(), wrapUp));
  if (find(callKey)) {
    const isWrittenHere = context.isWrittenHere(callKey);
    await keepHeard(outbox, { wrapUp, isWrittenHere }, () => isOnItsWay(callKey));
  }
  if (reaction.opens && find(callKey) && !opened.has(callKey)) {
    opened.add(callKey);
    events.opened(wrapUp);
  }
  const isSaved = submitted.has(callKey) && !find(callKey);
  if (reaction.isLogged || isSaved) await logQuietly(context, wrapUp);
  if (isSaved && !isOngoing(wrapUp) && before && isOngoing(before)) events.wrappedUp(callKey);
}

/** In the text such an address has its place, but a text that others may have edited since is not written again. */
function leaveLongLinks(context: PhoneContext, said: Interaction, before: WrapUp | undefined): Interaction {
  const { outbox, logOf, show, state, find, isOnItsWay, toldLinks } = context;
  const { callKey } = said;
  const isClosed = before ? outbox.saved(callKey) !== undefined && !find(callKey) : isOnItsWay(callKey);
  if (!isClosed) return said;
  const { interaction, urls } = withoutLongLinks(said, before?.interaction);
  const fresh = urls.filter((url) => !toldLinks.has(url));
  for (const url of fresh) toldLinks.add(url);
  const { subject } = logOf(before ?? wrapUpOf(said));
  if (fresh.length > 0) show(withLongLinks(state(), { callKey, subject }, fresh));
  return interaction;
}

function firstHeard(interaction: Interaction, heardAt: number): WrapUp {
  const wrapUp = wrapUpOf(interaction, { heardAt });
  return isOngoing(wrapUp) ? wrapUp : { ...wrapUp, isHeardLate: true };
}
