import type { ApiRequest, ApiResponse } from '../api';
import { newAccessToken } from '../oauth/login';
import type { LocalOrg } from '../state/state';
import { escaped, page, sendTo } from './answer';

/** The user of the browser that asks, by the cookie that Salesforce calls sid. */
export function browserUser(org: LocalOrg, request: ApiRequest): string | undefined {
  const [, sid] = /(?:^|;\s*)sid=([^;]+)/.exec(request.headers.cookie ?? '') ?? [];
  const login = sid === undefined ? undefined : org.login(decodeURIComponent(sid));
  return login && login.isIdentityOnly !== true && org.row('User', login.userId)?.IsActive === true
    ? login.userId
    : undefined;
}

/** `/secur/frontdoor.jsp?sid=…&retURL=…`: an access token opens the org in a browser [Salesforce Help, Frontdoor]. */
export function frontdoor(org: LocalOrg, { query }: ApiRequest): ApiResponse {
  const sid = query.get('sid') ?? '';
  if (!org.login(sid)) return sendTo(loginPath(query.get('retURL') ?? '/'));
  return { ...sendTo(ownPath(query.get('retURL'))), ...withCookie(ownPath(query.get('retURL')), sid) };
}

/** Where somebody who is not logged in is sent first. */
export const loginPath = (startUrl: string): string => `/login?startURL=${encodeURIComponent(startUrl)}`;

/** `/login`: which user of this org somebody is. There are no passwords here. */
export function loginPage(org: LocalOrg, request: ApiRequest): ApiResponse {
  if (request.method === 'POST') {
    const form = new URLSearchParams(request.body.toString('utf8'));
    const known = org.rows('User').some((row) => row.Username === form.get('username') && row.IsActive === true);
    if (known) {
      const startUrl = ownPath(form.get('startURL'));
      return { ...sendTo(startUrl), ...withCookie(startUrl, newAccessToken(org, form.get('username') ?? '')) };
    }
  }
  const names = org.rows('User').flatMap((row) => (row.IsActive === true ? [escaped(String(row.Username))] : []));
  const startUrl = escaped(request.query.get('startURL') ?? '/');
  return page(
    'Log in to this local org',
    `<form method="post" action="/login"><input type="hidden" name="startURL" value="${startUrl}">
<label>Username <select name="username">${names.map((name) => `<option>${name}</option>`).join('')}</select></label>
<button>Log In</button></form>`
  );
}

function withCookie(location: string, sid: string): Pick<ApiResponse, 'headers'> {
  // Salesforce's own reaches its pages below other sites too; browsers keep a Secure cookie of 127.0.0.1 without TLS.
  const cookie = `sid=${encodeURIComponent(sid)}; Path=/; HttpOnly; Secure; SameSite=None`;
  return { headers: { location, 'set-cookie': cookie } };
}

/** A path of this org and never another site's address. */
const ownPath = (given: string | null): string => (given !== null && /^\/(?![/\\])/.test(given) ? given : '/');
