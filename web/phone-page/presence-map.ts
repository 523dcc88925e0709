import {
  isSame,
  loggedOut,
  phoneStateFor,
  statusFor as mappedStatus,
  type PresenceRow
} from '../../core/presence/presence-map';
import { type PhonePresence } from '../phone/phone';
import { fieldsOf, textOf } from '../shared/session-wire/plain-value';

/** A presence status of Salesforce, as the rep may choose it in Omni-Channel. */
export type HostStatus = {
  readonly statusId: string;
  readonly statusName: string;
  /** Developer name, once Salesforce has said it: `userPresenceStatuses` has the label alone. */
  readonly apiName?: string;
  readonly kind: 'available' | 'busy' | 'offline';
};

/** What the other side is to become: `stays` where the map says so, `missing` where the map, or nothing else, has a name for it. */
export type Follower<Item> =
  | { readonly is: 'found'; readonly item: Item }
  | { readonly is: 'stays' }
  | { readonly is: 'missing'; readonly mapped?: string };

/** Id of Offline, which is no record (guide, "Two-Way Rep Status Syncing"). */
export const offlineId = '0';

/** The statuses in `userPresenceStatuses`, JSON text of a map by id with booleans as text. */
export function readStatuses(text: string | undefined): readonly HostStatus[] {
  const map = fieldsOf(jsonOf(text ?? ''));
  return Object.entries(map ?? {}).flatMap(([id, value]): HostStatus[] => {
    const fields = fieldsOf(value);
    const [statusName, statusId] = [textOf(fields?.statusName), textOf(fields?.statusId) ?? id];
    if (statusName === undefined) return [];
    const isOffline = isTrue(fields?.isOffline) || statusId === offlineId;
    return [{ statusId, statusName, kind: isOffline ? 'offline' : isTrue(fields?.hasChannels) ? 'available' : 'busy' }];
  });
}

/**
 * The phone's presence for a status of Salesforce: by the rows that name it, and where none does, the one of the same or a like
 * name, or else the first of the same kind.
 */
export function presenceFor(
  status: Pick<HostStatus, 'statusName' | 'apiName' | 'kind'>,
  presences: readonly PhonePresence[],
  rows: readonly PresenceRow[] = []
): Follower<PhonePresence> {
  const own = rows.filter(({ presenceStatus }) => isNamed(status, presenceStatus));
  if (own.length > 0) {
    const state = phoneStateFor(own[0]!.presenceStatus, own);
    if (state === undefined) return { is: 'stays' };
    return found(
      presences.find(({ name }) => isSame(name, state)) ?? presences.find(({ kind }) => isSame(kind, state)),
      state
    );
  }
  const kinds = status.kind === 'busy' ? ['break', 'busy'] : [status.kind];
  const fitting = presences.filter(({ kind }) => kinds.includes(kind));
  return found(named(fitting, ({ name }) => name, status.statusName));
}

/** The status of Salesforce for the phone's presence, likewise. */
export function statusFor(
  presence: PhonePresence,
  statuses: readonly HostStatus[],
  rows: readonly PresenceRow[] = []
): Follower<HostStatus> {
  const { kind, name } = presence;
  if (rows.some(({ phoneState }) => isSame(phoneState, name) || isSame(phoneState, kind))) {
    const mapped = mappedStatus({ status: kind, statusName: name }, rows);
    if (mapped === undefined) return { is: 'stays' };
    return found(
      statuses.find((status) => isNamed(status, mapped)),
      mapped
    );
  }
  const wanted = kind === 'break' ? 'busy' : kind;
  const fitting = statuses.filter((status) => status.kind === wanted);
  return found(named(fitting, ({ statusName }) => statusName, name));
}

function found<Item>(item: Item | undefined, mapped?: string): Follower<Item> {
  if (item !== undefined) return { is: 'found', item };
  return { is: 'missing', ...(mapped === undefined ? {} : { mapped }) };
}

/** A developer name says what the label says, without blanks and signs, until Salesforce has said which it is. */
function isNamed(
  { statusName, apiName, kind }: Pick<HostStatus, 'statusName' | 'apiName' | 'kind'>,
  name: string
): boolean {
  if (apiName !== undefined) return isSame(apiName, name);
  if (kind === 'offline' && isSame(name, loggedOut)) return true;
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(statusName) === plain(name) && plain(name) !== '';
}

/** Break is On Break, more than any other: a name counts that is the whole of the other, then one that is a part of it. */
function named<Item>(items: readonly Item[], nameOf: (item: Item) => string, wanted: string): Item | undefined {
  const plain = (name: string): string => name.trim().toLowerCase();
  const isPart = (one: string, other: string): boolean => one !== '' && ` ${other} `.includes(` ${one} `);
  const isLike = (item: Item): boolean =>
    isPart(plain(nameOf(item)), plain(wanted)) || isPart(plain(wanted), plain(nameOf(item)));
  return items.find((item) => plain(nameOf(item)) === plain(wanted)) ?? items.find(isLike) ?? items[0];
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
