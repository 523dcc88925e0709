import type { Rule } from '../tree/package-file';
import { permissionSets, type PermissionSet } from '../tree/permission-set';

const ladder = ['RingdownAgent', 'RingdownSupervisor', 'RingdownAdmin'];

/** A supervisor may all that an agent may, and an admin all that a supervisor may. */
export const roleLadder: Rule = (files) => {
  const steps = ladder.map((name) => permissionSets(files).find(({ component }) => component.name === name));
  return ladder.flatMap((name, step) => {
    const [lower, higher] = [steps[step - 1], steps[step]];
    if (!higher) return [`there is no permission set ${name}`];
    const held = new Set(rightsOf(higher));
    return lower
      ? rightsOf(lower)
          .filter((right) => !held.has(right))
          .map((right) => `${name} lacks ${right}`)
      : [];
  });
};

const rightsOf = ({ accesses }: PermissionSet): readonly string[] =>
  accesses.flatMap(({ kind, name, rights }) => rights.map((right) => `${kind} ${name} ${right}`));
