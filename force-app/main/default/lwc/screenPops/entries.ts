import type { PopMoment, ScreenPopDecision } from 'c/screenPop';
import type { Interaction } from 'c/phoneBridge';

/** A decision that leads to one page. */
export type PageDecision = Exclude<ScreenPopDecision, { kind: 'nothing' | 'chooser' }>;
export type Chooser = Extract<ScreenPopDecision, { kind: 'chooser' }>;

/** What became of the pop for one interaction. */
export type Outcome =
  | { readonly kind: 'searching' }
  /** It is on the screen. */
  | { readonly kind: 'popped'; readonly decision: PageDecision }
  /** It opens with a click: why it did not by itself. */
  | { readonly kind: 'offered'; readonly decision: PageDecision; readonly because: 'navigation' | 'on-call' }
  | { readonly kind: 'choose'; readonly decision: Chooser }
  /** Nobody has what was searched for; what a rep may do about it. */
  | { readonly kind: 'none'; readonly offers: readonly PageDecision[] }
  | { readonly kind: 'failed'; readonly failure: unknown; readonly moment: PopMoment };

/** One line of the list. */
export type Entry = { readonly interaction: Interaction; readonly outcome: Outcome };

const most = 20;

/** The list with the outcome for an interaction on top; it stands there once, and the oldest goes. */
export function withOutcome(
  entries: readonly Entry[],
  interaction: Interaction,
  outcome: Outcome | undefined
): readonly Entry[] {
  const others = entries.filter((entry) => entry.interaction.interactionKey !== interaction.interactionKey);
  return outcome === undefined ? others : [{ interaction, outcome }, ...others].slice(0, most);
}

/** What this rep must still do something about. */
export function isOpen({ outcome }: Entry): boolean {
  return outcome.kind === 'offered' || outcome.kind === 'choose' || outcome.kind === 'failed';
}
