import type { ApiResponse } from '../api';
import { ApiError, methodNotAllowed, notBuilt, notFound, restErrorOf } from '../api-error';
import { batch } from './batch';
import type { Call, Handler } from './call';
import { deleteCollection, patchCollection, postCollection, readCollection, upsertCollection } from './collections';
import { composite } from './composite';
import { describeBasic, describeGlobal, describeSobject } from './describe';
import { limits } from './limits';
import { search } from './search';
import { query, queryMore } from './query';
import { getRecord, patchRecord, postRecord, recordByKey, removeRecord } from './records';

type Route = {
  readonly path: RegExp;
  readonly api?: 'data';
  readonly methods: Readonly<Partial<Record<'GET' | 'POST' | 'PATCH' | 'DELETE', Handler>>>;
};

const routes: readonly Route[] = [
  { path: /^\/?$/, methods: { GET: resources } },
  { path: /^\/(?:query|queryAll)\/?$/, methods: { GET: query } },
  { path: /^\/(?:query|queryAll)\/([\w-]+)$/, methods: { GET: queryMore } },
  { path: /^\/search\/?$/, api: 'data', methods: { GET: search } },
  { path: /^\/limits\/?$/, api: 'data', methods: { GET: limits } },
  { path: /^\/sobjects\/?$/, methods: { GET: describeGlobal } },
  { path: /^\/sobjects\/(\w+)\/?$/, methods: { GET: describeBasic, POST: postRecord } },
  { path: /^\/sobjects\/(\w+)\/describe\/?$/, methods: { GET: describeSobject } },
  { path: /^\/sobjects\/(\w+)\/([^/]+)\/?$/, methods: { GET: getRecord, PATCH: patchRecord, DELETE: removeRecord } },
  {
    // No field is called `describe`: what is below it are layouts, which this org does not have.
    path: /^\/sobjects\/(\w+)\/(?!describe\/)(\w+)\/([^/]+)$/,
    methods: { GET: recordByKey, PATCH: recordByKey, DELETE: recordByKey }
  },
  { path: /^\/runTests(?:As|S)ynchronous\/?$/, methods: { POST: runTests } },
  { path: /^\/composite\/?$/, methods: { POST: (call) => composite(call, answerRest) } },
  { path: /^\/composite\/batch\/?$/, api: 'data', methods: { POST: (call) => batch(call, answerRest) } },
  {
    path: /^\/composite\/sobjects\/?$/,
    methods: { POST: postCollection, PATCH: patchCollection, DELETE: deleteCollection }
  },
  { path: /^\/composite\/sobjects\/(\w+)\/?$/, methods: { GET: readCollection, POST: readCollection } },
  { path: /^\/composite\/sobjects\/(\w+)\/(\w+)\/?$/, methods: { PATCH: upsertCollection } }
];

/** Answers one call of the REST or Tooling API; a refusal is an answer as well. */
export function answerRest(call: Call): ApiResponse {
  try {
    return call.org.transaction(() => dispatch(call));
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: [restErrorOf(error)] };
    throw error;
  }
}

function dispatch(call: Call): ApiResponse {
  const path = call.path;
  const route = routes.find((each) => (each.api === undefined || each.api === call.api) && each.path.test(path));
  if (!route) throw notFound();
  const asked = call.query.get('_HttpMethod') ?? (call.method === 'HEAD' ? 'GET' : call.method);
  const handler = route.methods[asked as 'GET'];
  if (!handler) throw methodNotAllowed(call.method, Object.keys(route.methods));
  const parts = (route.path.exec(path) ?? []).slice(1).map((part) => decodeURIComponent(part));
  return handler({ ...call, method: asked }, ...parts);
}

/** Tests are Apex, and nothing here can run Apex: what a test would have said is not known. */
function runTests(): never {
  throw notBuilt('running Apex tests: it has no Apex engine');
}

function resources(call: Call): ApiResponse {
  const names =
    call.api === 'tooling'
      ? ['query', 'sobjects', 'composite']
      : ['query', 'queryAll', 'search', 'sobjects', 'composite', 'limits', 'tooling', 'metadata'];
  const addresses = names.map((name) => [name, `${call.base}/${name}`]);
  const identity = `${call.origin}/id/${call.org.orgId}/${call.userId}`;
  return { status: 200, body: { ...(Object.fromEntries(addresses) as Record<string, string>), identity } };
}
