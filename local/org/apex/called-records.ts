import { method, type ApexClass } from './apex-method';
import { query } from './user-mode';

/** The twin of CalledRecords. */
export const calledRecords: ApexClass = {
  contact: method('recordId: Id', 'List<Contact>', (context, { recordId }) =>
    query(context, 'SELECT Id, Name, DoNotCall FROM Contact WHERE Id = :recordId', { recordId })
  ),
  lead: method('recordId: Id', 'List<Lead>', (context, { recordId }) =>
    query(context, 'SELECT Id, Name, DoNotCall FROM Lead WHERE Id = :recordId', { recordId })
  ),
  contactOfCase: method('recordId: Id', 'List<Case>', (context, { recordId }) =>
    query(context, 'SELECT Id, CaseNumber, ContactId, Contact.Name, Contact.DoNotCall FROM Case WHERE Id = :recordId', {
      recordId
    })
  ),
  personAccount: method('recordId: Id', 'List<Account>', (context, { recordId }) =>
    query(context, 'SELECT Id, Name, PersonContactId, PersonDoNotCall FROM Account WHERE Id = :recordId', { recordId })
  )
};
