import contact from '@salesforce/apex/CalledRecords.contact';
import contactOfCase from '@salesforce/apex/CalledRecords.contactOfCase';
import lead from '@salesforce/apex/CalledRecords.lead';
import personAccount from '@salesforce/apex/CalledRecords.personAccount';
import type { Interaction } from 'c/phoneBridge';

/** What is said of a number that somebody wants to dial. */
export type DialVerdict =
  | { readonly kind: 'allowed' }
  /** Its owner wants no calls. */
  | { readonly kind: 'refused'; readonly name: string }
  /** Nobody knows, since the org did not answer: the rep decides. */
  | { readonly kind: 'unchecked' };

type RecordMatch = NonNullable<Interaction['match']>[number];

type Fields = Readonly<Record<string, unknown>>;

/** By the key prefix that records of an object have in every org (Salesforce, standard object key prefixes). */
const questions: Readonly<Record<string, typeof contact>> = {
  '001': personAccount,
  '003': contact,
  '00Q': lead,
  '500': contactOfCase
};

const objects: Readonly<Record<string, string>> = { '001': 'Account', '003': 'Contact', '00Q': 'Lead' };

/** Milliseconds: the page of the phone waits two seconds for an answer. */
const patience = 1_800;

/** Whether a number of a record may be dialled, as far as the record says and the rep may see; within two seconds. */
export async function judgeDial(recordId: string | undefined): Promise<DialVerdict> {
  const ask = questions[recordId?.slice(0, 3) ?? ''];
  if (!ask) return { kind: 'allowed' };
  try {
    return verdictOf(await inTime(ask({ recordId })));
  } catch (failure) {
    // A field that the rep may not see, or that an org without person accounts has not: then nothing is known of it.
    return isClosed(failure) ? { kind: 'allowed' } : { kind: 'unchecked' };
  }
}

/**
 * What a call is about whose number was clicked on a record: of a case, its contact too. By name, as far as the rep may see it;
 * nothing of a record of another kind, or one that is gone.
 */
export async function calledRecords(recordId: string): Promise<readonly RecordMatch[]> {
  const ask = questions[recordId.slice(0, 3)];
  if (!ask) return [];
  const [row] = await inTime(ask({ recordId })).then(rowsOf, () => []);
  if (row === undefined) return [];
  const { Name, CaseNumber, ContactId } = row;
  if (typeof CaseNumber !== 'string')
    return [{ recordId, name: String(Name ?? ''), objectName: objects[recordId.slice(0, 3)] ?? '' }];
  const ofCase = { recordId, name: CaseNumber, objectName: 'Case' };
  if (typeof ContactId !== 'string') return [ofCase];
  return [{ recordId: ContactId, name: String(fieldsOf(row.Contact).Name ?? ''), objectName: 'Contact' }, ofCase];
}

function verdictOf(answer: unknown): DialVerdict {
  const [row = {}] = rowsOf(answer);
  const person = row.Contact === undefined ? row : fieldsOf(row.Contact);
  const isRefused = person.DoNotCall === true || person.PersonDoNotCall === true;
  return isRefused ? { kind: 'refused', name: String(person.Name ?? '') } : { kind: 'allowed' };
}

function rowsOf(answer: unknown): readonly Fields[] {
  return Array.isArray(answer) ? (answer as readonly unknown[]).map(fieldsOf) : [];
}

function isClosed(failure: unknown): boolean {
  return fieldsOf(fieldsOf(failure).body).exceptionType === 'System.QueryException';
}

function inTime(answer: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the deadline of one answer
    const timer = setTimeout(() => reject(new Error(`No answer within ${patience} milliseconds.`)), patience);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
