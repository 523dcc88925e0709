import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when the condition holds; rejects after ten seconds without. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('It did not come to that in ten seconds.');
    await wait(20);
  }
}
