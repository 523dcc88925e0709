import type { Row } from '../org-data';
import type { LocalOrg } from '../state/state';
import { field, flag, moment, reference, type Field } from './field';

/** What a client may do with the records of an sObject; every one may be queried. */
export type Operation = 'create' | 'update' | 'delete';

/** One kind of record. */
export type Sobject = {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly operations: readonly Operation[];
  /** The fields that every org has; custom ones are added by `fieldsOf`. */
  readonly fields: readonly Field[];
  /** Answered by `/services/data`, by `/tooling`, or by both. */
  readonly api: 'data' | 'tooling' | 'both';
  /** Belongs to Setup: not to be combined with other types in one collection. */
  readonly setup: boolean;
  /** Made by a deploy or a package. */
  readonly custom: boolean;
  readonly customSetting: boolean;
  /** Whether only the owner, and who may see all records, sees a record. */
  readonly isPrivate: boolean;
  /** Whether this org has it at all. */
  readonly exists: (org: LocalOrg) => boolean;
  /** Its rows when they follow from other things and are not stored. */
  readonly derive: ((org: LocalOrg, userId: string) => readonly Row[]) | undefined;
};

export type SobjectOptions = Partial<Omit<Sobject, 'name' | 'keyPrefix' | 'fields'>> & {
  /** Which of the fields that Salesforce keeps itself it has; all of them unless told. */
  readonly audit?: 'all' | 'deletable' | 'none';
};

const createdBy = [
  moment('CreatedDate', { readOnly: true, nillable: false }),
  reference('CreatedById', 'User', { readOnly: true, nillable: false }),
  moment('LastModifiedDate', { readOnly: true, nillable: false }),
  reference('LastModifiedById', 'User', { readOnly: true, nillable: false }),
  moment('SystemModstamp', { readOnly: true, nillable: false })
];

/** Declares an sObject. */
export function sobject(
  name: string,
  keyPrefix: string,
  fields: readonly Field[],
  options: SobjectOptions = {}
): Sobject {
  const { audit = 'all', ...rest } = options;
  const label = rest.label ?? name.replace(/([a-z])([A-Z])/g, '$1 $2');
  const id = field('Id', 'id', { readOnly: true, nillable: false, idLookup: true, label: `${label} ID` });
  const kept = audit === 'none' ? [] : createdBy;
  const deleted = audit === 'deletable' ? [flag('IsDeleted', { readOnly: true, label: 'Deleted' })] : [];
  return {
    name,
    keyPrefix,
    label,
    labelPlural: `${label}s`,
    operations: [],
    api: 'data',
    setup: false,
    custom: false,
    customSetting: false,
    isPrivate: false,
    exists: () => true,
    derive: undefined,
    ...rest,
    fields: [id, ...deleted, ...fields, ...kept]
  };
}
