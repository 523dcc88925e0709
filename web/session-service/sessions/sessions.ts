import type { SessionEnding } from '../../shared/session-wire/session-answer';
import type { Audit, AuditEvent } from '../audit/audit-log';
import { hashOf, newHandle, newSecret } from '../secrets';
import type { Policy } from '../settings/policy';
import type { EndReason, SessionRecord, SessionStore } from '../store/session-store';
import type { ServiceTime } from '../time/service-time';
import { seenBy } from './renew-session';
import { endingAt, termsOf } from './session-terms';

/** How long a reason is remembered, so that a page that comes back the next day can say what happened. */
const rememberedFor = 86_400_000;

export type NewSession = Pick<
  SessionRecord,
  'orgId' | 'userId' | 'userName' | 'agentName' | 'callCenter' | 'address' | 'userAgent' | 'stamp'
>;

/** A session with the id that opens it; the id is nowhere else in the service. */
export type OpenedSession = { readonly record: SessionRecord; readonly id: string };

/** `replaced` is the living session that had the id before: somebody else may hold its present one. */
export type Found =
  { readonly record: SessionRecord } | { readonly ending: SessionEnding; readonly replaced?: SessionRecord };

export type SessionsOptions = {
  readonly store: SessionStore;
  readonly time: ServiceTime;
  readonly policy: Policy;
  readonly audit: Audit;
};

/** Begins, finds and ends sessions; `renewSession` keeps them alive. */
export type Sessions = {
  readonly begin: (session: NewSession) => Promise<OpenedSession>;
  /** The session that the id opens now, or why it opens none. */
  readonly find: (orgId: string, id: string) => Promise<Found>;
  /** Gives the session another id and forgets the present ones: whoever knew one is out. */
  readonly reissue: (record: SessionRecord) => Promise<OpenedSession | undefined>;
  readonly end: (session: Ended) => Promise<boolean>;
  /** By the name in Salesforce or in the phone system. */
  readonly endAllOf: (orgId: string, name: string, ended: Pick<Ended, 'reason' | 'by'>) => Promise<number>;
  /** By the name in the phone system, which a login has proved. */
  readonly endAllOfAgent: (orgId: string, agentName: string) => Promise<void>;
};

type Ended = {
  readonly orgId: string;
  readonly handle: string;
  readonly reason: EndReason;
  readonly by: NonNullable<AuditEvent['by']>;
};

export function createSessions({ store, time, policy, audit }: SessionsOptions): Sessions {
  const end = async ({ orgId, handle, reason, by }: Ended): Promise<boolean> => {
    const record = await store.endSession({ orgId, handle, reason, rememberUntil: time.now() + rememberedFor });
    if (record !== undefined) auditEnd(audit, record, reason, by);
    return record !== undefined;
  };

  const ofAgent = async (orgId: string, agentName: string): Promise<readonly SessionRecord[]> =>
    (await store.sessionsOfUser(orgId, agentName)).filter((record) => record.agentName === agentName);

  /** Looks when the new session is there already: of logins at the same moment the last to look sees them all. */
  const endSurplus = async (orgId: string, agentName: string): Promise<void> => {
    const present = await ofAgent(orgId, agentName);
    const surplus = present.length - policy.sessionsPerUser;
    // In an order that is the same for all who look, so that together they end no more than one of them would.
    const order = (one: SessionRecord, other: SessionRecord): number =>
      one.lastActiveAt - other.lastActiveAt || one.issuedAt - other.issuedAt || (one.handle < other.handle ? -1 : 1);
    for (const { handle } of [...present].sort(order).slice(0, Math.max(surplus, 0)))
      await end({ orgId, handle, reason: 'revoked', by: 'service' });
  };

  return {
    end,
    begin: async (session) => {
      const now = time.now();
      const id = newSecret();
      const terms = termsOf(policy, { issuedAt: now, now, inCall: false });
      const identity = { ...session, handle: newHandle(), idHash: hashOf(id) };
      const record: SessionRecord = { ...identity, ...terms, issuedAt: now, rotatedAt: now, version: 1 };
      await store.addSession(record);
      await endSurplus(session.orgId, session.agentName);
      return { record, id };
    },
    find: async (orgId, id) => {
      const idHash = hashOf(id);
      const now = time.now();
      const record = await store.sessionByIdHash(orgId, idHash);
      if (record === undefined) return { ending: (await store.endingOf(orgId, idHash, now)) ?? 'unknown' };
      const reason = endingAt(record, now);
      if (reason !== undefined) {
        await end({ orgId, handle: record.handle, reason, by: 'service' });
        return { ending: reason };
      }
      const isReplaced = record.idHash !== idHash && (record.previousEndsAt ?? Infinity) <= now;
      return isReplaced ? { ending: 'unknown', replaced: record } : { record: await seen(store, record, idHash, now) };
    },
    reissue: async ({ previousHash: _previous, previousEndsAt: _ends, ...record }) => {
      const id = newSecret();
      const reissued = { ...record, idHash: hashOf(id), rotatedAt: time.now(), version: record.version + 1 };
      return (await store.replaceSession(reissued)) ? { record: reissued, id } : undefined;
    },
    endAllOfAgent: async (orgId, agentName) => {
      for (const { handle } of await ofAgent(orgId, agentName))
        await end({ orgId, handle, reason: 'revoked', by: 'service' });
    },
    endAllOf: async (orgId, name, ended) => {
      const records = await store.sessionsOfUser(orgId, name);
      const results = await Promise.all(records.map(({ handle }) => end({ orgId, handle, ...ended })));
      return results.filter(Boolean).length;
    }
  };
}

/** The first use of a new id begins the end of the one before it; when another request changed the session first, that one says so. */
async function seen(store: SessionStore, record: SessionRecord, idHash: string, now: number): Promise<SessionRecord> {
  const marked = seenBy(record, idHash, now);
  return marked !== record && (await store.replaceSession(marked)) ? marked : record;
}

/** One line for every session that ends, whoever ended it. */
export function auditEnd(audit: Audit, record: SessionRecord, reason: EndReason, by: AuditEvent['by']): void {
  const { orgId, handle, userName, agentName } = record;
  audit({ event: 'session-ended', orgId, handle, userName, agentName, reason, by });
}
