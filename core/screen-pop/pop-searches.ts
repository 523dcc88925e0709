import { type Interaction } from '../interaction/interaction';
import { formatPhoneNumber } from '../phone-number/format-phone-number';
import { parsePhoneNumber } from '../phone-number/parse-phone-number';
import { phoneNumberVariants } from '../phone-number/phone-number-variants';
import { type PopMoment, type ScreenPopRule } from './screen-pop-rule';

/** What decides about a pop besides rules and interaction. */
export type PopSituation = {
  readonly moment: PopMoment;
  readonly agentGroups?: readonly string[];
  /** Reads numbers; ISO 3166-1. */
  readonly country?: string;
  /** The rep dials from a record mostly, which is open then; so outbound interactions pop only when asked. */
  readonly popsOutbound?: boolean;
};

/** One search that a rule asks for. */
export type PopSearch = {
  readonly rule: ScreenPopRule;
  /** What to search for, in each way in which the field may hold it. */
  readonly terms: readonly string[];
  /** What a new record gets in the field. */
  readonly value: string;
};

/** The searches to make now, in the order of their rules; none for what hides its number or is not concerned. */
export function popSearches(
  rules: readonly ScreenPopRule[],
  interaction: Interaction,
  situation: PopSituation
): readonly PopSearch[] {
  return concernedRules(rules, interaction, situation).flatMap(
    (rule) => searchOf(rule, interaction, situation.country) ?? []
  );
}

/** The rules that are tried now, in their order, whether or not the interaction brings what they look for. */
export function concernedRules(
  rules: readonly ScreenPopRule[],
  interaction: Interaction,
  situation: PopSituation
): readonly ScreenPopRule[] {
  if (interaction.direction === 'outbound' && !situation.popsOutbound) return [];
  return [...rules]
    .filter((rule) => concerns(rule, interaction, situation))
    .sort((first, second) => first.order - second.order || (first.name < second.name ? -1 : 1));
}

function concerns(rule: ScreenPopRule, interaction: Interaction, { moment, agentGroups = [] }: PopSituation): boolean {
  const groups = agentGroups.map((group) => group.toLowerCase());
  return (
    rule.isActive &&
    rule.moment === moment &&
    (rule.channels.length === 0 || rule.channels.includes(interaction.channel)) &&
    (rule.agentGroup === undefined || groups.includes(rule.agentGroup.toLowerCase()))
  );
}

function searchOf(rule: ScreenPopRule, interaction: Interaction, country: string | undefined): PopSearch | undefined {
  const { direction, from, to, queue } = interaction;
  const theirs = direction === 'outbound' ? to : from;
  const ours = direction === 'outbound' ? from : to;
  switch (rule.attribute.toLowerCase()) {
    case 'caller-number':
      // A colleague is no record, and extensions repeat in every office.
      return direction === 'internal' ? undefined : numberSearch(rule, theirs, country);
    case 'called-number':
      return numberSearch(rule, ours, country);
    case 'queue':
      return textSearch(rule, queue);
    default:
      return textSearch(rule, attributeOf(interaction, rule.attribute));
  }
}

function numberSearch(
  rule: ScreenPopRule,
  text: string | undefined,
  country: string | undefined
): PopSearch | undefined {
  const number = parsePhoneNumber(text ?? '', { country });
  if (number.kind === 'unreadable') {
    // A caller without a number may still have an address.
    return number.reason === 'address' ? textSearch(rule, number.text) : undefined;
  }
  return { rule, terms: phoneNumberVariants(number), value: formatPhoneNumber(number, 'e164') };
}

function textSearch(rule: ScreenPopRule, text: string | undefined): PopSearch | undefined {
  const value = text?.trim();
  return value ? { rule, terms: [value], value } : undefined;
}

function attributeOf({ attributes }: Interaction, name: string): string | undefined {
  const exact = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return exact ?? Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
