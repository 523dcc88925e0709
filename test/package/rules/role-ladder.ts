import type { PackageFile, Rule, Violation } from '../tree/package-file';
import { permissionSets, type PermissionSet } from '../tree/permission-set';

const ladder = ['RingdownAgent', 'RingdownSupervisor', 'RingdownAdmin'];

/**
 * A supervisor may all that an agent may, and an admin all that a supervisor may; an agent sees only the records that are theirs
 * or shared with them, the others all.
 */
export const roleLadder: Rule = (files) =>
  ladder.flatMap((name, step) => {
    const set = setNamed(files, name);
    if (!set) return [`there is no permission set ${name}`];
    const lower = setNamed(files, ladder[step - 1]);
    const held = new Set(rightsOf(set));
    return [
      ...(lower ? rightsOf(lower) : []).filter((right) => !held.has(right)).map((right) => `${name} lacks ${right}`),
      ...wronglySeen(set, step > 0)
    ];
  });

const setNamed = (files: readonly PackageFile[], name?: string): PermissionSet | undefined =>
  permissionSets(files).find(({ component }) => component.name === name);

const rightsOf = ({ accesses }: PermissionSet): readonly string[] =>
  accesses.flatMap(({ kind, name, rights }) => rights.map((right) => `${kind} ${name} ${right}`));

const wronglySeen = ({ component, accesses }: PermissionSet, seesAll: boolean): readonly Violation[] =>
  accesses
    .filter(({ kind, name }) => kind === 'objectPermissions' && name.endsWith('__c'))
    .filter(({ rights }) => rights.includes('viewAllRecords') !== seesAll)
    .map(({ name }) => `${component.name} ${seesAll ? 'does not see' : 'sees'} every ${name}`);
