import type { ApiRequest, ApiResponse } from '../api';
import type { Row } from '../org-data';
import { exchangeCode } from '../sign-on/exchange-code';
import type { LocalOrg } from '../state/state';
import { jwtBearer } from './jwt-bearer';
import { grant, newRefreshToken, refuse } from './login';

/** `/services/oauth2/token`. */
export function token(org: LocalOrg, request: ApiRequest): ApiResponse {
  if (request.method !== 'POST') return refuse('invalid_request', 'must use HTTP POST');
  const form = formOf(request);
  switch (form.get('grant_type')) {
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return jwtBearer(org, request, form);
    case 'refresh_token':
      return refresh(org, request, form);
    case 'authorization_code':
      return exchange(org, request, form);
    case null:
      return refuse('invalid_request', 'grant_type is required');
    default:
      return refuse('unsupported_grant_type', 'grant type not supported');
  }
}

/** A refresh token belongs to an app: one of the catalog's, or the app that `sf` itself brings. */
function refresh(org: LocalOrg, request: ApiRequest, form: URLSearchParams): ApiResponse {
  const client = clientOf(request, form);
  const app = org.catalog.connectedApps.find((each) => each.consumerKey === client.id);
  if (!app && client.id !== 'PlatformCLI') return refuse('invalid_client_id', 'client identifier invalid');
  if (app?.consumerSecret !== undefined && app.consumerSecret !== client.secret) {
    return refuse('invalid_client', 'invalid client credentials');
  }
  const login = org.refreshLogin(form.get('refresh_token') ?? '');
  if (!login) return refuse('invalid_grant', 'expired access/refresh token');
  if (org.row('User', login.userId)?.IsActive !== true) return refuse('inactive_user', 'user is inactive');
  return grant(org, request, login.userId);
}

/** The code that a new scratch org comes with buys one login [Salesforce Help, OAuth 2.0 Web Server Flow]. */
function exchange(org: LocalOrg, request: ApiRequest, form: URLSearchParams): ApiResponse {
  const byApp = exchangeCode(org, request, form, clientOf(request, form));
  if (byApp) return byApp;
  const code = form.get('code') ?? '';
  const login = org.refreshLogin(code);
  if (!login) return refuse('invalid_grant', 'expired authorization code');
  org.forgetLogin(code);
  return grant(org, request, login.userId, newRefreshToken(org, login.userId));
}

/** `/services/oauth2/revoke`. */
export function revoke(org: LocalOrg, request: ApiRequest): ApiResponse {
  const given = formOf(request).get('token') ?? request.query.get('token') ?? '';
  if (!org.login(given) && !org.refreshLogin(given))
    return refuse('unsupported_token_type', 'this token type is not supported');
  org.forgetLogin(given);
  return { status: 200 };
}

/** `/services/oauth2/userinfo` and `/id/<org>/<user>`. */
export function userinfo(org: LocalOrg, request: ApiRequest, userId: string): ApiResponse {
  const user: Row | undefined = org.row('User', userId);
  const text = (name: string): string | null => (typeof user?.[name] === 'string' ? user[name] : null);
  return {
    status: 200,
    body: {
      sub: `${request.origin}/id/${org.orgId}/${userId}`,
      id: `${request.origin}/id/${org.orgId}/${userId}`,
      user_id: userId,
      organization_id: org.orgId,
      preferred_username: text('Username'),
      username: text('Username'),
      display_name: text('Name'),
      nickname: text('CommunityNickname'),
      name: text('Name'),
      given_name: text('FirstName'),
      family_name: text('LastName'),
      email: text('Email'),
      email_verified: true,
      active: user?.IsActive === true,
      user_type: 'STANDARD',
      language: text('LanguageLocaleKey'),
      locale: text('LocaleSidKey'),
      zoneinfo: text('TimeZoneSidKey'),
      urls: {
        rest: `${request.origin}/services/data/v{version}/`,
        metadata: `${request.origin}/services/Soap/m/{version}/${org.orgId.slice(0, 15)}`,
        query: `${request.origin}/services/data/v{version}/query/`,
        sobjects: `${request.origin}/services/data/v{version}/sobjects/`,
        tooling_rest: `${request.origin}/services/data/v{version}/tooling/`
      }
    }
  };
}

function formOf(request: ApiRequest): URLSearchParams {
  const text = request.body.toString('utf8');
  if (!/json/.test(request.headers['content-type'] ?? '')) return new URLSearchParams(text);
  return new URLSearchParams(JSON.parse(text) as Record<string, string>);
}

function clientOf(
  request: ApiRequest,
  form: URLSearchParams
): { readonly id: string; readonly secret: string | undefined } {
  const [, basic] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const [id, secret] = basic ? Buffer.from(basic, 'base64').toString().split(':') : [];
  return { id: form.get('client_id') ?? id ?? '', secret: form.get('client_secret') ?? secret };
}
