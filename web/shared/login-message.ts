import { parseLoginMethods, type LoginAttempt } from './session-wire/login-attempt';
import { fieldsOf, textOf } from './session-wire/plain-value';
import { parseEnding, type SessionEnding } from './session-wire/session-answer';

/** What the login page needs of an attempt: `secret` proves to the server that the page was given it. */
export type AttemptPass = Pick<LoginAttempt, 'attemptId' | 'secret' | 'methods'>;

/**
 * What the login page and the connector of one org tell each other. None of it says that a login went well: whoever hears
 * `session-changed` asks the server. `code` is there when this browser keeps no cookie, and is good for one redemption. `isAutomatic`
 * says that the login may go on without a click; the same attempt may be said again with it. `code-refused` answers a code that nobody
 * could use.
 */
export type LoginMessage =
  | { readonly type: 'attempt-wanted' }
  | ({ readonly type: 'attempt'; readonly reason?: SessionEnding; readonly isAutomatic?: true } & AttemptPass)
  | { readonly type: 'session-changed'; readonly code?: string }
  | { readonly type: 'code-refused'; readonly attemptId: string }
  | { readonly type: 'height'; readonly pixels: number };

/** Name of the BroadcastChannel; a browser gives it only to pages of the same origin below the same site. */
export function loginChannelName(orgId: string): string {
  return `ringdown-login-${orgId}`;
}

/** A login frame beyond this is no frame of a utility bar. */
const highestFrame = 2000;

/** The message in a foreign value, without what nobody knows; undefined when it is none. */
export function parseLoginMessage(value: unknown): LoginMessage | undefined {
  const fields = fieldsOf(value);
  switch (fields?.type) {
    case 'attempt-wanted':
      return { type: 'attempt-wanted' };
    case 'attempt': {
      const [attemptId, secret, methods] = [
        textOf(fields.attemptId),
        textOf(fields.secret),
        parseLoginMethods(fields.methods)
      ];
      if (attemptId === undefined || secret === undefined || methods === undefined) return undefined;
      const why = fields.reason === undefined ? {} : { reason: parseEnding(fields.reason) };
      const how = fields.isAutomatic === true ? { isAutomatic: true as const } : {};
      return { type: 'attempt', attemptId, secret, methods, ...why, ...how };
    }
    case 'session-changed': {
      const code = textOf(fields.code);
      return { type: 'session-changed', ...(code === undefined ? {} : { code }) };
    }
    case 'code-refused': {
      const attemptId = textOf(fields.attemptId);
      return attemptId === undefined ? undefined : { type: 'code-refused', attemptId };
    }
    case 'height': {
      const { pixels } = fields;
      const isHeight = typeof pixels === 'number' && Number.isInteger(pixels) && pixels > 0 && pixels <= highestFrame;
      return isHeight ? { type: 'height', pixels } : undefined;
    }
    default:
      return undefined;
  }
}
