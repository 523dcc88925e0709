import { type SessionView } from './session-view';

/** The moment of everything in the session that tests use. */
export const sampleAt = '2026-01-05T08:00:00.000Z';

/** What a page is told of a session, for tests. */
export const sampleView: SessionView = {
  handle: 'h1',
  orgId: '00D000000000001AAA',
  userId: '005000000000001AAA',
  userName: 'ada@example.com',
  agentName: 'ada',
  issuedAt: sampleAt,
  expiresAt: sampleAt,
  idleExpiresAt: sampleAt,
  warnAt: sampleAt,
  deferred: false,
  serverNow: sampleAt,
  duringCall: 'defer'
};
