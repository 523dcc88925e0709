import type { Clock } from '../clock';
import { OrgFailure, passingCodes } from '../org/failure';
import type { Org, RecordWrite, WriteResult } from '../org/org';
import { lostAnswersBorne } from './apply-context';

export type Writable = { readonly write: RecordWrite };
export type Refused<Item> = { readonly item: Item; readonly code: string; readonly message: string };
export type WriteSituation = { readonly org: Org; readonly clock: Clock; readonly signal: AbortSignal };

/** A record is locked for as long as another process touches it: seconds. */
const lockWaits: readonly number[] = [500, 1_000, 2_000, 4_000];

/**
 * Writes every record and gives those that the org refused. What is locked is written again; after a lost answer `again` looks
 * what is still to be written, and only that is.
 */
export async function writeUntilDone<Item extends Writable>(
  { org, clock, signal }: WriteSituation,
  first: readonly Item[],
  again: () => Promise<readonly Item[]>
): Promise<readonly Refused<Item>[]> {
  const refused: Refused<Item>[] = [];
  let todo = first;
  for (let lost = 0, locked = 0; todo.length > 0;) {
    const results = await org.write(todo.map(({ write }) => write)).catch((error: unknown) => {
      // The answer is lost, the writes perhaps not: look what is still missing instead of sending them again.
      if (error instanceof OrgFailure && error.ambiguous && lost < lostAnswersBorne) return undefined;
      throw error;
    });
    if (results === undefined) {
      lost += 1;
      // What was refused is still missing, and comes again with the rest.
      refused.length = 0;
      todo = await again();
      continue;
    }
    const lockedNow = todo.filter((_, index) => passingCodes.has(codeOf(results[index]) ?? ''));
    const wait = lockWaits[locked];
    const retry = wait === undefined ? [] : lockedNow;
    todo.forEach((item, index) => {
      const result = results[index];
      if (!retry.includes(item) && result !== undefined && !result.ok)
        refused.push({ item, code: result.code, message: result.message });
    });
    todo = retry;
    if (retry.length > 0 && wait !== undefined) await clock.wait(wait, signal);
    locked += 1;
  }
  return refused;
}

function codeOf(result: WriteResult | undefined): string | undefined {
  return result === undefined || result.ok ? undefined : result.code;
}
