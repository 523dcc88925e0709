import { fieldsOf, textOf, timeOf } from './plain-value';

/** What happens to a session whose time is up while its rep is in a call: it waits for the end of the call, or ends at once. */
export type DuringCall = 'defer' | 'cut';

/**
 * A session as its rep may see it. Times are ISO 8601 in UTC and by the server's clock; a page compares them with `serverNow` of the
 * same answer, never with the clock of its computer.
 */
export type SessionView = {
  /** Names the session in lists; it opens nothing. */
  readonly handle: string;
  readonly orgId: string;
  /** The Salesforce user that the session serves. */
  readonly userId: string;
  readonly userName: string;
  /** The user's name in the phone system. */
  readonly agentName: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly idleExpiresAt: string;
  /** When the page should say that the session is about to end. */
  readonly warnAt: string;
  /** The session's time is up, and it lives on only until the call ends. */
  readonly deferred: boolean;
  readonly serverNow: string;
  readonly duringCall: DuringCall;
  /** The new id of a session without a cookie, in the answer that rotated it. */
  readonly bearer?: string;
};

/** Reads a session of the service's answer, or nothing when it is none. */
export function parseSessionView(value: unknown): SessionView | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const { deferred, duringCall, bearer } = fields;
  const texts = [fields.handle, fields.orgId, fields.userId, fields.userName, fields.agentName].map(textOf);
  const times = [fields.issuedAt, fields.expiresAt, fields.idleExpiresAt, fields.warnAt, fields.serverNow].map(timeOf);
  if ([...texts, ...times].includes(undefined) || typeof deferred !== 'boolean') return undefined;
  if (duringCall !== 'defer' && duringCall !== 'cut') return undefined;
  if (bearer !== undefined && textOf(bearer) === undefined) return undefined;
  const [handle, orgId, userId, userName, agentName] = texts as [string, string, string, string, string];
  const [issuedAt, expiresAt, idleExpiresAt, warnAt, serverNow] = times as [string, string, string, string, string];
  const view = { handle, orgId, userId, userName, agentName, issuedAt, expiresAt, idleExpiresAt, warnAt };
  return { ...view, deferred, serverNow, duringCall, ...(bearer === undefined ? {} : { bearer: bearer as string }) };
}
