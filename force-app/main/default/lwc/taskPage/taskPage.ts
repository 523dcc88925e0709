import type { PageReference } from 'lightning/navigation';

/** The page of a Task. */
export function taskPage(recordId: string, actionName: 'view' | 'edit' = 'view'): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName: 'Task', actionName } };
}
