import { randomUUID } from 'node:crypto';
import type { CallAudit } from '../call-audit';
import type { Clock } from '../clock';
import type { VoiceOrg } from '../voice-org';
import { openKeyFiles, type KeptKey } from './key-files';
import { makeKeyPair } from './key-pair';

/** A new one waits until the contact center has its certificate; the active one signs; a retired one was active before. */
export type KeyState = 'pending' | 'active' | 'retired';

export type OrgKey = KeptKey & { readonly state: KeyState; readonly activatedAt?: string };

export type KeyRefusal = 'NOT_FOUND' | 'KEY_ACTIVE' | 'KEY_ENDED' | 'TOO_MANY_KEYS';

/** The key pairs of one org. */
export type KeyRing = {
  /** Newest first. */
  readonly list: () => readonly OrgKey[];
  readonly create: () => Promise<OrgKey | KeyRefusal>;
  readonly activate: (keyId: string) => OrgKey | KeyRefusal;
  /** True when it was there. */
  readonly remove: (keyId: string) => boolean | KeyRefusal;
  /** Those that may sign: the active one, then the pending ones, then the retired ones, each the newest first. */
  readonly signers: () => readonly OrgKey[];
};

/** A rotation needs two; more are left from rotations that nobody finished. */
const mostKeys = 6;
const rereadAfter = 1000;
const rank: Readonly<Record<KeyState, number>> = { active: 0, pending: 1, retired: 2 };

export function openKeyRing(options: {
  readonly org: VoiceOrg;
  readonly keysFolder: string;
  readonly clock: Clock;
  readonly audit: CallAudit;
}): KeyRing {
  const { org, clock, audit } = options;
  const { orgId } = org;
  const files = openKeyFiles(options.keysFolder, orgId, clock.now(), audit);
  let making = 0;
  let lately: { readonly keys: readonly OrgKey[]; readonly readAt: number } | undefined;

  const read = (): readonly OrgKey[] => {
    const activations = files.activations();
    const keys = files.keys();
    const active = activations.findLast(({ keyId }) => keys.some((key) => key.keyId === keyId));
    return keys
      .map((key): OrgKey => {
        const activatedAt = activations.findLast(({ keyId }) => keyId === key.keyId)?.at;
        if (activatedAt === undefined) return { ...key, state: 'pending' };
        return { ...key, state: key.keyId === active?.keyId ? 'active' : 'retired', activatedAt };
      })
      .sort((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
  };
  /** Another node may change the files, but not at every request. */
  const list = (): readonly OrgKey[] => {
    const now = clock.now();
    if (lately === undefined || Math.abs(now - lately.readAt) > rereadAfter) lately = { keys: read(), readAt: now };
    return lately.keys;
  };
  const changed = (): void => {
    lately = undefined;
  };
  const find = (keyId: string): OrgKey | undefined => list().find((key) => key.keyId === keyId);

  return {
    list,
    create: async () => {
      changed();
      if (list().length + making >= mostKeys) return 'TOO_MANY_KEYS';
      making += 1;
      try {
        const now = clock.now();
        const pair = await makeKeyPair(org.callCenter, now);
        const keyId = randomUUID();
        files.add({ keyId, createdAt: new Date(now).toISOString(), ...pair });
        changed();
        audit({ event: 'key-created', orgId, keyId, by: 'admin' });
        return find(keyId) ?? 'NOT_FOUND';
      } finally {
        making -= 1;
      }
    },
    activate: (keyId) => {
      changed();
      const key = find(keyId);
      if (key === undefined) return 'NOT_FOUND';
      if (key.state === 'active') return key;
      if (key.endsAt <= clock.now()) return 'KEY_ENDED';
      const others = files.activations().filter((each) => each.keyId !== keyId);
      files.setActivations([...others, { keyId, at: new Date(clock.now()).toISOString() }]);
      changed();
      audit({ event: 'key-activated', orgId, keyId, by: 'admin' });
      return find(keyId) ?? 'NOT_FOUND';
    },
    remove: (keyId) => {
      changed();
      if (find(keyId)?.state === 'active') return 'KEY_ACTIVE';
      const wasThere = files.remove(keyId);
      changed();
      if (wasThere) audit({ event: 'key-deleted', orgId, keyId, by: 'admin' });
      return wasThere;
    },
    signers: () =>
      list()
        .filter(({ endsAt }) => endsAt > clock.now())
        .sort((one, other) => rank[one.state] - rank[other.state])
  };
}
