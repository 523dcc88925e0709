import { type PopTarget } from '../../core/phone-message/session';
import { type ScreenPop } from './open-cti';

/** A page of Salesforce as Open CTI shows it. */
export function screenPopOf(target: PopTarget): ScreenPop {
  switch (target.kind) {
    case 'record':
      return { type: 'SOBJECT', params: { recordId: target.recordId } };
    case 'new-record':
      return { type: 'NEW_RECORD_MODAL', params: { entityName: target.objectName, defaultFieldValues: target.fields } };
    case 'search':
      return { type: 'SEARCH', params: { searchString: target.term } };
    default:
      return target satisfies never;
  }
}
