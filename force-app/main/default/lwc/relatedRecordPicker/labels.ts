import account from '@salesforce/label/c.RelatedRecordAccounts';
import caseLabel from '@salesforce/label/c.RelatedRecordCases';
import contact from '@salesforce/label/c.RelatedRecordContacts';
import lead from '@salesforce/label/c.RelatedRecordLeads';
import chosen from '@salesforce/label/c.RelatedRecordChosen';
import choose from '@salesforce/label/c.RelatedRecordChoose';
import failed from '@salesforce/label/c.RelatedRecordFailed';
import label from '@salesforce/label/c.RelatedRecordLabel';
import later from '@salesforce/label/c.RelatedRecordLater';
import matches from '@salesforce/label/c.RelatedRecordMatches';
import nothing from '@salesforce/label/c.RelatedRecordNothing';
import oneResult from '@salesforce/label/c.RelatedRecordOneResult';
import placeholder from '@salesforce/label/c.RelatedRecordPlaceholder';
import remove from '@salesforce/label/c.RelatedRecordRemove';
import removed from '@salesforce/label/c.RelatedRecordRemoved';
import results from '@salesforce/label/c.RelatedRecordResults';
import searching from '@salesforce/label/c.RelatedRecordSearching';

/** Every word of the picker. */
export const labels = {
  chosen,
  choose,
  failed,
  label,
  later,
  matches,
  nothing,
  oneResult,
  placeholder,
  remove,
  removed,
  results,
  searching
};

/** What the records of an object are called. */
export const groupLabels: Readonly<Record<string, string>> = {
  Contact: contact,
  Lead: lead,
  Account: account,
  Case: caseLabel
};
