import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { ApiRequest, ApiResponse } from '../api';
import type { ConnectedApp } from '../catalog/catalog';
import type { LocalOrg } from '../state/state';
import { grant, refuse } from './login';

type Claims = { readonly iss?: unknown; readonly sub?: unknown; readonly aud?: unknown; readonly exp?: unknown };

/** Logs a user in by an assertion that a connected app has signed [Salesforce Help, OAuth 2.0 JWT Bearer Flow]. */
export function jwtBearer(org: LocalOrg, request: ApiRequest, form: URLSearchParams): ApiResponse {
  const assertion = form.get('assertion') ?? '';
  const claims = claimsOf(assertion);
  if (!claims) return refuse('invalid_grant', 'invalid assertion');
  const app = org.catalog.connectedApps.find((each) => each.consumerKey === claims.iss);
  if (!app) return refuse('invalid_client_id', 'client identifier invalid');
  if (!isSignedBy(assertion, app)) return refuse('invalid_grant', 'invalid assertion');
  if (!isAudience(org, request, claims.aud)) return refuse('invalid_grant', 'audience is invalid');
  // Salesforce allows an assertion to end at most a few minutes from now; it must not have ended.
  if (typeof claims.exp !== 'number' || claims.exp * 1000 <= org.now().getTime())
    return refuse('invalid_grant', 'expired authorization code');
  const user = org.rows('User').find((row) => String(row.Username).toLowerCase() === String(claims.sub).toLowerCase());
  if (!user) return refuse('invalid_grant', "user hasn't approved this consumer");
  if (user.IsActive !== true) return refuse('inactive_user', 'user is inactive');
  if (app.approvedUsers && !app.approvedUsers.includes(String(user.Username))) {
    return refuse('invalid_app_access', 'user is not admin approved to access this app');
  }
  return grant(org, request, user.Id);
}

function claimsOf(assertion: string): Claims | undefined {
  const [header, payload, signature] = assertion.split('.');
  if (!header || !payload || !signature) return undefined;
  try {
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { readonly alg?: unknown };
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    return alg === 'RS256' ? claims : undefined;
  } catch {
    return undefined;
  }
}

function isSignedBy(assertion: string, app: ConnectedApp): boolean {
  const [header = '', payload = '', signature = ''] = assertion.split('.');
  const key = publicKey(app);
  return (
    key !== undefined &&
    verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))
  );
}

function publicKey(app: ConnectedApp): KeyObject | undefined {
  try {
    return app.certificate === undefined ? undefined : createPublicKey(app.certificate);
  } catch {
    return undefined;
  }
}

/** The login host of the org's kind, or its own address. */
function isAudience(org: LocalOrg, request: ApiRequest, audience: unknown): boolean {
  const login =
    org.kind === 'sandbox' || org.kind === 'scratch' ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
  return typeof audience === 'string' && [request.origin, login].includes(audience.replace(/\/$/, ''));
}
