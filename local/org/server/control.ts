import type { ApiRequest, ApiResponse } from '../api';
import { ApiError, badRequest } from '../api-error';
import type { CatalogFile } from '../catalog/catalog';
import type { FaultRule } from '../faults/fault-rule';
import type { Faults } from '../faults/faults';
import { grant, newRefreshToken, userNamed } from '../oauth/login';
import { stateHash } from '../state/state-hash';
import type { LocalOrg, OrgKind } from '../state/state';
import { loadRecords } from './load-records';
import type { RecordedRequest } from './requests';
import { sessionOf } from './session';

/** What the control path reaches; `reset` starts the org anew. */
export type Controlled = {
  readonly org: LocalOrg;
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
  readonly reset: (body: ResetBody) => void;
};

/** What the org becomes when it starts anew; the same kind unless told. */
export type ResetBody = { readonly kind?: OrgKind; readonly catalog?: CatalogFile };

/** Where no real org has anything: what tests in another process need. What a page of the org asks of it is no part of that. */
export const isControlPath = (path: string): boolean =>
  path.startsWith('/__local/') && !/^\/__local\/(apex|ui-api)(\/|$)/.test(path);

/** Answers a request on the control path, to whoever holds a token of this org; what it does not understand changes nothing. */
export function control(controlled: Controlled, request: ApiRequest): ApiResponse {
  const session = sessionOf(controlled.org, request, undefined);
  if (!session) return { status: 401, body: { error: 'The access token of this org is needed' } };
  try {
    return answer(controlled, request, session.userId, parsed(request.body));
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: { error: error.message } };
    throw error;
  }
}

function answer(
  { org, faults, requests, reset }: Controlled,
  request: ApiRequest,
  userId: string,
  body: unknown
): ApiResponse {
  switch (`${request.method} ${request.path.slice('/__local/'.length)}`) {
    case 'POST faults':
      faults.add(...((Array.isArray(body) ? body : [body]) as FaultRule[]));
      return { status: 204 };
    case 'DELETE faults':
      faults.clear();
      return { status: 204 };
    case 'GET settings':
      return { status: 200, body: org.settings };
    case 'PATCH settings':
      org.changeSettings(loadChecks().someSettings(body));
      return { status: 200, body: org.settings };
    case 'GET requests':
      return { status: 200, body: requests };
    case 'DELETE requests':
      requests.length = 0;
      return { status: 204 };
    case 'GET state-hash':
      return { status: 200, body: { stateHash: stateHash(org.state()) } };
    case 'POST reset':
      reset(loadChecks().resetBody(body));
      return { status: 204 };
    case 'POST records':
      return { status: 200, body: { created: loadRecords(org, userId, loadChecks().someRecords(body)) } };
    case 'POST logins':
      return logIn(org, request, String((body as { readonly username?: unknown }).username));
    default:
      return { status: 404, body: { error: `There is no ${request.path}` } };
  }
}

function parsed(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw badRequest('JSON_PARSER_ERROR', 'The body must be a JSON object or list');
}

/** Loaded when first needed, so that an org starts at once. */
const loadChecks = (): typeof import('./check-settings') =>
  require('./check-settings') as typeof import('./check-settings');

/** Logs any user in, for tests that look at the org as a rep. */
function logIn(org: LocalOrg, request: ApiRequest, username: string): ApiResponse {
  const user = userNamed(org, username);
  if (!user) return { status: 404, body: { error: `There is no user ${username}` } };
  return grant(org, request, user.Id, newRefreshToken(org, user.Id));
}
