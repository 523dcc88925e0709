import { crashAt, openDesk, type Company, type Happening } from './crash-run';
import type { Ground } from './ground';

/** Where a crash left something wrong in the org. */
export type Failure = { readonly happening: string; readonly company: Company; readonly wrong: readonly string[] };

export type SuiteOptions = {
  readonly company: Company;
  /** Ends with the first failure, for a variant that must fail. */
  readonly untilFirst?: boolean;
};

/** So many pages crash side by side. */
const width = 3;

/** Crashes a page at each of the happenings, one page each, and answers what went wrong. */
export async function crashEverywhere(
  ground: Ground,
  happenings: readonly Happening[],
  { company, untilFirst = false }: SuiteOptions
): Promise<{ readonly tried: number; readonly failures: readonly Failure[] }> {
  const left = [...happenings];
  const failures: Failure[] = [];
  let tried = 0;
  const work = async (_worker: unknown, at: number): Promise<void> => {
    const desk = await openDesk(ground, `desk-${at}`);
    for (let next = left.shift(); next; next = left.shift()) {
      if (untilFirst && failures.length > 0) break;
      tried += 1;
      const wrong = await crashAt(ground, desk, next, company);
      if (wrong.length > 0) failures.push({ happening: next.name, company, wrong });
    }
    await Promise.all([desk.crashing.close(), desk.living.close()]);
  };
  await Promise.all(Array.from({ length: width }).map(work));
  return { tried, failures };
}
