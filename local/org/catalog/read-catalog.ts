import { readFileSync } from 'node:fs';
import businessRecords from './business-records.json';
import people from './people.json';
import testPackages from './test-packages.json';
import vendorPackages from './vendor-packages.json';
import voice from './voice.json';
import type { CatalogFile } from './catalog';

/** What every new org is made of. */
export const usualCatalogs = [vendorPackages, testPackages, people, businessRecords] as readonly CatalogFile[];

const named: Readonly<Record<string, CatalogFile>> = { voice };

/** A catalog by the name of one that comes with this org (`voice`), from a JSON file, or as it is given. */
export function readCatalog(catalog: CatalogFile | string): CatalogFile {
  if (typeof catalog !== 'string') return catalog;
  const known = named[catalog];
  if (known) return known;
  const read = JSON.parse(readFileSync(catalog, 'utf8')) as unknown;
  const lists = [
    'packages',
    'connectedApps',
    'profiles',
    'roles',
    'groups',
    'presenceStatuses',
    'permissionSets',
    'permissionSetLicenses',
    'users',
    'records',
    'components'
  ];
  const allowed = [...lists, 'featureLicenses'];
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Error(`${catalog} must hold an object`);
  for (const [name, value] of Object.entries(read)) {
    if (!allowed.includes(name)) throw new Error(`${catalog}: ${name} is none of ${allowed.join(', ')}`);
    if (lists.includes(name) && !Array.isArray(value)) throw new Error(`${catalog}: ${name} must be a list`);
  }
  return read;
}
