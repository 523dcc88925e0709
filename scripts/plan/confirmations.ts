import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PersonStep } from '../config/resolved-config/call-center';
import { writing } from './writable';

export type ConfirmedStep = { readonly id: string; readonly fingerprint: string; readonly at: string };

/** Which of these steps a person has confirmed for this org with exactly these values. */
export function readConfirmed(path: string, steps: readonly PersonStep[]): ReadonlyMap<string, ConfirmedStep> {
  const kept = readKept(path);
  const matching = kept.filter(({ id, fingerprint }) =>
    steps.some((step) => step.id === id && step.fingerprint === fingerprint)
  );
  return new Map(matching.map((confirmed) => [confirmed.id, confirmed]));
}

/** Remembers that a person did these steps; a step whose values change later counts as not done. */
export function confirmSteps(path: string, steps: readonly PersonStep[], now: number): void {
  const kept = readKept(path);
  const others = kept.filter(({ id }) => !steps.some((step) => step.id === id));
  const added = steps.map(({ id, fingerprint }) => ({ id, fingerprint, at: new Date(now).toISOString() }));
  writing(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, `${JSON.stringify([...others, ...added], null, 2)}\n`);
    renameSync(`${path}.new`, path);
  });
}

/** A file that is broken confirms nothing. */
function readKept(path: string): readonly ConfirmedStep[] {
  if (!existsSync(path)) return [];
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(kept) ? (kept as readonly ConfirmedStep[]) : [];
  } catch {
    return [];
  }
}
