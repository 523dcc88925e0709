import { type Interaction, type RecordMatch } from '../interaction/interaction';
import { concernedRules, popSearches, type PopSearch, type PopSituation } from './pop-searches';
import { type ScreenPopRule } from './screen-pop-rule';

/** What the searches found, best first, by name of the rule; a rule whose search failed or is not made yet has no entry. */
export type PopMatches = Readonly<Record<string, readonly RecordMatch[] | undefined>>;

/** What to do now. Everything but `nothing` is remembered under `interactionKey`, so that it happens once. */
export type ScreenPopDecision =
  | { readonly kind: 'nothing'; readonly reason: 'already-popped' | 'no-search' | 'not-searched' | 'policy' }
  | { readonly kind: 'open'; readonly interactionKey: string; readonly rule: string; readonly record: RecordMatch }
  | {
      readonly kind: 'chooser';
      readonly interactionKey: string;
      readonly rule: string;
      readonly records: readonly RecordMatch[];
    }
  | {
      readonly kind: 'new-record';
      readonly interactionKey: string;
      readonly rule: string;
      readonly objectName: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'search'; readonly interactionKey: string; readonly rule: string; readonly term: string };

/**
 * What pops for an interaction at a moment. Records that the phone side found come first, by the rule for their object; else the
 * first rule that found anything decides, and when none did, the first that wants something done then. `popped` holds the interaction keys of what popped before, on this rep's computer or in another tab.
 */
export function decideScreenPop(
  rules: readonly ScreenPopRule[],
  interaction: Interaction,
  matches: PopMatches,
  situation: PopSituation & { readonly popped?: ReadonlySet<string> }
): ScreenPopDecision {
  const { interactionKey } = interaction;
  if (situation.popped?.has(interactionKey)) return { kind: 'nothing', reason: 'already-popped' };
  const given = givenMatch(rules, interaction, situation);
  if (given) return found(given.rule, given.records, interactionKey);
  const searches = popSearches(rules, interaction, situation);
  const made = searches.filter(({ rule }) => matches[rule.name] !== undefined);
  if (made.length === 0) return { kind: 'nothing', reason: searches.length === 0 ? 'no-search' : 'not-searched' };
  for (const { rule } of made) {
    const records = unique(matches[rule.name] ?? []);
    if (records.length > 0) return found(rule, records, interactionKey);
  }
  // A search that failed may have found something: no new record beside one that exists.
  if (made.length < searches.length) return { kind: 'nothing', reason: 'not-searched' };
  const wanted = made.find(({ rule }) => rule.noMatch !== 'nothing');
  return wanted ? notFound(wanted, interactionKey) : { kind: 'nothing', reason: 'policy' };
}

/** What the phone side found, and the rule that says what to do with it; undefined when there is no need to stop searching. */
function givenMatch(
  rules: readonly ScreenPopRule[],
  interaction: Interaction,
  situation: PopSituation
): { readonly rule: ScreenPopRule; readonly records: readonly RecordMatch[] } | undefined {
  const records = unique(interaction.match ?? []);
  if (records.length === 0) return undefined;
  const concerned = concernedRules(rules, interaction, situation);
  const isOf = ({ objectName }: ScreenPopRule): boolean => records.some((record) => record.objectName === objectName);
  const rule = concerned.find(isOf) ?? concerned[0];
  return rule && { rule, records };
}

function found(rule: ScreenPopRule, records: readonly RecordMatch[], interactionKey: string): ScreenPopDecision {
  const [record] = records;
  const policy = records.length > 1 ? rule.manyMatches : rule.oneMatch;
  if (policy === 'nothing' || !record) return { kind: 'nothing', reason: 'policy' };
  if (policy === 'open') return { kind: 'open', interactionKey, rule: rule.name, record };
  return { kind: 'chooser', interactionKey, rule: rule.name, records };
}

function notFound({ rule, value }: PopSearch, interactionKey: string): ScreenPopDecision {
  const { name, objectName, noMatch } = rule;
  return noMatch === 'search'
    ? { kind: 'search', interactionKey, rule: name, term: value }
    : { kind: 'new-record', interactionKey, rule: name, objectName, fields: newRecordFields(rule, value) };
}

/** What a new record gets of what was searched for; the platform gives ids itself. */
export function newRecordFields({ fieldName }: ScreenPopRule, value: string): Readonly<Record<string, string>> {
  return fieldName.toLowerCase() === 'id' ? {} : { [fieldName]: value };
}

function unique(records: readonly RecordMatch[]): readonly RecordMatch[] {
  return [...new Map(records.map((record) => [record.recordId, record])).values()];
}
