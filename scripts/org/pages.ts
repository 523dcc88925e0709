import type { OrgRecord } from '../resources/question';
import { parseAnswer } from './answer';
import { OrgFailure } from './failure';
import type { Transport } from './transport';

/** One page of a query's rows; `nextRecordsUrl` says where the next one is. */
export type Page = { readonly records: readonly OrgRecord[]; readonly nextRecordsUrl?: string };

const purpose = 'reading more rows';

/**
 * All rows of a query: it answers at most 2,000 at once. A cursor that the org has dropped (it keeps a few per user) is no
 * answer to the question, so the query at `queryPath` is asked once more from its first page.
 */
export async function allPages(
  transport: Transport,
  first: Page,
  queryPath: string,
  secrets: readonly string[] = []
): Promise<readonly OrgRecord[]> {
  const read = (path: string): Promise<Page> => readPage(transport, path, secrets);
  try {
    return await followPages(first, read);
  } catch (error) {
    if (!(error instanceof OrgFailure) || error.code !== 'INVALID_QUERY_LOCATOR') throw error;
    return followPages(await read(queryPath), read);
  }
}

async function followPages(first: Page, read: (path: string) => Promise<Page>): Promise<readonly OrgRecord[]> {
  const records = [...first.records];
  for (let next = first.nextRecordsUrl; next !== undefined;) {
    const page = await read(next);
    records.push(...page.records);
    next = page.nextRecordsUrl;
  }
  return records;
}

async function readPage(transport: Transport, path: string, secrets: readonly string[]): Promise<Page> {
  let page: Page = { records: [] };
  await transport.send({
    method: 'GET',
    path,
    effect: 'read',
    purpose,
    secrets,
    accept: (text) => (page = parseAnswer<Page>(text, purpose))
  });
  return page;
}
