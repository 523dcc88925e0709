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

/** The phone's presence for a status of Salesforce: the one of the same name, or else the first of the same kind. */
export function presenceFor(
  status: Pick<HostStatus, 'statusName' | 'kind'>,
  presences: readonly PhonePresence[]
): PhonePresence | undefined {
  const kinds = status.kind === 'busy' ? ['break', 'busy'] : [status.kind];
  const fitting = presences.filter(({ kind }) => kinds.includes(kind));
  return fitting.find(({ name }) => isSameName(name, status.statusName)) ?? fitting[0];
}

/** The status of Salesforce for the phone's presence, likewise. */
export function statusFor(presence: PhonePresence, statuses: readonly HostStatus[]): HostStatus | undefined {
  const kind = presence.kind === 'break' ? 'busy' : presence.kind;
  const fitting = statuses.filter((status) => status.kind === kind);
  return fitting.find(({ statusName }) => isSameName(statusName, presence.name)) ?? fitting[0];
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
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
