import { type Presence } from '../phone-message/session';

/** One row of the map: a state of the phone system, by kind or own name, and a presence status by developer name. */
export type PresenceRow = {
  readonly phoneState: string;
  readonly presenceStatus: string;
  readonly direction: 'ToSalesforce' | 'ToPhone' | 'Both';
};

/** What counts of a phone's presence here. */
export type PhoneState = Pick<Presence, 'status' | 'statusName'>;

/** Stands for being logged out of Omni-Channel, for which Salesforce has no record. */
export const loggedOut = 'Offline';

/** The presence status for what the phone says; a row with its own name counts before one with its kind. */
export function statusFor(phone: PhoneState, rows: readonly PresenceRow[]): string | undefined {
  const fitting = rows.filter(({ direction }) => direction !== 'ToPhone');
  const named = fitting.find(({ phoneState }) => isSame(phoneState, phone.statusName));
  return (named ?? fitting.find(({ phoneState }) => isSame(phoneState, phone.status)))?.presenceStatus;
}

/** The state of the phone for a presence status, as the map writes it. */
export function phoneStateFor(status: string, rows: readonly PresenceRow[]): string | undefined {
  const fitting = rows.filter(({ direction }) => direction !== 'ToSalesforce');
  return fitting.find(({ presenceStatus }) => isSame(presenceStatus, status))?.phoneState;
}

/** Whether the two say the same already, read from either side: several names may stand for one. */
export function agrees(phone: PhoneState, status: string, rows: readonly PresenceRow[]): boolean {
  const wanted = statusFor(phone, rows);
  if (wanted !== undefined && isSame(wanted, status)) return true;
  const state = phoneStateFor(status, rows);
  if (state === undefined) return false;
  // A state may be called as a kind is: what has a row of its own name is not meant by its kind.
  const isNamed = rows.some(({ phoneState }) => isSame(phoneState, phone.statusName));
  return isSame(state, phone.statusName) || (!isNamed && isSame(state, phone.status));
}

/** Developer names and states are compared as people write them. */
export function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
