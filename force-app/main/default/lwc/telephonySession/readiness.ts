import me from '@salesforce/apex/Agents.me';
import { readOrgSettings, type OrgSettings } from 'c/orgSettings';
import { findPhoneUtility, utilityName } from 'c/phoneUtility';

/** What Salesforce says about whether the running user can use the phone; undefined where it is not known. */
export type Readiness = {
  /** False until the org has answered or refused for the first time. */
  readonly isChecked: boolean;
  readonly org?: OrgSettings;
  readonly isInCallCenter?: boolean;
  /** What the phone is called in the utility bar of the app that is open; undefined where that has no phone. */
  readonly phoneName?: string;
  /** Why something is not known. */
  readonly errors?: readonly unknown[];
};

/** Asks for everything anew; what the org refuses to say stays as it was known. */
export async function checkReadiness(known: Readiness): Promise<Readiness> {
  const asked = Promise.allSettled([me(), readOrgSettings()]);
  const phone = await findPhoneUtility();
  const [agents, org] = await asked;
  const failed = [agents, org].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  return {
    isChecked: true,
    org: org.status === 'fulfilled' ? org.value : known.org,
    isInCallCenter: agents.status === 'fulfilled' ? isInCallCenter(agents.value) : known.isInCallCenter,
    phoneName: phone && utilityName(phone),
    errors: failed.length > 0 ? failed : undefined
  };
}

/** Whether the running user is in a call center, by what Agents.me answered; undefined when it answered nothing. */
export function isInCallCenter(answer: unknown): boolean | undefined {
  const [user] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
  if (typeof user !== 'object' || user === null) return undefined;
  return typeof (user as { CallCenterId?: unknown }).CallCenterId === 'string';
}
