import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import type { PageReference } from 'lightning/navigation';
import type { ScreenPopDecision } from './decision';

/** The page that a decision leads to; undefined for nothing, and for a chooser, where the rep says which. */
export function popPage(decision: ScreenPopDecision): PageReference | undefined {
  switch (decision.kind) {
    case 'open': {
      const { recordId, objectName } = decision.record;
      return {
        type: 'standard__recordPage',
        attributes: { recordId, objectApiName: objectName, actionName: 'view' }
      };
    }
    case 'new-record':
      return {
        type: 'standard__objectPage',
        attributes: { objectApiName: decision.objectName, actionName: 'new' },
        state: { defaultFieldValues: encodeDefaultFieldValues(decision.fields) }
      };
    case 'search':
      return { type: 'standard__search', attributes: {}, state: { term: decision.term } };
    default:
      return undefined;
  }
}
