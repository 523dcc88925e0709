import type { Interaction } from '../../../core/interaction/interaction';
import type { Candidate } from '../../../core/match/candidate';
import { explainMatches, type MatchReason } from '../../../core/match/explain-match';
import { rankMatches } from '../../../core/match/rank-matches';
import { knownCountry } from '../../../core/phone-number/numbering-library';
import { parsePhoneNumber } from '../../../core/phone-number/parse-phone-number';
import type { ParsedNumber } from '../../../core/phone-number/phone-number';
import { phoneNumberVariants } from '../../../core/phone-number/phone-number-variants';
import { decideScreenPop, type PopMatches, type ScreenPopDecision } from '../../../core/screen-pop/decide-screen-pop';
import { popSearches, type PopSearch } from '../../../core/screen-pop/pop-searches';
import type { PopMoment } from '../../../core/screen-pop/screen-pop-rule';
import { flagAt, recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, OrgRecord } from '../question';
import type { PopSettings } from './pop-settings';
import type { RecordSearch } from './record-searches';

/** A number as somebody gave it, and how it was read. */
export type ReadNumber = {
  readonly text: string;
  readonly country?: string;
  readonly number: ParsedNumber;
  readonly variants: readonly string[];
};

export type FoundRecord = { readonly candidate: Candidate; readonly reason: MatchReason };

export type ExplainedSearch = {
  readonly rule: string;
  readonly object: string;
  readonly field: string;
  readonly query?: string;
  /** Why there was no search, or no answer. */
  readonly failure?: string;
  readonly found: readonly FoundRecord[];
};

/** What pops at a moment, for a rep of a group or of none. */
export type ExplainedDecision = {
  readonly moment: PopMoment;
  readonly agentGroup?: string;
  readonly decision: ScreenPopDecision;
};

const moments: readonly PopMoment[] = ['offered', 'accepted', 'completed'];

/** Whether numbers can be read in a country: ISO 3166-1, two capital letters. */
export function hasNumberingPlan(country: string): boolean {
  return knownCountry(country) !== undefined;
}

/** Reads a number as the package does. */
export function readNumber(text: string, country: string | undefined): ReadNumber {
  const number = parsePhoneNumber(text, { country });
  return { text, ...(country !== undefined && { country }), number, variants: phoneNumberVariants(number) };
}

/** The searches that a call from this number leads to, at any moment and in any group, each once. */
export function searchesFor({ text, country }: ReadNumber, { rules }: PopSettings): readonly PopSearch[] {
  const agentGroups = groupsOf(rules).flatMap((group) => group ?? []);
  return moments
    .flatMap((moment) => popSearches(rules, callFrom(text), { moment, agentGroups, country }))
    .sort((one, other) => one.rule.order - other.rule.order);
}

/** What a search found, and why each record counts or does not. */
export function explainSearch(made: RecordSearch, { number, country }: ReadNumber, answers: Answers): ExplainedSearch {
  const { name: rule, objectName: object, fieldName: field } = made.search.rule;
  if (made.kind === 'impossible') return { rule, object, field, failure: made.reason, found: [] };
  const { question, query } = made;
  const refusal = refusalOf(answers, question.id);
  if (refusal) return { rule, object, field, query, failure: `${refusal.code}: ${refusal.message}`, found: [] };
  return { rule, object, field, query, found: explained(candidatesOf(made, answers), number, country) };
}

/** The candidates of a search with the reason for each. */
export function explained(
  candidates: readonly Candidate[],
  number: ParsedNumber,
  country: string | undefined
): readonly FoundRecord[] {
  const reasons = explainMatches(number, candidates, { country });
  return candidates.flatMap((candidate, place) => {
    const reason = reasons[place];
    return reason === undefined ? [] : [{ candidate, reason }];
  });
}

/** What would pop at each moment at which a rule is tried; a rule whose search failed has found nothing yet. */
export function explainDecisions(
  made: readonly RecordSearch[],
  { rules }: PopSettings,
  { text, country, number }: ReadNumber,
  answers: Answers
): readonly ExplainedDecision[] {
  const matches: PopMatches = Object.fromEntries(
    made.flatMap((one) =>
      one.kind === 'impossible' || refusalOf(answers, one.question.id)
        ? []
        : [[one.search.rule.name, matchesOf(candidatesOf(one, answers), number, country)]]
    )
  );
  const interaction = callFrom(text);
  const decisions = groupsOf(rules).flatMap((agentGroup): readonly ExplainedDecision[] => {
    const agentGroups = agentGroup === undefined ? [] : [agentGroup];
    const popped = new Set<string>();
    return moments.flatMap((moment) => {
      const situation = { moment, agentGroups, country };
      if (popSearches(rules, interaction, situation).length === 0) return [];
      const decision = decideScreenPop(rules, interaction, matches, { ...situation, popped });
      if (decision.kind !== 'nothing') popped.add(decision.interactionKey);
      return [{ moment, ...(agentGroup !== undefined && { agentGroup }), decision }];
    });
  });
  return decisions.filter(
    (one) => one.agentGroup === undefined || !decisions.some((other) => isSameForAll(one, other))
  );
}

/** What a group's agents see that everybody sees is told once. */
function isSameForAll(one: ExplainedDecision, other: ExplainedDecision): boolean {
  const isAtOnce = other.agentGroup === undefined && other.moment === one.moment;
  return isAtOnce && JSON.stringify(other.decision) === JSON.stringify(one.decision);
}

function candidatesOf(made: Extract<RecordSearch, { kind: 'search' }>, answers: Answers): readonly Candidate[] {
  const { objectName, fieldName } = made.search.rule;
  return recordsOf(answers, made.question.id).map((row) => {
    const held = Object.entries(row).find(([name]) => name.toLowerCase() === fieldName.toLowerCase())?.[1];
    const recordId = textAt(row, 'Id') ?? '';
    return {
      recordId,
      objectName,
      name: textAt(row, made.nameField) ?? recordId,
      phones: { [fieldName]: typeof held === 'string' ? held : undefined },
      ...kinshipOf(row)
    };
  });
}

function kinshipOf(row: OrgRecord): Pick<Candidate, 'accountId' | 'isPersonAccount'> {
  const accountId = textAt(row, 'AccountId');
  return {
    ...(accountId !== undefined && { accountId }),
    ...(flagAt(row, 'IsPersonAccount') && { isPersonAccount: true })
  };
}

/** An address is found as it is; a number by what stands in the field. */
function matchesOf(
  candidates: readonly Candidate[],
  number: ParsedNumber,
  country: string | undefined
): PopMatches[string] {
  const ranked = number.kind === 'unreadable' ? candidates : rankMatches(number, candidates, { country });
  const found = new Map(candidates.map(({ phones: _, ...candidate }) => [candidate.recordId, candidate]));
  return ranked.flatMap(({ recordId }) => found.get(recordId) ?? []);
}

/** Agents of no group first. */
function groupsOf(rules: PopSettings['rules']): readonly (string | undefined)[] {
  return [undefined, ...new Set(rules.flatMap(({ agentGroup }) => agentGroup ?? []))];
}

/** A call that comes in from there. */
function callFrom(from: string): Interaction {
  return {
    callKey: 'explained',
    interactionKey: 'explained',
    channel: 'phone',
    direction: 'inbound',
    state: 'ringing',
    from,
    startedAt: '1970-01-01T00:00:00Z',
    talkSeconds: 0,
    holdSeconds: 0,
    attributes: {}
  };
}
