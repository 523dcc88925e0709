import type { OpenDecision, PopMoment, ScreenPopDecision } from 'c/screenPop';
import type { Interaction } from 'c/phoneBridge';

/** A decision that leads to one page. */
export type PageDecision = Exclude<ScreenPopDecision, { kind: 'nothing' | 'chooser' }>;
export type Chooser = Extract<ScreenPopDecision, { kind: 'chooser' }>;

/** What became of the pop for one interaction. */
export type Outcome =
  | { readonly kind: 'searching' }
  /** It is on the screen. */
  | { readonly kind: 'popped'; readonly decision: PageDecision }
  /** It opens with a click: why it did not by itself; what was sent to the phone page may be open already. */
  | { readonly kind: 'offered'; readonly decision: PageDecision; readonly because: 'navigation' | 'on-call' | 'sent' }
  | { readonly kind: 'choose'; readonly decision: Chooser }
  /** Nobody has what was searched for; what a rep may do about it. */
  | { readonly kind: 'none'; readonly offers: readonly PageDecision[] }
  /** A search failed; who else was found may be the caller, or one of several. */
  | {
      readonly kind: 'failed';
      readonly failure: unknown;
      readonly moment: PopMoment;
      readonly maybe: readonly OpenDecision[];
    };

/** One line of the list. */
export type Entry = { readonly interaction: Interaction; readonly outcome: Outcome };

const most = 20;

const startOf = ({ startedAt }: Interaction): number => Date.parse(startedAt);

/** The list with the outcome for an interaction, each once; what began last is on top, and the oldest goes. */
export function withOutcome(
  entries: readonly Entry[],
  interaction: Interaction,
  outcome: Outcome | undefined
): readonly Entry[] {
  const isIts = (entry: Entry): boolean => entry.interaction.interactionKey === interaction.interactionKey;
  if (outcome === undefined) return entries.filter((entry) => !isIts(entry));
  const now = { interaction, outcome };
  if (entries.some(isIts)) return entries.map((entry) => (isIts(entry) ? now : entry));
  const before = entries.filter((entry) => startOf(entry.interaction) > startOf(interaction));
  return [...before, now, ...entries.slice(before.length)].slice(0, most);
}

/** What this rep must still do something about. */
export function isOpen({ outcome }: Entry): boolean {
  if (outcome.kind === 'offered') return outcome.because !== 'sent';
  return outcome.kind === 'choose' || outcome.kind === 'failed';
}
