import type { ChangeDetail } from '../change';
import type { CallCenterDefinition } from './definition';

/** Every value of `desired` that the org's definition does not have, and every one that it has too many. */
export function differences(
  current: CallCenterDefinition | undefined,
  desired: CallCenterDefinition
): readonly ChangeDetail[] {
  const before = current ? leaves(current) : new Map<string, string>();
  const after = leaves(desired);
  const changed = [...after]
    .filter(([field, value]) => before.get(field) !== value)
    .map(([field, value]): ChangeDetail => ({ field, ...withBefore(before.get(field)), after: value }));
  const removed = [...before]
    .filter(([field]) => !after.has(field))
    .map(([field, value]): ChangeDetail => ({ field, before: value }));
  return [...changed, ...removed];
}

/** `adapterUrl`, `customSettings.reqTimeout`, `reqGeneralInfo/reqAdapterUrl`, `reqGeneralInfo/reqAdapterUrl label`. */
function leaves(definition: CallCenterDefinition): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (definition.adapterUrl !== undefined) found.set('adapterUrl', definition.adapterUrl);
  found.set('displayName', definition.displayName);
  found.set('displayNameLabel', definition.displayNameLabel);
  found.set('internalNameLabel', definition.internalNameLabel);
  for (const [key, value] of definition.customSettings ?? []) found.set(`customSettings.${key}`, value);
  for (const section of definition.sections) {
    found.set(`${section.name} label`, section.label);
    for (const { name, label, value } of section.items) {
      found.set(`${section.name}/${name}`, value);
      found.set(`${section.name}/${name} label`, label);
    }
  }
  return found;
}

function withBefore(before: string | undefined): { before?: string } {
  return before === undefined ? {} : { before };
}
