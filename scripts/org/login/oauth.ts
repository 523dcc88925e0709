import { createPrivateKey, createSign, type KeyObject } from 'node:crypto';
import { loginRefused, privateKeyInvalid } from '../../errors/login';
import { networkCode, OrgFailure } from '../failure';
import { redact } from '../redact';
import type { Session } from '../transport';

export type JwtLogin = {
  readonly clientId: string;
  readonly username: string;
  readonly privateKey: string;
  readonly loginUrl: string;
};
export type RefreshLogin = {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly refreshToken: string;
  readonly loginUrl: string;
};

/** OAuth 2.0 JWT bearer flow; the assertion goes to the configured host and nowhere else. */
export async function jwtSession(login: JwtLogin, org: string, now: () => number): Promise<Session> {
  const assertion = signAssertion(login, readPrivateKey(login.privateKey, org), now());
  const given = await requestToken(login.loginUrl, org, 'JWT', {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion
  });
  return { ...given, renew: () => jwtSession(login, org, now) };
}

/** OAuth 2.0 refresh token flow. */
export async function refreshSession(login: RefreshLogin, org: string): Promise<Session> {
  const given = await requestToken(login.loginUrl, org, 'refresh token', {
    grant_type: 'refresh_token',
    client_id: login.clientId,
    ...(login.clientSecret ? { client_secret: login.clientSecret } : {}),
    refresh_token: login.refreshToken
  });
  return { ...given, renew: () => refreshSession(login, org) };
}

/** Pipelines often keep a PEM in one line with `\\n` written out. */
function readPrivateKey(text: string, org: string): KeyObject {
  try {
    return createPrivateKey(text.replace(/\\n/g, '\n'));
  } catch (error) {
    throw privateKeyInvalid(org, (error as Error).message);
  }
}

/** Salesforce accepts an assertion for at most three minutes. */
const assertionSeconds = 180;

function signAssertion({ clientId, username, loginUrl }: JwtLogin, privateKey: KeyObject, now: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: clientId,
    sub: username,
    aud: new URL(loginUrl).origin,
    exp: Math.floor(now / 1000) + assertionSeconds
  };
  const signed = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

async function requestToken(
  loginUrl: string,
  org: string,
  how: string,
  form: Readonly<Record<string, string>>
): Promise<{ accessToken: string; instanceUrl: string }> {
  const response = await post(`${new URL(loginUrl).origin}/services/oauth2/token`, new URLSearchParams(form));
  const { access_token: accessToken, instance_url: instanceUrl, error, error_description: described } = response;
  if (accessToken !== undefined && instanceUrl !== undefined)
    return { accessToken, instanceUrl: trimSlash(instanceUrl) };
  throw loginRefused(org, how, redact(`${error ?? 'no token'}: ${described ?? 'no reason given'}`), [
    error === 'invalid_grant'
      ? 'Check that the user is active and pre-authorized in the app’s policy, and that the key and login URL belong to this org.'
      : 'Check the client id and the login URL of this org in the configuration.'
  ]);
}

async function post(url: string, body: URLSearchParams): Promise<Partial<Record<string, string>>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000)
    });
    if (response.status >= 500) {
      throw new OrgFailure(
        'unavailable',
        `HTTP_${response.status}`,
        `${new URL(url).host} cannot log in now`,
        'logging in'
      );
    }
    return (await response.json()) as Partial<Record<string, string>>;
  } catch (error) {
    if (error instanceof OrgFailure) throw error;
    throw new OrgFailure(
      'unreachable',
      networkCode(error),
      `no answer from ${new URL(url).host}`,
      'logging in',
      undefined,
      error
    );
  }
}

/** Salesforce's own clients store instance URLs with a slash at the end. */
export function trimSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
