import type { SessionView } from '../../shared/session-wire/session-view';
import { isoOf, viewOf } from '../sessions/session-terms';
import type { Policy } from '../settings/policy';
import type { SessionRecord } from '../store/session-store';

/** A session in a list: also from where it was begun, and whether it is the one that asks. */
export type ListedSession = SessionView & {
  readonly address: string;
  readonly userAgent: string;
  readonly lastActiveAt: string;
  readonly inCall: boolean;
  readonly isThis?: boolean;
};

export function listed(record: SessionRecord, policy: Policy, now: number): ListedSession {
  const { address, userAgent, lastActiveAt, inCall } = record;
  return { ...viewOf(record, policy, now), address, userAgent, lastActiveAt: isoOf(lastActiveAt), inCall };
}
