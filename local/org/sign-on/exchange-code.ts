import { createHash } from 'node:crypto';
import type { ApiRequest, ApiResponse } from '../api';
import { appWithClientId } from '../external-client-apps/read-app';
import { refuse } from '../oauth/login';
import { newToken } from '../seed/new-state';
import type { LocalOrg } from '../state/state';
import { idToken } from './id-token';
import { mayUse } from './may-use';
import { takeCode } from './pending';

/** A code becomes tokens, once, for the client that it was given to; undefined when the client is no app of this kind. */
export function exchangeCode(
  org: LocalOrg,
  request: ApiRequest,
  form: URLSearchParams,
  client: { readonly id: string; readonly secret: string | undefined }
): ApiResponse | undefined {
  const app = appWithClientId(org, client.id);
  if (!app) return undefined;
  // No API of this org gives a secret away, so that nobody can have the right one.
  if (app.needsSecret || client.secret !== undefined) return refuse('invalid_client', 'invalid client credentials');
  const pending = takeCode(org, form.get('code') ?? '');
  if (pending?.clientId !== client.id) return refuse('invalid_grant', 'expired authorization code');
  if (form.get('redirect_uri') !== pending.redirectUri)
    return refuse('redirect_uri_mismatch', 'redirect_uri must match configuration');
  if (!isProven(pending.challenge, form.get('code_verifier'))) return refuse('invalid_grant', 'invalid code verifier');
  const { userId, scopes, nonce } = pending;
  if (org.row('User', userId)?.IsActive !== true) return refuse('inactive_user', 'user is inactive');
  if (app.isPreAuthorized && !mayUse(org, app, userId))
    return refuse('invalid_app_access', 'user is not admin approved to access this app');
  const accessToken = newToken(org.orgId);
  const isIdentityOnly = !scopes.some((scope) => ['api', 'web', 'full'].includes(scope));
  org.keepLogin(accessToken, { userId, ...(isIdentityOnly && { isIdentityOnly }) });
  const id = `${request.origin}/id/${org.orgId}/${userId}`;
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: {
      access_token: accessToken,
      ...(scopes.includes('openid') && {
        id_token: idToken(org, { issuer: request.origin, subject: id, clientId: client.id, accessToken, nonce })
      }),
      scope: scopes.join(' '),
      instance_url: request.origin,
      id,
      token_type: 'Bearer',
      issued_at: String(org.now().getTime())
    }
  };
}

/** [RFC 7636 4.6]; a verifier without a challenge proves nothing and is refused too. */
function isProven(challenge: string | undefined, verifier: string | null): boolean {
  if (challenge === undefined) return verifier === null;
  return verifier !== null && createHash('sha256').update(verifier).digest('base64url') === challenge;
}
