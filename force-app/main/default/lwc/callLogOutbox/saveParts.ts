import type { OrgCalls, SObjectRecord } from './orgCalls';
import { groupRecords } from './partGroups';
import { idOf } from './savedId';

/** Saves the parts of a text, each by its key, and answers the id of the first; none of a text that has none. */
export async function saveParts(parts: readonly SObjectRecord[], org: OrgCalls): Promise<string | undefined> {
  let first: string | undefined;
  for (const group of groupRecords(parts)) {
    // eslint-disable-next-line no-await-in-loop -- each group waits for the one before, so that the org is never flooded
    const saved = await org.saveParts(group);
    first ??= idOf(saved[0]);
  }
  return first;
}
