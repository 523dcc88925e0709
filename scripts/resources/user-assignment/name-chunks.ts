import { soqlList } from '../soql';

/**
 * What the names of one query may take in its URL. Salesforce takes 16,384 bytes of URI and headers together (Salesforce
 * Developer Limits, API Request Limits); this leaves room for the rest of the query, a semi-join and the headers.
 */
const encodedLimit = 6000;

/** Names in lists that each fit into the URL of a query; a name longer than that is a list of its own. */
export function chunkNames(names: readonly string[], timesInQuery = 1): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let room = 0;
  for (const name of names) {
    const length = encodeURIComponent(soqlList([name])).length * timesInQuery;
    if (length > room) {
      chunks.push([]);
      room = encodedLimit;
    }
    chunks.at(-1)?.push(name);
    room -= length;
  }
  return chunks;
}
