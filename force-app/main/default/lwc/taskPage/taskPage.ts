import type { PageReference } from 'lightning/navigation';

/** The page of a record whose object is told by its id. */
export function recordPage(recordId: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}

/** The page of a Task. */
export function taskPage(recordId: string, actionName: 'view' | 'edit' = 'view'): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName: 'Task', actionName } };
}
