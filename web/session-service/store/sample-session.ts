import type { SessionRecord } from './session-store';

/** The moment at which the session of tests begins. */
export const sampleNow = Date.parse('2026-01-05T08:00:00Z');

export const sampleOrgId = '00D000000000001AAA';

/** A session that is good for an hour, for tests. */
export function sampleSession(changes: Partial<SessionRecord> = {}): SessionRecord {
  return {
    handle: 'handle-1',
    orgId: sampleOrgId,
    userId: '005000000000001AAA',
    userName: 'Ada@example.com',
    agentName: 'ada',
    callCenter: 'Support',
    address: '192.0.2.1',
    userAgent: 'Browser',
    issuedAt: sampleNow,
    absoluteEndsAt: sampleNow + 3_600_000,
    idleEndsAt: sampleNow + 1_800_000,
    lastActiveAt: sampleNow,
    inCall: false,
    dueAt: sampleNow + 1_800_000,
    dueReason: 'idle',
    idHash: 'hash-1',
    rotatedAt: sampleNow,
    version: 1,
    ...changes
  };
}
