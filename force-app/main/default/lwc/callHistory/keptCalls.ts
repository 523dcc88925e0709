import objects from '@salesforce/apex/KeptCalls.objects';
import keptOfCases from '@salesforce/apex/KeptCalls.ofCases';
import keptOfRecord from '@salesforce/apex/KeptCalls.ofRecord';
import type { HistorySource, Question } from './historyPage';
import { labels } from './labels';
import { rowsOf, text, type HistoryRow, type RecordedCall, type SObjectRecord, type ValueNames } from './historyRow';

/**
 * What Salesforce calls the kinds of a call, by the direction that they have for a rep: a transfer and a callback come in, for their
 * number is that of the rep (Object Reference, ToPhoneNumber of a call). A coach listens in, and a bridge joins two calls.
 */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  Inbound: ['Inbound', 'Transfer', 'Callback'],
  Outbound: ['Outbound'],
  Internal: ['Internal', 'InternalCall', 'Consult', 'Coach', 'Bridge']
};
/** How ids of contacts, and of the calls that Salesforce keeps, begin in every org. Source: Salesforce, standard object key prefixes. */
const contacts = '003';
const calls = '0LQ';

/** Once for all histories of a page: nothing of it changes while the page lives. */
let known: Promise<boolean> | undefined;

/** The calls that Salesforce itself keeps of a record: none in an org without Voice, and for who may not see such calls. */
export const keptCalls: HistorySource = async (question, page, names) => {
  const { recordId, channel } = question;
  if (channel !== '' && channel !== 'Phone') return [];
  return rows(() => keptOfRecord({ recordId, otherTypes: otherTypes(question), ...page }), names);
};

/** The same of the cases of a contact: a call that is about both is kept with its case alone. */
export const keptCallsOfCases: HistorySource = async (question, page, names) => {
  const { recordId, channel } = question;
  if (!recordId.startsWith(contacts) || (channel !== '' && channel !== 'Phone')) return [];
  return rows(() => keptOfCases({ contactId: recordId, otherTypes: otherTypes(question), ...page }), names);
};

async function rows(ask: () => Promise<unknown>, names: ValueNames): Promise<readonly HistoryRow[]> {
  if (!(await areKept())) return [];
  try {
    return rowsOf(await ask(), callOfKept, names);
  } catch (failure) {
    if (!isUnknownHere(failure)) throw failure;
    known = Promise.resolve(false);
    return [];
  }
}

/** Asked before the calls themselves, for a question about an object that is not there would be refused each time. */
async function areKept(): Promise<boolean> {
  known ??= objects({ keyPrefix: calls }).then((found) => Array.isArray(found) && found.length > 0);
  try {
    return await known;
  } catch (failure) {
    known = undefined;
    throw failure;
  }
}

/** Without the package for Voice the calls have none of its fields. The platform names no code for what is not there or not to be seen. */
function isUnknownHere(failure: unknown): boolean {
  const { body } = (failure ?? {}) as { readonly body?: unknown };
  const { exceptionType, message } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const isQuery = typeof exceptionType === 'string' && exceptionType.endsWith('QueryException');
  return isQuery && /is not supported|no such column|didn't understand relationship/i.test(String(message));
}

function otherTypes({ direction }: Question): readonly string[] {
  if (direction === '') return [];
  return Object.entries(typesOf).flatMap(([each, types]) => (each === direction ? [] : types));
}

function callOfKept(call: SObjectRecord): RecordedCall {
  const type = text(call, 'CallType');
  const direction = Object.entries(typesOf).find(([, types]) => types.includes(type))?.[0] ?? type;
  return {
    id: text(call, 'Id'),
    isTask: false,
    // An auto number, of calls from API version 60 on [Object Reference].
    subject: text(call, 'Name') || labels.untitled,
    at: text(call, 'CallStartDateTime'),
    channel: 'Phone',
    direction,
    result: text(call, 'Result__c'),
    outcome: text(call, 'Outcome__c'),
    number: direction === 'Outbound' ? text(call, 'ToPhoneNumber') : text(call, 'FromPhoneNumber'),
    person: '',
    personId: '',
    owner: text(call, 'User.Name') || text(call, 'Owner.Name'),
    seconds: call.CallDurationInSeconds,
    recording: text(call, 'RecordingUrl__c'),
    transcript: text(call, 'TranscriptUrl__c')
  };
}
