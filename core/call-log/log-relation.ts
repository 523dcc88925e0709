import { type RecordMatch } from '../interaction/interaction';
import { type WrapUp } from './call-log';

/** What a log is about, by the records that belong to it: a person and a thing at most. */
export function relationOf(records: readonly RecordMatch[]): Pick<WrapUp, 'whoId' | 'whatId'> {
  const person = records.find(({ recordId }) => isPerson(recordId));
  const thing = records.find(({ recordId }) => !isPerson(recordId));
  return { ...(person ? { whoId: person.recordId } : {}), ...(thing ? { whatId: thing.recordId } : {}) };
}

/** The name of whom or what a log is about, the person's before that of a thing. */
export function nameOfRelated(records: readonly RecordMatch[]): string | undefined {
  return (records.find(({ recordId }) => isPerson(recordId)) ?? records[0])?.name;
}

/** Contacts and leads go to WhoId. Their ids begin so in every org (Salesforce, standard object key prefixes). */
export function isPerson(recordId: string): boolean {
  return /^(003|00Q)/.test(recordId);
}

/** Accounts have this key prefix in every org (Salesforce, standard object key prefixes). */
export function isAccount(recordId: string): boolean {
  return recordId.startsWith('001');
}
