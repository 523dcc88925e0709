import type { MatchKind } from '../../../core/match/candidate';
import type { MatchReason } from '../../../core/match/explain-match';
import type { ParsedNumber, Unreadable } from '../../../core/phone-number/phone-number';
import type { ScreenPopDecision } from '../../../core/screen-pop/decide-screen-pop';
import type { PopMoment } from '../../../core/screen-pop/screen-pop-rule';
import type { ExplainedDecision, ExplainedSearch, FoundRecord, ReadNumber } from './explain-number';
import type { PopSettings } from './pop-settings';

/** Everything that is known of a number in an org. */
export type NumberExplanation = {
  readonly org: string;
  readonly read: ReadNumber;
  readonly settings: PopSettings;
  readonly searches: readonly ExplainedSearch[];
  readonly handQuery?: string;
  readonly byHand: readonly FoundRecord[];
  readonly decisions: readonly ExplainedDecision[];
};

/** The explanation for people: how it was read, what was searched, what was found and why, what pops. */
export function describeNumber({
  org,
  read,
  settings,
  searches,
  handQuery,
  byHand,
  decisions
}: NumberExplanation): readonly string[] {
  return [
    `# ${read.text} in ${org}`,
    '',
    ...readLines(read),
    '',
    `# Searches by rule (${settings.rulesFrom === 'org' ? 'as the org has them' : 'of the file: the org lacks Ringdown’s package'})`,
    ...(searches.length === 0 ? ['  none: no active rule has something to look for'] : searches.flatMap(searchLines)),
    '',
    '# What pops when it calls',
    ...(settings.isVendorPopping
      ? [
          '  ! The phone system’s own page opens records in this org (PopsAndLogs), so Ringdown opens none; its rules would say:'
        ]
      : []),
    ...(decisions.length === 0 ? ['  nothing: no rule searches for this number'] : decisions.map(decisionLine)),
    ...(handQuery === undefined
      ? []
      : ['', '# Searched by hand, in the wrap-up panel', `  > ${handQuery}`, ...foundLines(byHand)])
  ];
}

function readLines({ country, number, variants }: ReadNumber): readonly string[] {
  const reader = country === undefined ? 'no country is set for numbers without a country code' : `read in ${country}`;
  if (number.kind === 'unreadable') return [`  ! no phone number: ${unreadableWords[number.reason]} (${reader})`];
  return [`  = ${numberWords(number)} (${reader})`, `    looked for as ${variants.join(' | ')}`];
}

function numberWords(number: Exclude<ParsedNumber, Unreadable>): string {
  if (number.kind === 'short-code')
    return `${number.digits}, ${number.emergency ? 'an emergency number' : 'a short number, which belongs to one place'}`;
  const { e164, country, callingCode, extension, valid } = number;
  const place = country ?? `the countries of +${callingCode}`;
  const more = extension === undefined ? '' : `, extension ${extension}`;
  return `${e164}${more}, of ${place}${valid ? '' : '; its length is right, but its plan has no such number'}`;
}

function searchLines({ rule, object, field, query, failure, found }: ExplainedSearch): readonly string[] {
  return [
    `  ${rule}: ${object}.${field}`,
    ...(query === undefined ? [] : [`  > ${query}`]),
    ...(failure === undefined ? foundLines(found) : [`  ! ${failure}`])
  ];
}

function foundLines(found: readonly FoundRecord[]): readonly string[] {
  if (found.length === 0) return ['    found nothing'];
  return found.map(({ candidate: { objectName, name, recordId }, reason }) => {
    const mark = reason.verdict === 'matched' ? '=' : ' ';
    return `  ${mark} ${objectName} ${name} (${recordId}): ${reasonWords(reason)}`;
  });
}

function reasonWords(reason: MatchReason): string {
  switch (reason.verdict) {
    case 'matched':
      return `${reason.place}. by ${reason.match.field} "${reason.match.value}", ${kindWords[reason.match.kind]}`;
    case 'same-person':
      return `the same person as ${reason.as}`;
    case 'converted-lead':
      return 'a lead that was converted: its contact counts';
    case 'no-phone':
      return 'does not count: the field that counts is empty, another field was found';
    case 'other-number':
      return 'does not count: the field that counts holds another number';
    case 'nothing-to-search':
      return 'found as it is written';
    default:
      return reason satisfies never;
  }
}

const kindWords: Readonly<Record<MatchKind, string>> = {
  exact: 'the very number',
  variant: 'a way to write the number',
  'last-digits': 'equal in its last digits only'
};

function decisionLine({ moment, agentGroup, decision }: ExplainedDecision): string {
  const group = agentGroup === undefined ? '' : `, for agents of ${agentGroup}`;
  return `  ~ ${momentWords[moment]}${group}: ${decisionWords(decision)}`;
}

const momentWords: Readonly<Record<PopMoment, string>> = {
  offered: 'while it rings',
  accepted: 'once it is taken',
  completed: 'after its end'
};

function decisionWords(decision: ScreenPopDecision): string {
  switch (decision.kind) {
    case 'open':
      return `${decision.record.objectName} ${decision.record.name} (${decision.record.recordId}) opens, by ${decision.rule}`;
    case 'chooser':
      return `the rep chooses among ${decision.records.map(({ name }) => name).join(', ')}, by ${decision.rule}`;
    case 'new-record':
      return `a new ${decision.objectName} opens, by ${decision.rule}`;
    case 'search':
      return `a search for ${decision.term} opens, by ${decision.rule}`;
    case 'nothing':
      return `nothing (${nothingWords[decision.reason]})${maybeWords(decision)}`;
    default:
      return decision satisfies never;
  }
}

/** Whom the rep is offered beside the search that failed. */
function maybeWords(decision: Extract<ScreenPopDecision, { kind: 'nothing' }>): string {
  if (decision.reason !== 'not-searched' || decision.maybe.length === 0) return '';
  return `; the rep is told so and offered ${decision.maybe.map(({ record }) => record.name).join(', ')}`;
}

const nothingWords: Readonly<Record<Extract<ScreenPopDecision, { kind: 'nothing' }>['reason'], string>> = {
  'already-popped': 'it popped before',
  'no-search': 'no rule searches for this number',
  'not-searched': 'a search failed, and it may have found something',
  policy: 'the rules say so'
};

const unreadableWords: Readonly<Record<Unreadable['reason'], string>> = {
  empty: 'it is empty',
  withheld: 'the caller hides it',
  address: 'it is an address; rules search for it as it is',
  'no-country': 'without a country nobody can tell whose number it is: say --country, or logging.defaultCountry',
  impossible: 'no numbering plan has a number of this length',
  'not-a-number': 'it is no number'
};
