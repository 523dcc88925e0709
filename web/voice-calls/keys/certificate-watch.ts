import type { CallAudit } from '../call-audit';
import type { Clock } from '../clock';
import type { KeyRing, OrgKey } from './key-ring';

const day = 86_400_000;
const warnDays = 30;

/** Whether a certificate ends within 30 days, or has ended. */
export function endsSoon(endsAt: number, now: number): boolean {
  return endsAt - now < warnDays * day;
}

/** Says once a day that the certificate of an org's active key ends soon, or has ended; the result stops it. */
export function watchCertificates(options: {
  readonly rings: ReadonlyMap<string, KeyRing>;
  readonly clock: Clock;
  readonly audit: CallAudit;
}): () => void {
  const { rings, clock, audit } = options;
  let cancel: () => void = () => undefined;
  const look = (): void => {
    const now = clock.now();
    for (const [orgId, ring] of rings) {
      const active = keysOf(ring).find(({ state }) => state === 'active');
      if (active === undefined || !endsSoon(active.endsAt, now)) continue;
      const { keyId, endsAt } = active;
      const event = endsAt <= now ? 'certificate-ended' : 'certificate-ends';
      audit({ event, orgId, keyId, endsAt: new Date(endsAt).toISOString() });
    }
    cancel = clock.after(day, look);
  };
  look();
  return () => cancel();
}

/** A folder that cannot be read right now is said where keys are needed; it must not end the program from a timer. */
function keysOf(ring: KeyRing): readonly OrgKey[] {
  try {
    return ring.list();
  } catch {
    return [];
  }
}
