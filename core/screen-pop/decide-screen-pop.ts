import { type Interaction, type RecordMatch } from '../interaction/interaction';
import { concernedRules, popSearches, type PopSearch, type PopSituation } from './pop-searches';
import { callersAmong, type PopMatch } from './same-caller';
import { type ScreenPopRule } from './screen-pop-rule';

/** What the searches found, best first, by name of the rule; a rule whose search failed or is not made yet has no entry. */
export type PopMatches = Readonly<Record<string, readonly PopMatch[] | undefined>>;

/** A record that opens. */
export type OpenDecision = {
  readonly kind: 'open';
  readonly interactionKey: string;
  readonly rule: string;
  readonly record: RecordMatch;
};

/** What to do now. Everything but `nothing` is remembered under `interactionKey`, so that it happens once. */
export type ScreenPopDecision =
  | { readonly kind: 'nothing'; readonly reason: 'already-popped' | 'no-search' | 'policy' }
  /** A search is missing: `maybe` is what others found for the same, which may be one of several. */
  | { readonly kind: 'nothing'; readonly reason: 'not-searched'; readonly maybe: readonly OpenDecision[] }
  | OpenDecision
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
 * What pops for an interaction at a moment. Records that the phone side found come first, by the rule for their object. Else the
 * rules that look for the same attribute count together, and the first of these groups that found anything decides; when none
 * did, the first rule that wants something done then. `popped` holds the interaction keys of what popped before, on this rep's
 * computer or in another tab.
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
  if (searches.length === 0) return { kind: 'nothing', reason: 'no-search' };
  for (const group of groups(searches)) {
    const finders = group.filter(({ rule }) => (matches[rule.name] ?? []).length > 0);
    const records = callersAmong(finders.flatMap(({ rule }) => matches[rule.name] ?? []));
    const rule = ruleFor(records, finders);
    if (!rule) continue;
    if (group.every((search) => isMade(search, matches))) return found(rule, records, interactionKey);
    // The search that is missing may find somebody else: who calls is for the rep to say.
    const maybe = records.map((record): OpenDecision => ({ kind: 'open', interactionKey, rule: rule.name, record }));
    return { kind: 'nothing', reason: 'not-searched', maybe };
  }
  // A search that failed may have found something: no new record beside one that exists.
  if (!searches.every((search) => isMade(search, matches)))
    return { kind: 'nothing', reason: 'not-searched', maybe: [] };
  const wanted = searches.find(({ rule }) => rule.noMatch !== 'nothing');
  return wanted ? notFound(wanted, interactionKey) : { kind: 'nothing', reason: 'policy' };
}

/** The searches for the same attribute together, in the order of the first of each. */
function groups(searches: readonly PopSearch[]): readonly (readonly PopSearch[])[] {
  const found = new Map<string, PopSearch[]>();
  for (const search of searches) {
    const attribute = search.rule.attribute.toLowerCase();
    found.set(attribute, [...(found.get(attribute) ?? []), search]);
  }
  return [...found.values()];
}

const isMade = ({ rule }: PopSearch, matches: PopMatches): boolean => matches[rule.name] !== undefined;

/** One record goes by the first rule for its object that found something, several by the first that did. */
function ruleFor(records: readonly RecordMatch[], finders: readonly PopSearch[]): ScreenPopRule | undefined {
  const [record, ...others] = records;
  const own = others.length === 0 ? finders.find(({ rule }) => rule.objectName === record?.objectName) : undefined;
  return (own ?? finders[0])?.rule;
}

/** What the phone side found, and the rule that says what to do with it; undefined when there is no need to stop searching. */
function givenMatch(
  rules: readonly ScreenPopRule[],
  interaction: Interaction,
  situation: PopSituation
): { readonly rule: ScreenPopRule; readonly records: readonly RecordMatch[] } | undefined {
  const records = callersAmong(interaction.match ?? []);
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
