import type { Audit } from '../audit/audit-log';
import {
  authenticatorsOf,
  type Authenticators,
  type Identity,
  type PasswordAuthenticator
} from '../authenticators/authenticator';
import { Failure } from '../failure';
import type { SessionStore } from '../store/session-store';
import type { ServiceTime } from '../time/service-time';
import type { Attempt } from './attempts';
import { admitLogin } from './throttle';

export type ProveOptions = {
  readonly store: SessionStore;
  readonly time: ServiceTime;
  readonly audit: Audit;
  readonly authenticators: Authenticators;
};

type Claim = { readonly attempt: Attempt; readonly username: string; readonly password: string };
type Place = { readonly address: string; readonly device: string | undefined };

/**
 * Who has this name and password; every try is counted before it is made. A browser that was right is known by `newDevice` where it
 * had no secret yet. Throws LOGIN_FAILED, TRY_LATER, and what the check itself throws.
 */
export async function provePassword(
  { store, time, audit, authenticators }: ProveOptions,
  { attempt, username, password }: Claim,
  { address, device }: Place,
  newDevice: string
): Promise<Identity> {
  const { orgId, userName } = attempt;
  const said = { orgId, userName, address, method: 'password' } as const;
  const admitted = await admitLogin(store, time.now(), { orgId, username, address, device }).catch((error: unknown) => {
    if (error instanceof Failure) audit({ event: 'login-throttled', ...said });
    throw error;
  });
  const identity = await passwordOf(authenticators, orgId)
    .verify({ orgId, userName, username, password })
    .catch(async (error: unknown) => {
      await admitted.undone();
      audit({ event: 'login-busy', ...said });
      throw error;
    });
  if (identity === undefined) {
    audit({ event: 'login-failed', ...said });
    throw new Failure('LOGIN_FAILED');
  }
  await admitted.succeeded(device ?? newDevice);
  return identity;
}

function passwordOf(authenticators: Authenticators, orgId: string): PasswordAuthenticator {
  const found = authenticatorsOf(authenticators, orgId).find((each) => each.kind === 'password');
  if (found === undefined) throw new Failure('LOGIN_FAILED');
  return found;
}
