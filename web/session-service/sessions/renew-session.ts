import { hashOf, newSecret } from '../secrets';
import type { Policy } from '../settings/policy';
import type { EndReason, SessionRecord, SessionStore } from '../store/session-store';
import type { ServiceTime } from '../time/service-time';
import { endingAt, termsOf } from './session-terms';

/** The id before the present one is good so long after the present one was first seen, for requests that are under way. */
const underWay = 10_000;
/** Uses that follow each other faster than this are one use, and write nothing. */
const oneUse = 5000;

export type Renewal =
  { readonly record: SessionRecord; readonly id?: string } | { readonly ending: EndReason | 'gone' };

export type RenewOptions = {
  readonly store: SessionStore;
  readonly time: ServiceTime;
  readonly policy: Policy;
};

/** The use of a session that was found by that id: renews its idle time and gives it another id when it is time. */
export async function renewSession(
  options: RenewOptions,
  found: SessionRecord,
  use: { readonly id: string; readonly inCall: boolean }
): Promise<Renewal> {
  const { store, time } = options;
  const idHash = hashOf(use.id);
  let record: SessionRecord | undefined = found;
  // Another request may change the session between the reading and the writing; then this one looks again.
  for (let round = 0; round < 8 && record !== undefined; round += 1) {
    const now = time.now();
    const over = endingAfterUse(record, now, use.inCall);
    if (over !== undefined) return { ending: over };
    const id = isRotationDue(record, options.policy, idHash, now) ? newSecret() : undefined;
    const next = changed(record, options.policy, { now, idHash, inCall: use.inCall, id });
    if (next === record) return { record };
    if (await store.replaceSession(next)) return { record: next, ...(id === undefined ? {} : { id }) };
    record = await store.sessionByIdHash(found.orgId, idHash);
  }
  return { ending: 'gone' };
}

/** A call that ends after the absolute limit takes its session with it; one that outlasted the idle limit was a use of it. */
function endingAfterUse(record: SessionRecord, now: number, inCall: boolean): EndReason | undefined {
  return endingAt(record, now) ?? (!inCall && now >= record.absoluteEndsAt ? 'expired' : undefined);
}

/**
 * An answer with a new id may be lost on its way. So the id before it stays good until the new one is seen, and whoever still comes
 * with the old one after a while gets another new one.
 */
function isRotationDue(record: SessionRecord, policy: Policy, idHash: string, now: number): boolean {
  if (record.idHash === idHash) return now - record.rotatedAt >= policy.rotateMinutes * 60_000;
  return record.previousEndsAt === undefined && now - record.rotatedAt >= underWay;
}

/** The session after its id was seen in use: the id before it is good for requests under way only. */
export function seenBy(record: SessionRecord, idHash: string, now: number): SessionRecord {
  const isFirst = record.idHash === idHash && record.previousHash !== undefined && record.previousEndsAt === undefined;
  return isFirst ? { ...record, previousEndsAt: now + underWay, version: record.version + 1 } : record;
}

function changed(
  record: SessionRecord,
  policy: Policy,
  use: { readonly now: number; readonly idHash: string; readonly inCall: boolean; readonly id: string | undefined }
): SessionRecord {
  const { now, idHash, inCall, id } = use;
  const isSameUse = now - record.lastActiveAt < oneUse && inCall === record.inCall;
  const marked = seenBy(record, idHash, now);
  if (isSameUse && id === undefined) return marked;
  const terms = termsOf(policy, { issuedAt: record.issuedAt, now, inCall });
  const version = record.version + 1;
  if (id === undefined) return { ...marked, ...terms, version };
  const { previousHash: _hash, previousEndsAt: _ends, ...rest } = record;
  return { ...rest, ...terms, idHash: hashOf(id), previousHash: idHash, rotatedAt: now, version };
}
