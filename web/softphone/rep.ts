import type { AttemptRequest } from '../shared/session-wire/login-attempt';
import { fieldsOf, textOf } from '../shared/session-wire/plain-value';

/** Who works in Salesforce in this window. It is not signed: it narrows a session and proves nothing. */
export type Rep = {
  readonly userId: string;
  readonly userName: string;
  readonly email?: string;
  readonly federationId?: string;
  /** Whether the rep wants to be logged in without asking for it. */
  readonly wantsAutoLogin: boolean;
  /** ISO 3166: how numbers without a country are read. */
  readonly country?: string;
};

/** Open CTI names no user: a class of our package does. */
export const whoClass = 'PhoneUser';
export const whoMethod = 'current';

/** Reads what `runApex` returned: the JSON text of {@link whoMethod}, by itself or as `runApex`. */
export function readRep(value: unknown): Rep | undefined {
  const text = textOf(value) ?? textOf(fieldsOf(value)?.runApex);
  const fields = fieldsOf(typeof text === 'string' ? jsonOf(text) : value);
  const [userId, userName, country] = [fields?.userId, fields?.userName, fields?.country].map(textOf);
  const [email, federationId] = [fields?.email, fields?.federationId].map(textOf);
  if (!userId || !userName || !/^005\w{12}(\w{3})?$/.test(userId)) return undefined;
  return {
    userId,
    userName,
    ...(email ? { email } : {}),
    ...(federationId ? { federationId } : {}),
    wantsAutoLogin: fields?.autoLogin !== false,
    ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {})
  };
}

/** Whom a login is for: what the class said of the rep, as the session service takes it. */
export function attemptFor({ userId, userName, email, federationId }: Rep, callCenter: string): AttemptRequest {
  return { userId, userName, callCenter, ...(email ? { email } : {}), ...(federationId ? { federationId } : {}) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
