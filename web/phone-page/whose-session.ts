import { type AttemptRequest } from '../shared/session-wire/login-attempt';
import { type SessionView } from '../shared/session-wire/session-view';

/** Whether the session is of the org and the user that Salesforce serves. */
export function isSessionOf(session: SessionView, served: AttemptRequest | undefined, orgId: string): boolean {
  return served !== undefined && isSameId(session.orgId, orgId) && isSameId(session.userId, served.userId);
}

/** Ids of 15 and of 18 characters name the same record; only the first 15 tell. */
export function isSameId(one: string, other: string): boolean {
  return one.slice(0, 15) === other.slice(0, 15) && one.length >= 15;
}
