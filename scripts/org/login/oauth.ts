import { createPrivateKey, createSign, type KeyObject } from 'node:crypto';
import { loginRefused, privateKeyInvalid } from '../../errors/login';
import { networkFailure, OrgFailure } from '../failure';
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

const purpose = 'logging in';

/** OAuth 2.0 JWT bearer flow; the assertion goes to the configured host and nowhere else. */
export async function jwtSession(
  login: JwtLogin,
  org: string,
  now: () => number,
  signal?: AbortSignal
): Promise<Session> {
  const assertion = signAssertion(login, readPrivateKey(login.privateKey, org), now());
  const { accessToken, instanceUrl } = await requestToken(
    login.loginUrl,
    { org, how: 'JWT', signal },
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion
    }
  );
  return { accessToken, instanceUrl, renew: () => jwtSession(login, org, now, signal) };
}

/** OAuth 2.0 refresh token flow; an app that rotates refresh tokens gives the one for the next renewal. */
export async function refreshSession(login: RefreshLogin, org: string, signal?: AbortSignal): Promise<Session> {
  const { accessToken, instanceUrl, refreshToken } = await requestToken(
    login.loginUrl,
    { org, how: 'refresh token', signal },
    {
      grant_type: 'refresh_token',
      client_id: login.clientId,
      ...(login.clientSecret ? { client_secret: login.clientSecret } : {}),
      refresh_token: login.refreshToken
    }
  );
  const next = { ...login, refreshToken: refreshToken ?? login.refreshToken };
  return { accessToken, instanceUrl, renew: () => refreshSession(next, org, signal) };
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

type Token = { readonly accessToken: string; readonly instanceUrl: string; readonly refreshToken?: string };

async function requestToken(
  loginUrl: string,
  { org, how, signal }: { readonly org: string; readonly how: string; readonly signal: AbortSignal | undefined },
  form: Readonly<Record<string, string>>
): Promise<Token> {
  const { status, text } = await post(`${new URL(loginUrl).origin}/services/oauth2/token`, form, signal);
  const {
    access_token: accessToken,
    instance_url: instanceUrl,
    refresh_token: refreshToken,
    error = `HTTP_${status}`,
    error_description: described = 'the answer holds no token; is this the login URL of the org?'
  } = parseObject(text);
  if (accessToken !== undefined && instanceUrl !== undefined)
    return { accessToken, instanceUrl: trimSlash(instanceUrl), refreshToken };
  throw loginRefused(org, how, redact(`${error}: ${described}`, Object.values(form)), [
    error === 'invalid_grant'
      ? 'Check that the user is active and pre-authorized in the app’s policy, and that the key and login URL belong to this org.'
      : 'Check the client id and the login URL of this org in the configuration.'
  ]);
}

async function post(
  url: string,
  form: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined
): Promise<{ readonly status: number; readonly text: string }> {
  const { host } = new URL(url);
  const timeout = AbortSignal.timeout(60_000);
  let given: { readonly status: number; readonly text: string };
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout])
    });
    given = { status: response.status, text: await response.text() };
  } catch (error) {
    signal?.throwIfAborted();
    throw networkFailure(error, host, purpose);
  }
  if (given.status >= 500 || given.status === 429) {
    throw new OrgFailure('unavailable', `HTTP_${given.status}`, `${host} cannot log in now`, purpose);
  }
  return given;
}

/** A host that is not Salesforce's answers with a page: then nothing is known of it but its status. */
function parseObject(text: string): Partial<Record<string, string>> {
  try {
    const body = JSON.parse(text) as unknown;
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

/** Salesforce's own clients store instance URLs with a slash at the end. */
export function trimSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
