import { type RecordMatch } from '../interaction/interaction';

/** A record that a search found, with what tells whether another is the same caller. */
export type PopMatch = RecordMatch & {
  /** Contact.AccountId. */
  readonly accountId?: string;
  /** Contact.IsPersonAccount: the contact is the other half of its account. */
  readonly isPersonAccount?: boolean;
};

/**
 * The callers among what was found, each once, in the order in which they were found. A person account is one caller, whichever
 * half was found, and its page is the account's. A company is no caller beside a contact of it with the same number.
 */
export function callersAmong(matches: readonly PopMatch[]): readonly RecordMatch[] {
  const employers = new Set(matches.flatMap((match) => (isPerson(match) ? [] : (match.accountId ?? []))));
  const callers = matches.map(callerOf).filter(({ recordId }) => !employers.has(recordId));
  return [...new Map(callers.map((record) => [record.recordId, record])).values()];
}

function callerOf(match: PopMatch): RecordMatch {
  const { recordId, name, objectName } = match;
  return isPerson(match) ? { recordId: match.accountId, name, objectName: 'Account' } : { recordId, name, objectName };
}

function isPerson(match: PopMatch): match is PopMatch & { readonly accountId: string } {
  return match.isPersonAccount === true && match.accountId !== undefined;
}
