import type { ApiRequest, ApiResponse } from '../api';
import { randomBytes } from 'node:crypto';
import type { Row } from '../org-data';
import { newToken } from '../seed/new-state';
import { usernameIn } from '../seed/org-kinds';
import type { LocalOrg } from '../state/state';

/** The answer to a good token request. */
export function grant(org: LocalOrg, request: ApiRequest, userId: string, refreshToken?: string): ApiResponse {
  const accessToken = newToken(org.orgId);
  org.keepLogin(accessToken, { userId });
  return {
    status: 200,
    body: {
      access_token: accessToken,
      ...(refreshToken ? { refresh_token: refreshToken } : {}),
      scope: 'api refresh_token web',
      instance_url: request.origin,
      id: `${request.origin}/id/${org.orgId}/${userId}`,
      token_type: 'Bearer',
      issued_at: String(org.now().getTime())
    }
  };
}

/** A token of the user with this name, which a catalog's users have in every kind of org. */
export function newAccessToken(org: LocalOrg, username: string): string {
  const user = userNamed(org, username);
  if (!user) throw new Error(`There is no user ${username}`);
  const token = newToken(org.orgId);
  org.keepLogin(token, { userId: user.Id });
  return token;
}

/** The user with this name, or with the name that it has in this kind of org. */
export const userNamed = (org: LocalOrg, username: string): Row | undefined =>
  org.rows('User').find((row) => row.Username === username || row.Username === usernameIn(org.kind, username));

/** The answer to a token request that is refused. */
export const refuse = (error: string, description: string): ApiResponse => ({
  status: 400,
  body: { error, error_description: description }
});

/** A token that gets new access tokens. */
export function newRefreshToken(org: LocalOrg, userId: string): string {
  const token = `5Aep861${randomBytes(30).toString('base64url').replace(/-/g, '.')}`;
  org.keepRefreshLogin(token, { userId });
  return token;
}
