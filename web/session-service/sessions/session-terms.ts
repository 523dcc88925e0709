import type { SessionView } from '../../shared/session-wire/session-view';
import type { Policy } from '../settings/policy';
import type { EndReason, SessionRecord } from '../store/session-store';

const minute = 60_000;

/** Everything about a record's life that follows from the policy. */
export type Terms = Pick<
  SessionRecord,
  'absoluteEndsAt' | 'idleEndsAt' | 'lastActiveAt' | 'inCall' | 'dueAt' | 'dueReason'
>;

/** The terms of a session that is used now. */
export function termsOf(
  policy: Policy,
  use: { readonly issuedAt: number; readonly now: number; readonly inCall: boolean }
): Terms {
  const absoluteEndsAt = use.issuedAt + policy.absoluteHours * 60 * minute;
  const idleEndsAt = use.now + policy.idleMinutes * minute;
  const isDeferred = use.inCall && policy.duringCall === 'defer';
  return {
    absoluteEndsAt,
    idleEndsAt,
    lastActiveAt: use.now,
    inCall: use.inCall,
    dueAt: Math.min(absoluteEndsAt, idleEndsAt) + (isDeferred ? policy.longestDeferMinutes * minute : 0),
    dueReason: absoluteEndsAt <= idleEndsAt ? 'expired' : 'idle'
  };
}

/** Whether the session is over at that time, whoever asks first: the scheduler, a request, or a process that was just started. */
export function endingAt(record: SessionRecord, now: number): EndReason | undefined {
  return now >= record.dueAt ? record.dueReason : undefined;
}

/** Whether its time is up and it lives on for a call only. */
export function isDeferredAt(record: SessionRecord, now: number): boolean {
  return now >= Math.min(record.absoluteEndsAt, record.idleEndsAt) && now < record.dueAt;
}

/** The session as its rep may see it. */
export function viewOf(record: SessionRecord, policy: Policy, now: number): SessionView {
  const { handle, orgId, userId, userName, agentName, issuedAt, absoluteEndsAt, idleEndsAt } = record;
  const end = Math.min(absoluteEndsAt, idleEndsAt);
  return {
    handle,
    orgId,
    userId,
    userName,
    agentName,
    issuedAt: isoOf(issuedAt),
    expiresAt: isoOf(absoluteEndsAt),
    idleExpiresAt: isoOf(idleEndsAt),
    warnAt: isoOf(Math.max(end - policy.warnMinutes * minute, issuedAt)),
    deferred: isDeferredAt(record, now),
    serverNow: isoOf(now),
    duringCall: policy.duringCall
  };
}

export function isoOf(time: number): string {
  return new Date(time).toISOString();
}
