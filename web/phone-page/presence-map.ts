import { type PhonePresence } from '../phone/phone';
import { fieldsOf, textOf } from '../shared/session-wire/plain-value';

/** A presence status of Salesforce, as the rep may choose it in Omni-Channel. */
export type HostStatus = {
  readonly statusId: string;
  readonly statusName: string;
  readonly kind: 'available' | 'busy' | 'offline';
};

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

/** The phone's presence for a status of Salesforce: the one of the same or a like name, or else the first of the same kind. */
export function presenceFor(
  status: Pick<HostStatus, 'statusName' | 'kind'>,
  presences: readonly PhonePresence[]
): PhonePresence | undefined {
  const kinds = status.kind === 'busy' ? ['break', 'busy'] : [status.kind];
  const fitting = presences.filter(({ kind }) => kinds.includes(kind));
  return named(fitting, ({ name }) => name, status.statusName);
}

/** The status of Salesforce for the phone's presence, likewise. */
export function statusFor(presence: PhonePresence, statuses: readonly HostStatus[]): HostStatus | undefined {
  const kind = presence.kind === 'break' ? 'busy' : presence.kind;
  const fitting = statuses.filter((status) => status.kind === kind);
  return named(fitting, ({ statusName }) => statusName, presence.name);
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
