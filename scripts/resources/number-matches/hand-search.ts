import type { Candidate } from '../../../core/match/candidate';
import { recordsOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';

const id = 'number-matches:by-hand';
/** As the picker of related records asks for. */
const mostVariants = 12;

// Source: SOQL and SOSL Reference, "FIND {SearchQuery}", reserved characters.
const reserved = /[?&|!{}[\]()^~*:\\"'+-]/g;

/** The search that a rep makes by typing the number, as the package's Apex class RelatedRecords makes it. */
export function handSearch(variants: readonly string[]): Extract<Question, { via: 'search' }> | undefined {
  const spellings = variants.filter((variant) => variant.replace(/[^\p{L}\p{N}]/gu, '').length > 1);
  if (spellings.length === 0) return undefined;
  const term = spellings
    .slice(0, mostVariants)
    .map((spelling) => `"${spelling.replace(reserved, '\\$&')}"`)
    .join(' OR ');
  const returning = [
    'Contact(Id, Name, Phone, MobilePhone, Email, AccountId, Account.Name LIMIT 10)',
    'Lead(Id, Name, Company, Phone, MobilePhone, Email WHERE IsConverted = FALSE LIMIT 10)',
    'Account(Id, Name, Phone LIMIT 10)',
    'Case(Id, CaseNumber, Subject, Status, ContactId, Contact.Name LIMIT 10)'
  ].join(', ');
  return { id, via: 'search', sosl: `FIND {${term}} IN ALL FIELDS RETURNING ${returning}` };
}

/** What that search found. */
export function handCandidates(answers: Answers): readonly Candidate[] {
  return recordsOf(answers, id).map((row) => {
    const accountId = textAt(row, 'AccountId');
    return {
      recordId: textAt(row, 'Id') ?? '',
      objectName: textAt(row, 'attributes.type') ?? '',
      name: textAt(row, 'Name') ?? textAt(row, 'CaseNumber') ?? textAt(row, 'Id') ?? '',
      phones: { Phone: textAt(row, 'Phone'), MobilePhone: textAt(row, 'MobilePhone') },
      ...(accountId !== undefined && { accountId })
    };
  });
}
