import type { ApiRequest, ApiResponse } from '../api';
import type { OrgData } from '../org-data';
import { hasVoiceLicence } from '../metadata/validate/reference';
import { authorize } from './authorize';
import { addEvents, addMessage, addMessagesInBulk, addSignals } from './conversation';
import { clearRouting, executeFlow, requestCallback, rerouteCall, routeCall } from './routing';
import { createVoiceCall, updateVoiceCall, type Answer, type Given } from './voice-calls';

export const isTelephonyPath = (path: string): boolean => path.startsWith('/telephony/v1/');

/** Tokens that were used, by org: one that names itself with `jti` works once. */
const usedTokens = new WeakMap<OrgData, Set<string>>();

/** Answers a phone system's server. */
export function answerTelephony(org: OrgData, request: ApiRequest): ApiResponse {
  if (!hasVoiceLicence(org)) return failed(403, 'Salesforce Voice is not turned on in this org');
  const authorized = authorize(org, request.headers.authorization);
  if ('refused' in authorized) return failed(401, authorized.refused);
  if (authorized.jti !== undefined) {
    const used = usedTokens.get(org) ?? new Set();
    if (used.has(authorized.jti)) return failed(401, 'The token was used before');
    usedTokens.set(org, used.add(authorized.jti));
  }
  const given = bodyOf(request);
  if (!given) return failed(400, 'The body is no JSON object');
  const { method, path } = request;
  if (method === 'POST' && path === '/telephony/v1/voiceCalls')
    return told(org.transaction(() => createVoiceCall(org, authorized.callCenter, given)));
  if (method === 'POST' && path === '/telephony/v1/voiceCalls/messages')
    return told(org.transaction(() => addMessagesInBulk(org, given)));
  const [, callId, what = ''] = /^\/telephony\/v1\/voiceCalls\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  const id = decodeURIComponent(callId ?? '');
  if (callId !== undefined && method === 'PATCH' && what === '')
    return told(org.transaction(() => updateVoiceCall(org, authorized.callCenter, id, given)));
  const work = callId === undefined ? undefined : parts[`${method} ${what}`];
  if (work)
    return told(
      org.transaction(() => work(org, id, given)),
      what === 'postConversationEvents' ? 202 : 200
    );
  return failed(404, 'There is nothing here');
}

/** What can be done to one call, besides updating it. */
const parts: Readonly<Record<string, (org: OrgData, id: string, given: Given) => Answer>> = {
  'POST messages': addMessage,
  'POST realtimeConversationEvents': addEvents,
  'POST postConversationEvents': addSignals,
  'PATCH omniFlow': executeFlow,
  'POST routeVoiceCall': routeCall,
  'PATCH clearRouting': clearRouting,
  'PATCH reroute': rerouteCall,
  'POST requestCallback': requestCallback
};

function told(result: Answer, status = 200): ApiResponse {
  return 'refused' in result ? failed(400, String(result.refused)) : { status, body: result };
}

function bodyOf({ body }: ApiRequest): Given | undefined {
  try {
    const text = body.toString('utf8');
    // Clearing the routing and rerouting need no body; Salesforce's own functions send null.
    const value: unknown = text === '' || text === 'null' ? {} : JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : undefined;
  } catch {
    return undefined;
  }
}

const failed = (status: number, message: string): ApiResponse => ({ status, body: { code: String(status), message } });
