import type { ResolvedConfig } from '../../config/resolved-config';
import { isSameId } from '../is-same-id';
import { namespaced } from '../namespaced';
import { textAt } from '../org-record';
import type { OrgRecord } from '../question';
import type { Finding } from '../resource';

/** The fields of our custom setting of reps: `on`, `off`, or empty where the profile's row decides, then the org's. */
export const repFields = ['AutoLogin__c', 'MessageSound__c', 'RingSound__c'] as const;

/** What the org's row says; every field of it has a word, so that whoever chose nothing has something to follow. */
export function wantedReps({ reps }: ResolvedConfig): Readonly<Partial<Record<(typeof repFields)[number], string>>> {
  if (reps === undefined) return {};
  return {
    AutoLogin__c: switchWord(reps.autoLogin),
    MessageSound__c: switchWord(reps.messageSound),
    RingSound__c: switchWord(reps.ringSound)
  };
}

const switchWord = (isOn: boolean): 'on' | 'off' => (isOn ? 'on' : 'off');

/** Rows of reps and profiles in which somebody wrote neither on nor off. The org's own row is compared and mended. */
export function unclearReps(rows: readonly OrgRecord[], orgId: string, namespace: string): readonly Finding[] {
  const unclear = rows
    .filter((row) => !isSameId(textAt(row, 'SetupOwnerId'), orgId))
    .flatMap((row) =>
      repFields
        .map((field) => [field, textAt(row, namespaced(namespace, field)) ?? ''] as const)
        .filter(([, text]) => !['', 'on', 'off'].includes(text.trim().toLowerCase()))
        .map(([field, text]) => `${field} of ${textAt(row, 'SetupOwnerId') ?? ''} is "${text}"`)
    );
  if (unclear.length === 0) return [];
  const more = unclear.length > shown ? `, and ${unclear.length - shown} more` : '';
  return [
    {
      code: 'REP_PREFERENCE_UNCLEAR',
      severity: 'warning',
      message: `Preferences of reps are neither on nor off, and count as empty: ${unclear.slice(0, shown).join(', ')}${more}.`,
      fix: `In Setup, Custom Settings, ${namespaced(namespace, 'RepPreference__c')}, Manage: write on or off, or leave the field empty.`
    }
  ];
}

const shown = 10;
