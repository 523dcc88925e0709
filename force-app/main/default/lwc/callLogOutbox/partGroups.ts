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
  const text = JSON.stringify(record);
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A pair of surrogates takes four bytes, two for each.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
