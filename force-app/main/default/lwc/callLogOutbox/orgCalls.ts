import agentsMe from '@salesforce/apex/Agents.me';
import findCallLogs from '@salesforce/apex/CallLogs.find';
import keptBySalesforce from '@salesforce/apex/CallLogs.keptBySalesforce';
import saveCallLogs from '@salesforce/apex/CallLogs.save';
import personAccount from '@salesforce/apex/CalledRecords.personAccount';
import removePartsAfter from '@salesforce/apex/CallLogParts.removeAfter';
import saveCallLogParts from '@salesforce/apex/CallLogParts.save';
import { updateRecord } from 'lightning/uiRecordApi';
import type { Clock } from 'c/callLogCore';
import { within } from './clock';
import { NoAnswerError, sendProblem } from './sendProblem';

/** An answer that takes longer than Apex may run is none. */
const answerDeadline = 150_000;

/** A record as an LWC sends it to Apex and gets it back: field names to values. */
export type SObjectRecord = Readonly<Record<string, unknown>>;

/** A record that is there, by its id, with the fields that are to change. */
export type KeptFields = SObjectRecord & { readonly Id: string };

/** What the outbox asks of the org. Each may be asked twice and ends the same. */
export type OrgCalls = {
  /** The id of the user that the org takes this page for. */
  readonly userId: () => Promise<string>;
  readonly find: (callKeys: readonly string[]) => Promise<readonly SObjectRecord[]>;
  readonly saveLog: (log: SObjectRecord) => Promise<SObjectRecord>;
  readonly saveParts: (parts: readonly SObjectRecord[]) => Promise<readonly SObjectRecord[]>;
  readonly removePartsAfter: (callKey: string, lastPart: number) => Promise<void>;
  /** The records that Salesforce itself keeps of the call with this key of the phone system, the newest first. */
  readonly findKept: (vendorCallKey: string) => Promise<readonly SObjectRecord[]>;
  /** Fills fields of a record in that Salesforce keeps; what is not named stays. */
  readonly fillKept: (fields: KeptFields) => Promise<void>;
  /** The contact that a person account is; undefined for a company, and in an org without person accounts. */
  readonly personContact: (accountId: string) => Promise<string | undefined>;
};

let hasPersonAccounts = true;

/** The org, by Apex. Nothing is asked of a wire: the answer must be the org's own, never a cached one. */
export const apexCalls: OrgCalls = {
  userId: async () => String(firstOf(await agentsMe()).Id),
  find: async (callKeys) => listOf(await findCallLogs({ callKeys })),
  saveLog: async (log) => firstOf(await saveCallLogs({ logs: [log] })),
  saveParts: async (parts) => listOf(await saveCallLogParts({ parts })),
  removePartsAfter: async (callKey, lastPart) => {
    await removePartsAfter({ callKey, lastPart });
  },
  findKept: async (vendorCallKey) => listOf(await keptBySalesforce({ vendorCallKey })),
  // By Lightning Data Service, which Salesforce documents for just these fields of a VoiceCall, and which shows them on open pages.
  fillKept: async (fields) => {
    await updateRecord({ fields });
  },
  personContact: async (accountId) => {
    if (!hasPersonAccounts) return undefined;
    try {
      const { PersonContactId } = firstOf(await personAccount({ recordId: accountId }));
      return typeof PersonContactId === 'string' ? PersonContactId : undefined;
    } catch (failure) {
      if (sendProblem(failure).kind !== 'refused') throw failure;
      // The org knows no such field, or the rep may not see it: then accounts are what logs are about, while the page lives.
      hasPersonAccounts = false;
      return undefined;
    }
  }
};

/** The same calls, each of which rejects when no answer comes in time: a long text takes many, each of which may take long. */
export function inTime(calls: OrgCalls, clock: Clock): OrgCalls {
  const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    within(clock, answerDeadline, answer, () => new NoAnswerError('No answer came.'));
  return {
    userId: () => answered(calls.userId()),
    find: (callKeys) => answered(calls.find(callKeys)),
    saveLog: (log) => answered(calls.saveLog(log)),
    saveParts: (parts) => answered(calls.saveParts(parts)),
    removePartsAfter: (callKey, lastPart) => answered(calls.removePartsAfter(callKey, lastPart)),
    findKept: (vendorCallKey) => answered(calls.findKept(vendorCallKey)),
    fillKept: (fields) => answered(calls.fillKept(fields)),
    personContact: (accountId) => answered(calls.personContact(accountId))
  };
}

function listOf(answer: unknown): readonly SObjectRecord[] {
  return Array.isArray(answer) ? (answer as readonly SObjectRecord[]) : [];
}

function firstOf(answer: unknown): SObjectRecord {
  return listOf(answer)[0] ?? {};
}
