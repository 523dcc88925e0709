import type { ApiRequest, ApiResponse } from '../api';
import { appWithClientId, type SignOnApp } from '../external-client-apps/read-app';
import type { LocalOrg } from '../state/state';
import { backWithError, escaped, page, sendBack, sendTo } from './answer';
import { browserUser, loginPath } from './browser-session';
import { hasAllowed, mayUse } from './may-use';
import { newCode, newQuestion, type Asked } from './pending';

/** Where an org asks a user whether an app may know him. */
export const approvalPath = '/setup/secur/RemoteAccessAuthorizationPage.apexp';

/** `/services/oauth2/authorize` [Salesforce Help, OAuth 2.0 Web Server Flow for Web App Integration]. */
export function authorize(org: LocalOrg, request: ApiRequest): ApiResponse {
  const given = request.method === 'POST' ? new URLSearchParams(request.body.toString('utf8')) : request.query;
  const app = appWithClientId(org, given.get('client_id') ?? '');
  // Nobody is sent anywhere before client and address are known to belong together.
  if (!app?.isEnabled) return refusal('invalid_client_id', 'client identifier invalid');
  const redirectUri = given.get('redirect_uri') ?? '';
  if (!app.callbackUrls.includes(redirectUri))
    return refusal('redirect_uri_mismatch', 'redirect_uri must match configuration');
  const asked = askedBy(given, app, redirectUri);
  if ('status' in asked) return asked;
  const prompt = (given.get('prompt') ?? '').split(' ');
  // `immediate=true`: a user who would have to be asked something comes back with this error instead [the same page].
  const isImmediate = given.get('immediate') === 'true';
  const userId = browserUser(org, request);
  if (userId === undefined || prompt.includes('login')) {
    if (isImmediate) return backWithError(asked, 'immediate_unsuccessful', 'immediate unsuccessful');
    if (prompt.includes('none')) return backWithError(asked, 'login_required', 'user must log in');
    const rest = new URLSearchParams([...given].filter(([name]) => name !== 'prompt'));
    return sendTo(loginPath(`/services/oauth2/authorize?${rest.toString()}`));
  }
  if (app.isPreAuthorized && !mayUse(org, app, userId))
    return backWithError(asked, 'OAUTH_APP_ACCESS_DENIED', 'user is not admin approved to access this app');
  const isAsked = prompt.includes('consent') || (!app.isPreAuthorized && !hasAllowed(org, app, userId));
  if (!isAsked) return sendCode(org, asked, userId);
  if (isImmediate) return backWithError(asked, 'immediate_unsuccessful', 'immediate unsuccessful');
  if (prompt.includes('none')) return backWithError(asked, 'consent_required', 'user must approve the app');
  return sendTo(`${approvalPath}?source=${newQuestion(org, asked, userId)}`);
}

/** Back to the client with a code for this user. */
export const sendCode = (org: LocalOrg, asked: Asked, userId: string): ApiResponse =>
  sendBack(asked.redirectUri, {
    code: newCode(org, asked, userId),
    ...(asked.state !== undefined && { state: asked.state })
  });

function askedBy(given: URLSearchParams, app: SignOnApp, redirectUri: string): Asked | ApiResponse {
  const state = given.get('state') ?? undefined;
  const back = { redirectUri, state };
  if (given.get('response_type') !== 'code')
    return backWithError(back, 'unsupported_response_type', 'response type not supported');
  const challenge = given.get('code_challenge') ?? undefined;
  if (app.needsProof && challenge === undefined)
    return backWithError(back, 'invalid_request', 'missing required code challenge');
  if (challenge !== undefined && (given.get('code_challenge_method') ?? 'S256') !== 'S256')
    return backWithError(back, 'invalid_request', 'code challenge method not supported');
  const scopes = (given.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const stranger = scopes.find((scope) => !app.scopes.includes(scope));
  if (stranger !== undefined)
    return backWithError(back, 'invalid_scope', `the requested scope is not allowed: ${stranger}`);
  return {
    clientId: app.clientId,
    redirectUri,
    scopes: scopes.length === 0 ? app.scopes : scopes,
    ...(state !== undefined && { state }),
    ...(challenge !== undefined && { challenge }),
    ...(given.has('nonce') && { nonce: given.get('nonce') ?? '' })
  };
}

const refusal = (error: string, description: string): ApiResponse =>
  page('OAuth Error', `<p>error=${escaped(error)}&amp;error_description=${escaped(description)}</p>`, 400);
