import type { ApiResponse } from '../api';
import { badRequest, notFound } from '../api-error';
import { fillReferences, type Answered } from './composite-references';
import { listIn, objectBody, type Call, type Handler } from './call';

type Subrequest = Readonly<Record<string, unknown>>;

/** The most subrequests, and the most queries and collections among them [REST API guide, Composite]. */
const mostSubrequests = 25;
const mostQueriesAndCollections = 5;

/** `composite`: up to 25 requests of which later ones use what earlier ones answered. */
export function composite(call: Call, answer: Handler): ApiResponse {
  const body = objectBody(call);
  const subrequests = listIn(body, 'compositeRequest');
  checkSubrequests(subrequests);
  const answered = new Map<string, Answered>();
  const run = (): void => {
    for (const subrequest of subrequests) {
      answered.set(String(subrequest.referenceId), answerOne(call, subrequest, answered, answer));
      if (body.allOrNone === true && [...answered.values()].some(({ status }) => status >= 400)) throw rollback;
    }
  };
  const rollback = new Error('A subrequest failed');
  try {
    if (body.allOrNone === true) call.org.transaction(run);
    else run();
  } catch (error) {
    if (error !== rollback) throw error;
    haltAll(subrequests, answered);
  }
  const compositeResponse = [...answered].map(([referenceId, { status, headers, body: answer }]) => ({
    body: answer ?? null,
    httpHeaders: headers,
    httpStatusCode: status,
    referenceId
  }));
  return { status: 200, body: { compositeResponse } };
}

function answerOne(
  call: Call,
  subrequest: Subrequest,
  answered: ReadonlyMap<string, Answered>,
  answer: Handler
): Answered {
  const filled = fillReferences(subrequest, answered);
  if ('missing' in filled) {
    const message = `Invalid reference specified. No value for ${filled.missing.path} found in ${filled.missing.reference}`;
    return { status: 400, headers: {}, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
  }
  const { method, url, body } = filled.subrequest;
  const target = new URL(String(url), 'http://local');
  const [, version, tooling, path = ''] =
    /^\/services\/data\/(v[\d.]+)(\/tooling)?(\/.*)?$/.exec(target.pathname) ?? [];
  const api = tooling ? 'tooling' : 'data';
  if (version === undefined || api !== call.api || !isComposable(path))
    return { status: 404, headers: {}, body: [unknown] };
  const inner: Call = {
    ...call,
    method: String(method).toUpperCase(),
    path,
    base: `/services/data/${version}${tooling ?? ''}`,
    query: target.searchParams,
    body
  };
  const { status, headers = {}, body: answerBody } = answer(inner);
  return { status, headers: headers.location ? { Location: headers.location } : {}, body: answerBody };
}

const unknown = { errorCode: 'NOT_FOUND', message: notFound().message };

const isComposable = (path: string): boolean =>
  /^\/(sobjects|query|queryAll|limits)(\/|$)|^\/composite\/sobjects(\/|$)/.test(path);

/** With allOrNone nothing stays: what had worked is reported as taken back, and the rest as never tried. */
function haltAll(subrequests: readonly Subrequest[], answered: Map<string, Answered>): void {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  const halted: Answered = { status: 400, headers: {}, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
  for (const { referenceId } of subrequests) {
    const before = answered.get(String(referenceId));
    if (!before || before.status < 400) answered.set(String(referenceId), halted);
  }
}

function checkSubrequests(subrequests: readonly Subrequest[]): void {
  if (subrequests.length > mostSubrequests) {
    throw badRequest('LIMIT_EXCEEDED', `Cannot have more than ${mostSubrequests} subrequests in a composite request`);
  }
  const counted = subrequests.filter(({ url }) =>
    /\/(query|queryAll|composite\/sobjects)(\/|\?|$)/.test(String(url))
  ).length;
  if (counted > mostQueriesAndCollections) {
    throw badRequest(
      'LIMIT_EXCEEDED',
      `Cannot have more than ${mostQueriesAndCollections} queries or collections in a composite request`
    );
  }
  const ids = subrequests.map(({ referenceId }) => referenceId);
  const wrong = ids.find((id, place) => typeof id !== 'string' || !/^\w+$/.test(id) || ids.indexOf(id) !== place);
  if (wrong !== undefined || ids.includes(undefined)) {
    throw badRequest(
      'INVALID_INPUT',
      `The referenceId ${String(wrong)} is not unique or has other characters than letters, digits and underscores`
    );
  }
}
