import type { FieldAccess, ResolvedPermissionSet } from '../resolved-config';
import type { PermissionSetSettings } from '../schema/permission-set';
import { mustBe } from '../shape/problem';
import { vendorOrigin } from '../vendor/vendor';
import { vendorsInUse } from './packages';
import type { Scope } from './scope';
import { resolveRule } from './users';

/** The unpackaged permission sets that this org gets. */
export function resolvePermissionSets(scope: Scope): readonly ResolvedPermissionSet[] {
  const all = scope.settings.permissionSets ?? [];
  return all.map((given, index) => {
    const { name, label, apiEnabled = false, fields = {}, assignTo } = given;
    const path = ['permissionSets', index];
    if (all.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index) {
      scope.problem(mustBe([...path, 'name'], 'a name that no other permission set has', name));
    }
    scope.trace(['permissionSets', name], path);
    Object.keys(fields).forEach((field, position) =>
      scope.trace(['permissionSets', name, 'fields', position], [...path, 'fields', field])
    );
    return {
      name,
      label,
      apiEnabled,
      fields: Object.entries(fields).map(([field, access]): FieldAccess => ({ field, access })),
      describedNamespaces: describedNamespaces(given, scope),
      assignTo: resolveRule([...path, 'assignTo'], assignTo, scope)
    };
  });
}

function describedNamespaces(
  { name, callLogFields = {} }: PermissionSetSettings,
  scope: Scope
): ResolvedPermissionSet['describedNamespaces'] {
  const { vendors: access, namespaces = {} } = callLogFields;
  const found = new Map<string, FieldAccess['access']>();
  const trace = (from: string): void => scope.trace(['permissionSets', name, 'describedNamespaces', found.size], from);
  for (const vendor of access === undefined ? [] : vendorsInUse(scope)) {
    const { callLog } = vendor.settings;
    if (callLog === undefined || access === undefined) continue;
    trace(
      vendorOrigin(vendor, ['callLog', 'namespace']) +
        (callLog.invented ? ' (invented: the vendor publishes none)' : '')
    );
    found.set(callLog.namespace, access);
  }
  for (const [namespace, own] of Object.entries(namespaces)) {
    if (!found.has(namespace)) trace(`permissionSets ${name} callLogFields.namespaces`);
    found.set(namespace, own);
  }
  return [...found].map(([namespace, own]) => ({ namespace, access: own }));
}
