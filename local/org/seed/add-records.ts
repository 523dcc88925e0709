import type { CatalogRecord } from '../catalog/catalog';
import { createRecord } from '../records/write-record';
import { sobjectNamed } from '../sobjects/sobjects';
import type { LocalOrg } from '../state/state';

/** Makes the records that the org does not have yet, each as the administrator would. */
export function addRecords(org: LocalOrg, userId: string, records: readonly CatalogRecord[]): void {
  for (const { type, name, fields, parents = {} } of records) {
    const sobject = sobjectNamed(org, type);
    if (!sobject) throw new Error(`The catalog has a record of the unknown type ${type}`);
    if (idOf(org, type, name) !== undefined) continue;
    const references = Object.entries(parents).map(([field, parent]) => {
      const id = ['Account', 'Contact', 'Lead', 'Case'].flatMap((each) => idOf(org, each, parent) ?? [])[0];
      if (id === undefined) throw new Error(`The catalog's ${type} ${name} has the unknown parent ${parent}`);
      return [field, id] as const;
    });
    createRecord({ org, userId }, sobject, { ...fields, ...Object.fromEntries(references) });
  }
}

/** Cases have no name: they go by their subject. */
const idOf = (org: LocalOrg, type: string, name: string): string | undefined =>
  org.rows(type).find((row) => row.Name === name || row.Subject === name)?.Id;
