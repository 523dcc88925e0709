import type { PersonStep } from '../config/resolved-config/call-center';
import type { PersonWork } from '../resources/change';
import type { ConfirmedStep } from './confirmations';

/** What a person has to click now, in order, with the values filled in. */
export function describePersonWork(
  works: readonly PersonWork[],
  files: readonly (string | undefined)[]
): readonly string[] {
  return works.flatMap(({ where, steps, refusal }, index) => [
    ...(refusal === undefined ? [] : refusal.map((said) => `  ! the org said: ${said}`)),
    `  > ${where}`,
    ...steps.map((step, at) => `      ${at + 1}. ${step}`),
    ...(files[index] === undefined ? [] : [`      file: ${files[index]}`])
  ]);
}

/** How many steps in the vendor's own console are still open, and where they are printed. */
export function countPersonSteps(open: readonly PersonStep[], orgName: string): readonly string[] {
  if (open.length === 0) return ['', `Next: npx ringdown verify --org ${orgName}`];
  return [
    '',
    `${open.length} ${open.length === 1 ? 'step' : 'steps'} in the vendor's own console only a person can do; verify prints them with their values:`,
    ...open.map(({ title }) => `  > ${title}`),
    `Next: npx ringdown verify --org ${orgName}`
  ];
}

/** The steps in the vendor's own console: nothing can read them back, so a person's word counts, for these values only. */
export function describePersonSteps(
  steps: readonly PersonStep[],
  confirmed: ReadonlyMap<string, ConfirmedStep>,
  orgName: string
): readonly string[] {
  const open = steps.filter(({ id }) => !confirmed.has(id));
  const done = steps.flatMap((step) => {
    const when = confirmed.get(step.id)?.at.slice(0, 10);
    return when === undefined ? [] : [`  = ${step.title} (confirmed ${when})`];
  });
  if (open.length === 0) return done;
  return [
    ...done,
    ...open.flatMap(({ id, where, title, values }) => [
      `  > ${title} [${id}]`,
      `      ${where}`,
      ...values.map(({ label, value }) => `      ${label}: ${value}`)
    ]),
    '',
    `When they are done: npx ringdown verify --org ${orgName} --confirmed ${open
      .map(({ id }) => id)
      .slice(0, 2)
      .join(',')} (or all)`
  ];
}
