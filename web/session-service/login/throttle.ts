import { nameKey } from '../authenticators/users-file';
import { Failure } from '../failure';
import { hashOf } from '../secrets';
import type { SessionStore, ThrottleRule } from '../store/session-store';

const second = 1000;
const day = 86_400_000;

/** After five failures the waits grow from a second to five minutes, whoever makes them. */
export const accountRule: ThrottleRule = {
  waits: [0, 0, 0, 0, ...[1, 2, 4, 8, 16, 32, 60, 120, 300].map((seconds) => seconds * second)],
  forgetAfter: day / 2
};

/** Many reps share an office's address and begin their shift together, so it has fifty failures free, tries under way included. */
export const addressRule: ThrottleRule = {
  waits: [...Array<number>(49).fill(0), ...[1, 2, 4, 8, 16, 32, 60, 120, 300, 900].map((seconds) => seconds * second)],
  forgetAfter: day / 24
};

const deviceLife = 180 * day;
const placeLife = 30 * day;

export type LoginTry = {
  readonly orgId: string;
  readonly username: string;
  readonly address: string;
  /** The secret of a browser that has logged somebody in before. */
  readonly device: string | undefined;
};

export type AdmittedTry = {
  /** The password was right: what was held against the account is forgotten, and the browser and its place are known from now on. */
  readonly succeeded: (device: string) => Promise<void>;
  /** It could not be tried: nothing is held against anybody. */
  readonly undone: () => Promise<void>;
};

/**
 * Counts a login as failed before it is made. A browser or an address from which this user has logged in before has a count of its
 * own, so an attacker elsewhere can make the account's count grow without keeping its owner out. Throws TRY_LATER.
 */
export async function admitLogin(store: SessionStore, now: number, login: LoginTry): Promise<AdmittedTry> {
  const keys = await keysOf(store, now, login);
  const counted: string[] = [];
  for (const { key, rule } of keys) {
    const admission = await store.admit(key, now, rule);
    if (!admission.admitted) {
      for (const other of counted) await store.takeBackFailure(other);
      throw new Failure('TRY_LATER', Math.max(Math.ceil((admission.retryAt - now) / second), 1));
    }
    counted.push(key);
  }
  return {
    undone: async () => {
      for (const key of counted) await store.takeBackFailure(key);
    },
    succeeded: async (device) => {
      // An address has many accounts, and an attacker may own one: its own success must not clear what the address did to others.
      const cleared = keys.map(({ key, isShared }) =>
        isShared ? store.takeBackFailure(key) : store.forgetFailures(key)
      );
      const known = [
        store.keepToken({ kind: 'device', value: '1', now, key: deviceKey(login, device), endsAt: now + deviceLife }),
        store.keepToken({ kind: 'device', value: '1', now, key: placeKey(login), endsAt: now + placeLife })
      ];
      await Promise.all([...cleared, ...known]);
    }
  };
}

type ThrottleKey = { readonly key: string; readonly rule: ThrottleRule; readonly isShared: boolean };

async function keysOf(store: SessionStore, now: number, login: LoginTry): Promise<readonly ThrottleKey[]> {
  const own = (key: string): readonly ThrottleKey[] => [{ key, rule: accountRule, isShared: false }];
  const device = login.device === undefined ? undefined : deviceKey(login, login.device);
  if (device !== undefined && (await store.readToken('device', device, now)) !== undefined) return own(device);
  const place = placeKey(login);
  if ((await store.readToken('device', place, now)) !== undefined) return own(place);
  const address = { key: `address:${networkOf(login.address)}`, rule: addressRule, isShared: true };
  // The address first: while it waits, the names that it asks for leave no trace in the store.
  return [address, ...own(`account:${accountKey(login)}`)];
}

function accountKey({ orgId, username }: LoginTry): string {
  return hashOf(`${orgId}\n${nameKey(username)}`);
}

function deviceKey(login: LoginTry, device: string): string {
  return `device:${accountKey(login)}:${hashOf(device)}`;
}

function placeKey(login: LoginTry): string {
  return `place:${accountKey(login)}:${networkOf(login.address)}`;
}

/** An IPv6 caller has a whole /64 to choose addresses from. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(8 - groups.length - rest.length, 0)).fill('0');
  const first = [...groups, ...zeros, ...rest].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${first.join(':')}::/64`;
}
