import { method, type ApexClass } from './apex-method';
import { search } from './user-mode';

/** The twin of RelatedRecords. */
export const relatedRecords: ApexClass = {
  search: method('term: String', 'List<List<SObject>>', (context, { term }) =>
    search(
      context,
      `FIND {} IN ALL FIELDS RETURNING
         Contact(Id, Name, Phone, MobilePhone, Email, AccountId, Account.Name LIMIT 10),
         Lead(Id, Name, Company, Phone, MobilePhone, Email WHERE IsConverted = FALSE LIMIT 10),
         Account(Id, Name, Phone LIMIT 10),
         Case(Id, CaseNumber, Subject, Status, ContactId, Contact.Name LIMIT 10)`,
      typeof term === 'string' ? term : ''
    )
  )
};
