import { badRequest } from '../api-error';
import { createRecord } from '../records/write-record';
import { sobjectNamed } from '../sobjects/sobjects';
import type { LocalOrg } from '../state/state';

/** What is loaded: one list of fields, and for each record the values in that order. */
export type Loaded = {
  readonly sobject: string;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
};

/** Makes many records at once, each by the rules of one that is made alone; those before a bad one stay. */
export function loadRecords(org: LocalOrg, userId: string, { sobject: name, fields, rows }: Loaded): number {
  const sobject = sobjectNamed(org, name);
  if (!sobject) throw badRequest('INVALID_TYPE', `There is no sObject ${name}`);
  rows.forEach((values, place) => {
    if (values.length !== fields.length)
      throw badRequest(
        'INVALID_FIELD',
        `Record ${place} of ${name} has ${values.length} values for ${fields.length} fields`
      );
    const given = Object.fromEntries(fields.map((field, column) => [field, values[column]]));
    createRecord({ org, userId }, sobject, given);
  });
  return rows.length;
}
