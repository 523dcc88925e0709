import { X509Certificate } from 'node:crypto';

/** A key pair on the phone side as this side may know it: never its private half. */
export type TelephonyKey = {
  readonly keyId: string;
  /** PEM, without white space at its ends. */
  readonly certificate: string;
  /** `pending` until the org has its certificate; `retired` was active before. */
  readonly state: 'pending' | 'active' | 'retired';
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601; absent while it waits. */
  readonly activatedAt?: string | undefined;
};

/** When a certificate ends, in milliseconds since 1970; undefined when it is none. */
export function certificateEnd(certificate: string): number | undefined {
  try {
    return Date.parse(new X509Certificate(certificate).validTo);
  } catch {
    return undefined; // what is no certificate is said where it is read
  }
}

/**
 * Retired keys that nothing signs with: all but the one that was active last, which a change of keys that is under way may still
 * need. Only where the org shows the certificate of the active key: one that knows another may know that of any of them.
 */
export function outlivedKeys(keys: readonly TelephonyKey[], held: string | undefined): readonly TelephonyKey[] {
  const isHeld = keys.some(({ state, certificate }) => state === 'active' && certificate === held);
  const since = ({ activatedAt, createdAt }: TelephonyKey): string => activatedAt ?? createdAt;
  const retired = keys.filter(({ state }) => state === 'retired');
  return isHeld ? retired.sort((one, other) => (since(one) < since(other) ? 1 : -1)).slice(1) : [];
}

/**
 * The key that the org is to know: the newest one that waits since the active one was made, so that an interrupted change is
 * taken up and never begun twice; else the active one. One whose certificate has ended is as good as none.
 */
export function keyInForce(keys: readonly TelephonyKey[], now: number): TelephonyKey | undefined {
  const alive = keys.filter(({ certificate }) => (certificateEnd(certificate) ?? 0) > now);
  const active = alive.find(({ state }) => state === 'active');
  const waiting = alive
    .filter(({ state, createdAt }) => state === 'pending' && (active === undefined || createdAt > active.createdAt))
    .sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  return waiting[0] ?? active;
}
