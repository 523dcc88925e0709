import { fill } from 'c/labelFormat';
import type { Interaction } from 'c/phoneBridge';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';
import type { Chooser, Entry, PageDecision } from './entries';
import { labels, objectLabel } from './labels';

/** A button that opens a page. */
export type PageButton = {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  /** Of a record: what tells it from one of another object. */
  readonly detail: string | undefined;
  readonly decision: PageDecision;
};

/** One line of the list as it is shown. */
export type Line = {
  readonly key: string;
  readonly who: string;
  /** The number to be called back of whom nobody was found; absent where there is none. */
  readonly dialled: string | undefined;
  readonly words: string;
  readonly isSearching: boolean;
  readonly failure: unknown;
  readonly failedWords: string;
  readonly buttons: readonly PageButton[];
};

/** The list as it is shown. */
export function linesOf(entries: readonly Entry[], country: string | undefined): readonly Line[] {
  return entries.map((entry) => {
    const who = whoOf(entry.interaction, country);
    const { outcome } = entry;
    return {
      key: entry.interaction.interactionKey,
      who,
      dialled: outcome.kind === 'none' ? diallable(entry.interaction, country) : undefined,
      words: wordsOf(entry, who),
      isSearching: outcome.kind === 'searching',
      failure: outcome.kind === 'failed' ? (outcome.failure ?? {}) : undefined,
      failedWords: fill(labels.failed, who),
      buttons: decisionsOf(entry).map(buttonOf)
    };
  });
}

/** What a screen reader is told when something changes. */
export function newsOf(entry: Entry, country: string | undefined): string {
  const who = whoOf(entry.interaction, country);
  if (entry.outcome.kind === 'searching' || entry.outcome.kind === 'failed') return wordsOf(entry, who);
  const [only, ...others] = decisionsOf(entry).map(buttonOf);
  const name = only && others.length === 0 ? `: ${only.label}` : '';
  return `${who} – ${wordsOf(entry, who)}${name}`;
}

/** Whom an interaction is with: a number as it is written here, a name or an address as it came. */
function whoOf({ direction, from, to }: Interaction, country: string | undefined): string {
  const theirs = (direction === 'outbound' ? to : from)?.trim();
  const number = parsePhoneNumber(theirs ?? '', { country });
  if (number.kind === 'unreadable') return number.reason === 'withheld' || !theirs ? labels.withheld : theirs;
  return formatPhoneNumber(number, 'national', { country });
}

function diallable({ direction, from, to }: Interaction, country: string | undefined): string | undefined {
  const theirs = (direction === 'outbound' ? to : from)?.trim() ?? '';
  return parsePhoneNumber(theirs, { country }).kind === 'unreadable' ? undefined : theirs;
}

/** What is said about an entry. */
function wordsOf({ outcome }: Entry, who: string): string {
  switch (outcome.kind) {
    case 'searching':
      return fill(labels.searching, who);
    case 'popped':
      return labels.popped;
    case 'offered':
      return { navigation: labels.offered, 'on-call': labels.onCall, sent: labels.sent }[outcome.because];
    case 'choose':
      return fill(labels.choose, outcome.decision.records.length);
    case 'none':
      return labels.none;
    case 'failed':
      return '';
    default:
      return outcome satisfies never;
  }
}

function decisionsOf({ outcome }: Entry): readonly PageDecision[] {
  switch (outcome.kind) {
    case 'popped':
    case 'offered':
      return [outcome.decision];
    case 'choose':
      return choicesOf(outcome.decision);
    case 'none':
      return outcome.offers;
    case 'failed':
      return outcome.maybe;
    default:
      return [];
  }
}

function choicesOf({ interactionKey, rule, records }: Chooser): readonly PageDecision[] {
  return records.map((record) => ({ kind: 'open', interactionKey, rule, record }));
}

function buttonOf(decision: PageDecision): PageButton {
  switch (decision.kind) {
    case 'open': {
      const { recordId, name, objectName } = decision.record;
      return { key: recordId, label: name, icon: iconOf(objectName), detail: objectLabel(objectName), decision };
    }
    case 'new-record': {
      const label = fill(labels.newRecord, objectLabel(decision.objectName));
      return { key: 'new-record', label, icon: 'utility:add', detail: undefined, decision };
    }
    case 'search': {
      const label = fill(labels.search, decision.term);
      return { key: 'search', label, icon: 'utility:search', detail: undefined, decision };
    }
    default:
      return decision satisfies never;
  }
}

function iconOf(objectName: string): string {
  const known = ['Contact', 'Lead', 'Account', 'Case'].includes(objectName);
  return known ? `standard:${objectName.toLowerCase()}` : 'standard:record';
}
