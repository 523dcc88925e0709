import type { ApiResponse } from '../api';
import { badRequest } from '../api-error';
import { parseSosl } from '../search/parse-sosl';
import { runSearch } from '../search/run-search';
import type { Call } from './call';

/** `search?q=FIND {…}`: the records of every object in one list [REST API guide, Search]. */
export function search(call: Call): ApiResponse {
  const text = call.query.get('q');
  if (!text) throw badRequest('MALFORMED_SEARCH', 'No search string specified');
  return { status: 200, body: { searchRecords: runSearch(call, parseSosl(text)).flat() } };
}
