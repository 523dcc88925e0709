import type { ApiRequest, ApiResponse } from '../api';
import type { FaultRule, Faults } from '../faults/fault-rule';
import { grant, newRefreshToken } from '../oauth/login';
import { stateHash } from '../state/state-hash';
import type { LocalOrg } from '../state/state';
import type { RecordedRequest } from './requests';
import { sessionOf } from './session';

/** What the control path reaches; `reset` starts the org anew. */
export type Controlled = {
  readonly org: LocalOrg;
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
  readonly reset: (body: Readonly<Record<string, unknown>>) => void;
};

/** Where no real org has anything: what tests in another process need. */
export const isControlPath = (path: string): boolean => path.startsWith('/__local/');

/** Answers a request on the control path, to whoever holds a token of this org. */
export function control({ org, faults, requests, reset }: Controlled, request: ApiRequest): ApiResponse {
  if (!sessionOf(org, request, undefined))
    return { status: 401, body: { error: 'The access token of this org is needed' } };
  const body = (request.body.length > 0 ? JSON.parse(request.body.toString('utf8')) : {}) as Readonly<
    Record<string, unknown>
  >;
  switch (`${request.method} ${request.path.slice('/__local/'.length)}`) {
    case 'POST faults':
      for (const rule of Array.isArray(body) ? body : [body]) faults.add(rule as FaultRule);
      return { status: 204 };
    case 'DELETE faults':
      faults.clear();
      return { status: 204 };
    case 'GET settings':
      return { status: 200, body: org.settings };
    case 'PATCH settings':
      org.changeSettings(body);
      return { status: 200, body: org.settings };
    case 'GET requests':
      return { status: 200, body: requests };
    case 'DELETE requests':
      requests.length = 0;
      return { status: 204 };
    case 'GET state-hash':
      return { status: 200, body: { stateHash: stateHash(org.state()) } };
    case 'POST reset':
      reset(body);
      return { status: 204 };
    case 'POST logins':
      return logIn(org, request, String(body.username));
    default:
      return { status: 404, body: { error: `There is no ${request.path}` } };
  }
}

/** Logs any user in, for tests that look at the org as a rep. */
function logIn(org: LocalOrg, request: ApiRequest, username: string): ApiResponse {
  const user = org.rows('User').find((row) => row.Username === username);
  if (!user) return { status: 404, body: { error: `There is no user ${username}` } };
  return grant(org, request, user.Id, newRefreshToken(org, user.Id));
}
