import type { ApiResponse } from '../api';
import { badRequest, notFound, restErrorOf } from '../api-error';
import { listIn, objectBody, type Call, type Handler } from './call';

/** The most subrequests [REST API guide, Batch]. */
const mostSubrequests = 25;

/** `composite/batch`: up to 25 requests that know nothing of each other; none of the Tooling API. */
export function batch(call: Call, answer: Handler): ApiResponse {
  const body = objectBody(call);
  const subrequests = listIn(body, 'batchRequests');
  if (subrequests.length > mostSubrequests) {
    throw badRequest('LIMIT_EXCEEDED', `Cannot have more than ${mostSubrequests} subrequests in a batch request`);
  }
  let halted = false;
  const results = subrequests.map((subrequest) => {
    if (halted) return { statusCode: 412, result: [haltedError] };
    const { status, body: result } = answerOne(call, subrequest, answer);
    halted = body.haltOnError === true && status >= 400;
    return { statusCode: status, result: result ?? null };
  });
  return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results } };
}

const haltedError = { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' };

function answerOne(call: Call, subrequest: Readonly<Record<string, unknown>>, answer: Handler): ApiResponse {
  const written = String(subrequest.url ?? '').replace(/^\/?(services\/data\/)?/, '/');
  const target = new URL(written, 'http://local');
  const [, version, path = ''] = /^\/(v[\d.]+)(\/.*)?$/.exec(target.pathname) ?? [];
  if (version === undefined || !/^\/(sobjects|query|queryAll|search|limits)(\/|$)/.test(path)) {
    return { status: 404, body: [restErrorOf(notFound())] };
  }
  return answer({
    ...call,
    method: String(subrequest.method).toUpperCase(),
    path,
    api: 'data',
    base: `/services/data/${version}`,
    query: target.searchParams,
    body: subrequest.richInput
  });
}
