import type { Disposition } from 'c/callLog';
import { labels, names } from './labels';
import type { Choice } from './taskTypes';

const none: Choice = { label: labels.choose, value: '' };

/** Which way a call went that nobody's phone knows of. */
export const directionChoices: readonly Choice[] = (['outbound', 'inbound'] as const).map((value) => ({
  value,
  label: names.direction[value]
}));

/** The results to choose from, and none. */
export function outcomeChoices(dispositions: readonly Disposition[]): readonly Choice[] {
  return [none, ...dispositions.map(({ label, value }) => ({ label, value }))];
}

/** The types to choose from, and none. */
export function typeChoices(types: readonly Choice[]): readonly Choice[] {
  return [none, ...types];
}
