import { fieldsOf } from './plain-value';
import { parseSessionView, type SessionView } from './session-view';

const endings = ['expired', 'idle', 'revoked', 'signed-out', 'unknown'] as const;

/** Why there is no session: its absolute time was up, nobody used it, it was revoked, the rep signed out, or no such session is known. */
export type SessionEnding = (typeof endings)[number];

/** The answer to "who is signed in here?"; without a reason nobody ever was. */
export type SessionAnswer =
  | { readonly state: 'signed-in'; readonly session: SessionView }
  | { readonly state: 'signed-out'; readonly reason?: SessionEnding };

/** Reads the answer of `GET /orgs/:orgId/session`, or nothing when it is none. */
export function parseSessionAnswer(value: unknown): SessionAnswer | undefined {
  const fields = fieldsOf(value);
  if (fields?.state === 'signed-in') {
    const session = parseSessionView(fields.session);
    return session === undefined ? undefined : { state: 'signed-in', session };
  }
  if (fields?.state !== 'signed-out') return undefined;
  const reason = fields.reason === undefined ? undefined : parseEnding(fields.reason);
  return reason === undefined ? { state: 'signed-out' } : { state: 'signed-out', reason };
}

/** A reason that this version does not know reads as `unknown`. */
export function parseEnding(value: unknown): SessionEnding {
  return endings.find((ending) => ending === value) ?? 'unknown';
}

/** What the event stream sends as data of `changed`: the page asks for the session then. */
export type SessionChange = { readonly reason: SessionEnding };

/** Reads the data of a `changed` event; text that is not JSON counts as a change for an unknown reason. */
export function parseSessionChange(data: string): SessionChange {
  try {
    return { reason: parseEnding(fieldsOf(JSON.parse(data))?.reason) };
  } catch {
    return { reason: 'unknown' };
  }
}
