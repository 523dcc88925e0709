import type { Interaction, ToPhone } from 'c/phoneBridge';
import { agentGroupsOf, decideScreenPop, newRecordFields, popMoments, popScreen, popSearches } from 'c/screenPop';
import type { PopMatches, PopMoment, PopSearch, PopSituation, ScreenPopDecision } from 'c/screenPop';
import { withOutcome, type Entry, type Outcome, type PageDecision } from './entries';
import { findMatches } from './findMatches';
import type { PoppedKeys } from './poppedKeys';
import { popTarget } from './popTarget';
import type { Settings } from './readPopSettings';

export type DeskOptions = {
  readonly settings: Settings;
  readonly isConsole: boolean;
  readonly popped: PoppedKeys;
  /** The list of before a reload. */
  readonly before: readonly Entry[];
  /** Resolves once this tab may try to pop: one that nobody looks at lets the others go first. */
  readonly myTurn: () => Promise<void>;
  readonly send: (message: ToPhone) => void;
  readonly changed: (entries: readonly Entry[], news?: Entry) => void;
};

/** What pops for the interactions of this rep. */
export type PopDesk = {
  hear(interaction: Interaction): void;
  /** The rep pressed the button of a page, or chose it among several. In standard navigation the page is already open. */
  opened(interactionKey: string, decision: PageDecision): void;
  open(interactionKey: string, decision: PageDecision): Promise<void>;
  retry(interactionKey: string): void;
  /** Says anew which records belong to which interaction, for a component that has just begun to listen. */
  tellAgain(): void;
};

/** Interactions whose moments are remembered: the phone may speak of one again after its end. */
const mostKnown = 200;

/** Milliseconds since 1970. */
const beganAt = ({ answeredAt, startedAt }: Interaction): number => Date.parse(answeredAt ?? startedAt);

/** Searches, decides and opens at each moment of each interaction, once over all tabs. */
export function openPopDesk(options: DeskOptions): PopDesk {
  const { settings, isConsole, popped, myTurn, send, changed } = options;
  const { pops, rules, country } = settings;
  const known = new Map<string, Interaction>();
  const chains = new Map<string, Promise<void>>();
  let entries = options.before;

  const put = (interaction: Interaction, outcome: Outcome | undefined): void => {
    entries = withOutcome(entries, interaction, outcome);
    if (outcome) tell({ interaction, outcome });
    changed(entries, outcome && { interaction, outcome });
  };
  /** Whoever logs the interaction need not search again. */
  function tell({ interaction: { interactionKey }, outcome }: Entry): void {
    if (outcome.kind !== 'popped' || outcome.decision.kind !== 'open') return;
    send({ type: 'record-found', body: { interactionKey, record: outcome.decision.record } });
  }
  const entryOf = (key: string): Entry | undefined => entries.find((entry) => entry.interaction.interactionKey === key);

  /** One moment of a conversation after the other: the next may find that the one before has popped. */
  const inTurn = (key: string, work: () => Promise<void>): void => {
    const next = (chains.get(key) ?? Promise.resolve()).then(work);
    chains.set(key, next);
    void next.finally(() => chains.get(key) === next && chains.delete(key));
  };

  async function atMoment(interaction: Interaction, moment: PopMoment): Promise<void> {
    const agentGroups = agentGroupsOf(interaction);
    const situation: PopSituation = { moment, agentGroups, country, popsOutbound: pops.outbound };
    const decide = (matches: PopMatches): ScreenPopDecision =>
      decideScreenPop(rules, interaction, matches, { ...situation, popped: popped.all() });
    const given = decide({});
    if (given.kind !== 'nothing') {
      put(interaction, await outcomeOf(interaction, given));
    } else if (given.reason === 'not-searched') {
      const before = entryOf(interaction.interactionKey)?.outcome;
      put(interaction, { kind: 'searching' });
      const searches = popSearches(rules, interaction, situation);
      const { matches, failure } = await findMatches(searches, country);
      const decision = decide(matches);
      if (decision.kind !== 'nothing') put(interaction, await outcomeOf(interaction, decision));
      else if (decision.reason === 'not-searched')
        put(interaction, { kind: 'failed', failure, moment, maybe: decision.maybe });
      else if (isPolicyForNobody(decision, matches))
        put(interaction, { kind: 'none', offers: offersOf(interaction.interactionKey, searches) });
      else put(interaction, before);
    }
  }

  /** Undefined where another tab was first. */
  async function outcomeOf(
    interaction: Interaction,
    decision: Exclude<ScreenPopDecision, { kind: 'nothing' }>
  ): Promise<Outcome | undefined> {
    await myTurn();
    if (!(await popped.claim(interaction.interactionKey))) return undefined;
    if (decision.kind === 'chooser') return { kind: 'choose', decision };
    if (!pops.onCall && isBusyWithAnother(interaction)) return { kind: 'offered', decision, because: 'on-call' };
    return shown(decision);
  }

  async function shown(decision: PageDecision): Promise<Outcome> {
    const opened = await popScreen(decision, { isConsole, asSubtab: pops.tab === 'subtab' });
    if (opened === 'popped') return { kind: 'popped', decision };
    if (isConsole || pops.inStandard === 'button') return { kind: 'offered', decision, because: 'navigation' };
    const { interactionKey } = decision;
    send({ type: 'screen-pop', body: { interactionKey, target: popTarget(decision) } });
    return { kind: 'offered', decision, because: 'sent' };
  }

  /** One that was there before. Ringing is no call yet, and wrapping up is none any more. */
  function isBusyWithAnother(interaction: Interaction): boolean {
    return [...known.values()].some(
      (other) =>
        other.interactionKey !== interaction.interactionKey &&
        (other.state === 'active' || other.state === 'held') &&
        beganAt(other) < beganAt(interaction)
    );
  }

  return {
    hear: (interaction) => {
      const { callKey, interactionKey } = interaction;
      const moments = popMoments(known.get(callKey), interaction);
      // The newest last, so that what nobody speaks of any more is forgotten first.
      known.delete(callKey);
      known.set(callKey, interaction);
      for (const key of [...known.keys()].slice(0, -mostKnown)) known.delete(key);
      for (const moment of moments) inTurn(interactionKey, () => atMoment(interaction, moment));
    },
    opened: (key, decision) => {
      const entry = entryOf(key);
      if (entry) put(entry.interaction, { kind: 'popped', decision });
    },
    open: async (key, decision) => {
      const entry = entryOf(key);
      if (entry) put(entry.interaction, await shown(decision));
    },
    tellAgain: () => entries.forEach(tell),
    retry: (key) => {
      const entry = entryOf(key);
      if (entry?.outcome.kind !== 'failed') return;
      const { moment } = entry.outcome;
      inTurn(key, () => atMoment(entry.interaction, moment));
    }
  };
}

/** What a rep may do when nobody was found: by the first search, a new record and a search of their own. */
function offersOf(interactionKey: string, [first]: readonly PopSearch[]): readonly PageDecision[] {
  if (!first) return [];
  const { name: rule, objectName } = first.rule;
  return [
    { kind: 'new-record', interactionKey, rule, objectName, fields: newRecordFields(first.rule, first.value) },
    { kind: 'search', interactionKey, rule, term: first.value }
  ];
}

/** Every search was made, and what is to be done about it is nothing. */
function isPolicyForNobody(decision: ScreenPopDecision, matches: PopMatches): boolean {
  const isPolicy = decision.kind === 'nothing' && decision.reason === 'policy';
  return isPolicy && Object.values(matches).every((found) => found?.length === 0);
}
