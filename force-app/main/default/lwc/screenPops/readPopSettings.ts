import screenPopRules from '@salesforce/apex/PhoneSettings.screenPopRules';
import { readOrgWithPops, type OrgSettings, type PopSettings } from 'c/orgSettings';
import { popRules, type ScreenPopRule } from 'c/screenPop';

/** What pops go by. */
export type Settings = OrgSettings & { readonly pops: PopSettings; readonly rules: readonly ScreenPopRule[] };

/** Reads what pops go by; rejects with what Apex rejected with. */
export async function readPopSettings(): Promise<Settings> {
  const [org, rules] = await Promise.all([readOrgWithPops(), screenPopRules()]);
  return { ...org, rules: popRules(rules) };
}

/** Whether our components open records in this org at all. */
export function mayPop({ isConfigured, popsAndLogs }: OrgSettings): boolean {
  return isConfigured && popsAndLogs === 'ringdown';
}
