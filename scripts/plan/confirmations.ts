import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PersonStep } from '../config/resolved-config';

export type ConfirmedStep = { readonly id: string; readonly fingerprint: string; readonly at: string };

/** Which of these steps a person has confirmed for this org with exactly these values. */
export function readConfirmed(path: string, steps: readonly PersonStep[]): ReadonlyMap<string, ConfirmedStep> {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly ConfirmedStep[]) : [];
  const matching = kept.filter(({ id, fingerprint }) =>
    steps.some((step) => step.id === id && step.fingerprint === fingerprint)
  );
  return new Map(matching.map((confirmed) => [confirmed.id, confirmed]));
}

/** Remembers that a person did these steps; a step whose values change later counts as not done. */
export function confirmSteps(path: string, steps: readonly PersonStep[], now: number): void {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly ConfirmedStep[]) : [];
  const others = kept.filter(({ id }) => !steps.some((step) => step.id === id));
  const added = steps.map(({ id, fingerprint }) => ({ id, fingerprint, at: new Date(now).toISOString() }));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify([...others, ...added], null, 2)}\n`);
  renameSync(`${path}.new`, path);
}
