import { askOrg } from '../org-request';
import { wireAdapter } from '../wire-adapter';

type Provided = { readonly data?: unknown; readonly error?: unknown };
type Named = string | { readonly objectApiName: string; readonly fieldApiName?: string };

const nameOf = (named: Named): string => (typeof named === 'string' ? named : named.objectApiName);

const answers = (path: string, emit: (provided: Provided) => void): void =>
  void askOrg('GET', `/services/data/v67.0/ui-api/${path}`).then(
    (data) => emit({ data, error: undefined }),
    (error: unknown) => emit({ data: undefined, error })
  );

/** Names and access of an sObject and its fields. */
export const getObjectInfo = wireAdapter<{ readonly objectApiName: Named }, Provided>({}, ({ objectApiName }, emit) =>
  answers(`object-info/${nameOf(objectApiName)}`, emit)
);

/** The values of one picklist for a record type. */
export const getPicklistValues = wireAdapter<{ readonly recordTypeId: string; readonly fieldApiName: Named }, Provided>(
  {},
  ({ recordTypeId, fieldApiName }, emit) => {
    const [object = '', field = ''] =
      typeof fieldApiName === 'string'
        ? fieldApiName.split('.')
        : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
    answers(`object-info/${object}/picklist-values/${recordTypeId}/${field}`, emit);
  }
);
