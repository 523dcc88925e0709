import { fieldsOf, textOf, timeOf } from './plain-value';
import { parseSessionView, type SessionView } from './session-view';

/** A way to log in: name and password, or the sign-in page of an identity provider in a window of its own. */
export type LoginMethod =
  | { readonly kind: 'password' }
  | {
      readonly kind: 'oidc';
      readonly label: string;
      readonly startUrl: string;
      /** Where a hidden frame of the login page asks whether the user is signed in there already. */
      readonly silentUrl?: string;
    };

/** What a page sends to begin a login: whom Salesforce says it serves. It narrows the login and proves nothing. */
export type AttemptRequest = {
  readonly userId: string;
  readonly userName: string;
  readonly callCenter: string;
  /** With these the login is narrowed where the org knows its agents by them; Voice tells neither. */
  readonly email?: string;
  readonly federationId?: string;
};

/** A login that may be finished once, until `expiresAt`, by whoever holds the secret. */
export type LoginAttempt = {
  readonly attemptId: string;
  readonly secret: string;
  readonly expiresAt: string;
  readonly serverNow: string;
  readonly methods: readonly LoginMethod[];
};

export type LoginRequest = {
  readonly attemptId: string;
  readonly secret: string;
  readonly username: string;
  readonly password: string;
};

/** `want: 'bearer'` asks for the session's id in the answer, where the browser keeps no cookie. */
export type RedeemRequest = {
  readonly attemptId: string;
  readonly secret: string;
  readonly code: string;
  readonly want?: 'bearer';
};

/** The answer to a login: the session, and a code that is good once for the same session. */
export type LoginAnswer = { readonly session: SessionView; readonly code: string };

/** The answer to a login in a window of our own: no session yet, but a code that opens one. */
export type CodeAnswer = Pick<LoginAnswer, 'code'>;

export type RedeemAnswer = { readonly session: SessionView; readonly bearer?: string };

/** What a page needs to connect to the phone system, once and within a minute. */
export type PhoneTicket = { readonly url: string; readonly ticket: string };

export function parseLoginAttempt(value: unknown): LoginAttempt | undefined {
  const fields = fieldsOf(value);
  const attemptId = textOf(fields?.attemptId);
  const secret = textOf(fields?.secret);
  const expiresAt = timeOf(fields?.expiresAt);
  const serverNow = timeOf(fields?.serverNow);
  const methods = parseLoginMethods(fields?.methods);
  if (!attemptId || !secret || !expiresAt || !serverNow || methods === undefined) return undefined;
  return { attemptId, secret, expiresAt, serverNow, methods };
}

/** Leaves out the methods that this version does not know. */
export function parseLoginMethods(value: unknown): readonly LoginMethod[] | undefined {
  return Array.isArray(value) ? value.flatMap((method: unknown) => parseLoginMethod(method) ?? []) : undefined;
}

function parseLoginMethod(value: unknown): LoginMethod | undefined {
  const fields = fieldsOf(value);
  if (fields?.kind === 'password') return { kind: 'password' };
  const label = textOf(fields?.label);
  const startUrl = textOf(fields?.startUrl);
  const silentUrl = textOf(fields?.silentUrl);
  if (fields?.kind !== 'oidc' || !label || !startUrl) return undefined;
  return { kind: 'oidc', label, startUrl, ...(silentUrl ? { silentUrl } : {}) };
}

export function parseLoginAnswer(value: unknown): LoginAnswer | undefined {
  const fields = fieldsOf(value);
  const session = parseSessionView(fields?.session);
  const code = textOf(fields?.code);
  return session && code ? { session, code } : undefined;
}

export function parseCodeAnswer(value: unknown): CodeAnswer | undefined {
  const code = textOf(fieldsOf(value)?.code);
  return code ? { code } : undefined;
}

export function parseRedeemAnswer(value: unknown): RedeemAnswer | undefined {
  const fields = fieldsOf(value);
  const session = parseSessionView(fields?.session);
  const bearer = textOf(fields?.bearer);
  return session && { session, ...(bearer === undefined ? {} : { bearer }) };
}

export function parsePhoneTicket(value: unknown): PhoneTicket | undefined {
  const fields = fieldsOf(value);
  const url = textOf(fields?.url);
  const ticket = textOf(fields?.ticket);
  return url && ticket ? { url, ticket } : undefined;
}
