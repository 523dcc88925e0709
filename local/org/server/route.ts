import type { ApiRequest, ApiResponse } from '../api';
import { ApiError, badRequest, notFound, restErrorOf } from '../api-error';
import { revoke, token, userinfo } from '../oauth/oauth';
import { callApex, isApexPath } from '../apex/call-apex';
import { multipartRecord } from '../rest/multipart-record';
import { answerRest } from '../rest/answer-rest';
import type { Cursors } from '../rest/cursors';
import { answerSignOn } from '../sign-on/answer-sign-on';
import { hasPermission } from '../sobjects/user-permission-access';
import type { LocalOrg } from '../state/state';
import { answerTelephony, isTelephonyPath } from '../telephony/answer-telephony';
import { answerPageCall, isPageCallPath } from '../telephony/page-calls';
import { answerUiApi, isPagePath } from '../ui-api/answer-ui-api';
import type { Metadata } from './load-metadata';
import { sessionOf } from './session';
import { versions } from './versions';

export type RouteContext = {
  readonly org: LocalOrg;
  readonly cursors: Cursors;
  /** There when `needsMetadata` said so. */
  readonly metadata: Metadata | undefined;
  readonly isLocked?: (id: string | undefined) => boolean;
};

/** Whether the Metadata API has to answer. */
export const needsMetadata = (path: string): boolean =>
  /^\/services\/(Soap\/|data\/v[\d.]+\/metadata(\/|$))/.test(path);

/** Answers a request, whoever it is for. */
export function route(context: RouteContext, request: ApiRequest): ApiResponse {
  const { org, isLocked } = context;
  const { path } = request;
  if (/^\/services\/data\/?$/.test(path)) return versions(org);
  if (path === '/services/oauth2/token') return token(org, request);
  if (path === '/services/oauth2/revoke') return revoke(org, request);
  if (isTelephonyPath(path)) return answerTelephony(org, request);
  const signOn = answerSignOn(org, request);
  if (signOn) return signOn;
  const isSoap = path.startsWith('/services/Soap/');
  const session = sessionOf(org, request, isSoap ? context.metadata?.soapSessionToken(request.body) : undefined);
  if (!session) return noSession(context, isSoap);
  if (path === '/services/oauth2/userinfo' || path.startsWith(`/id/${org.orgId}/`)) {
    return userinfo(org, request, path.startsWith('/id/') ? (path.split('/')[3] ?? '') : session.userId);
  }
  if (session.isIdentityOnly === true) return noSession(context, isSoap);
  const caller = { org, userId: session.userId, ...(isLocked ? { isLocked } : {}) };
  if (isApexPath(path)) return callApex(caller, request);
  if (isPageCallPath(path)) return org.as(session.userId, () => answerPageCall(org, session.userId, request));
  if (isPagePath(path)) return answerUiApi(caller, request);
  if (!hasPermission(org, session.userId, 'ApiEnabled')) {
    return {
      status: 403,
      body: [restErrorOf(new ApiError(403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User'))]
    };
  }
  const [, version] = /^\/services\/(?:data\/v|Soap\/m\/)(\d+\.\d)(?:\/|$)/.exec(path) ?? [];
  if (version === undefined || !org.settings.apiVersions.includes(version))
    return { status: 404, body: [restErrorOf(notFound())] };
  if (path.startsWith(`/services/data/v${version}/ui-api/`)) return answerUiApi(caller, request);
  if (needsMetadata(path)) {
    const answer = org.as(session.userId, () => context.metadata?.metadataApi(request, org, session));
    return answer ?? { status: 404, body: [restErrorOf(notFound())] };
  }
  return restCall(context, request, session.userId, version);
}

function restCall(context: RouteContext, request: ApiRequest, userId: string, version: string): ApiResponse {
  const [, tooling = '', rest = ''] = /^\/services\/data\/v[\d.]+(\/tooling(?=\/|$))?(.*)$/.exec(request.path) ?? [];
  const body = parsedBody(request);
  if (body instanceof ApiError) return { status: body.status, body: [restErrorOf(body)] };
  return answerRest({
    org: context.org,
    userId,
    cursors: context.cursors,
    ...(context.isLocked ? { isLocked: context.isLocked } : {}),
    method: request.method,
    path: rest,
    api: tooling ? 'tooling' : 'data',
    base: `/services/data/v${version}${tooling}`,
    origin: request.origin,
    query: request.query,
    headers: request.headers,
    body
  });
}

function parsedBody(request: ApiRequest): unknown {
  if (request.body.length === 0) return undefined;
  const type = request.headers['content-type'];
  if (type?.startsWith('multipart/form-data')) return multipartRecord(request.body, type);
  try {
    return JSON.parse(request.body.toString('utf8')) as unknown;
  } catch (error) {
    return badRequest('JSON_PARSER_ERROR', error instanceof Error ? error.message : 'not JSON');
  }
}

function noSession({ metadata }: RouteContext, isSoap: boolean): ApiResponse {
  if (isSoap && metadata) {
    const body = metadata.soapFault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
    return { status: 500, headers: { 'content-type': 'text/xml;charset=UTF-8' }, body };
  }
  const error = new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  return { status: 401, headers: { 'www-authenticate': 'Token' }, body: [restErrorOf(error)] };
}
