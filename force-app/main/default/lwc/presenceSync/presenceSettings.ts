import presenceMap from '@salesforce/apex/PhoneSettings.presenceMap';
import presenceStatuses from '@salesforce/apex/PhoneSettings.presenceStatuses';
import { readOrgSettings } from 'c/orgSettings';
import { ownFields } from 'c/ownFields';
import type { PresenceRow } from 'c/presenceCore';

/** A presence status of the org. */
export type OmniStatusRow = { readonly id: string; readonly developerName: string };

/** What an administrator set; undefined where the phone and Omni-Channel are not joined. */
export type PresenceSettings = { readonly rows: readonly PresenceRow[]; readonly statuses: readonly OmniStatusRow[] };

const directions = ['ToSalesforce', 'ToPhone', 'Both'] as const;

/** Reads the map and the statuses; nothing in an org that is not configured, without a map, without Omni-Channel, or without a phone page of ours. */
export async function readPresenceSettings(): Promise<PresenceSettings | undefined> {
  const { isConfigured, popsAndLogs } = await readOrgSettings();
  if (!isConfigured || popsAndLogs === 'vendor') return undefined;
  const rows = listOf(ownFields(await presenceMap())).flatMap((row): PresenceRow[] => {
    const direction = directions.find((each) => each === row.Direction__c) ?? 'Both';
    const [phoneState, presenceStatus] = [textOf(row.PhoneState__c), textOf(row.PresenceStatus__c)];
    return phoneState && presenceStatus ? [{ phoneState, presenceStatus, direction }] : [];
  });
  if (rows.length === 0) return undefined;
  try {
    const statuses = listOf(await presenceStatuses()).map(({ Id, DeveloperName }) => ({
      id: textOf(Id),
      developerName: textOf(DeveloperName)
    }));
    return statuses.length === 0 ? undefined : { rows, statuses };
  } catch (error) {
    if (isWithoutOmniChannel(error)) return undefined;
    throw error;
  }
}

/** An org without Omni-Channel has no such object and refuses the query. */
function isWithoutOmniChannel(error: unknown): boolean {
  const body = (error as { body?: { exceptionType?: unknown } } | undefined)?.body;
  return body?.exceptionType === 'System.QueryException';
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
