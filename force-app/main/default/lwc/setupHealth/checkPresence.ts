import { ownFields } from 'c/ownFields';
import { doubt, fine, type Evidence } from './finding';
import { rowsOf, textIn } from './row';

/** Who is signed out of Omni-Channel is shown as offline, and there is no record for it. */
const signedOut = 'offline';

/**
 * Whether the org has every presence status that the map names, by what PhoneSettings.presenceMap and
 * SetupHealth.presenceStatuses answered; the statuses are undefined in an org without Omni-Channel.
 */
export function checkPresence(map: unknown, statuses: unknown): readonly Evidence[] {
  if (statuses === undefined) return [fine('presence-off')];
  const rows = rowsOf(ownFields(map));
  if (rows.length === 0) return [fine('presence-none')];
  const known = new Set([signedOut, ...rowsOf(statuses).map((row) => textIn(row, 'DeveloperName').toLowerCase())]);
  const unknown = rows.filter((row) => !known.has(textIn(row, 'PresenceStatus__c').toLowerCase()));
  return [
    ...(unknown.length < rows.length ? [fine('presence-ok', String(rows.length - unknown.length))] : []),
    ...unknown.map((row) =>
      doubt('presence-unknown', textIn(row, 'PhoneState__c'), textIn(row, 'PresenceStatus__c') || '–')
    )
  ];
}

/** True for what an org without Omni-Channel answers to a query for presence statuses. */
export function isWithoutOmniChannel(error: unknown): boolean {
  const body = (error as { body?: { exceptionType?: unknown } } | undefined)?.body;
  return body?.exceptionType === 'System.QueryException';
}
