/**
 * What one request may hold: Salesforce takes 4 MB for all actions that travel together (Action Limits and
 * Considerations, Lightning Aura Components Developer Guide), and a request of an Apex method has 6 MB of heap. A quarter
 * of the first leaves room for both.
 */
export const requestBytes = 1_000_000;

/** Records in groups that each stay under the limit, in order; a record that is larger alone travels alone. */
export function groupRecords<Item>(records: readonly Item[], limit = requestBytes): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  let room = 0;
  for (const record of records) {
    const size = sentBytes(record);
    if (size > room || groups.length === 0) {
      groups.push([]);
      room = limit;
    }
    groups.at(-1)?.push(record);
    room -= size;
  }
  return groups;
}

/** The bytes of a record as JSON in UTF-8. */
export function sentBytes(record: unknown): number {
  return new TextEncoder().encode(JSON.stringify(record)).length;
}
