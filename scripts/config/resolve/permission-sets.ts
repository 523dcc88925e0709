import type { FieldAccess, ResolvedPermissionSet } from '../resolved-config';
import type { PermissionSetSettings } from '../schema/permission-set';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
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
    Object.keys(fields).forEach((field, position) => {
      for (const part of ['field', 'access'])
        scope.trace(['permissionSets', name, 'fields', position, part], [...path, 'fields', field]);
    });
    return {
      name,
      label,
      apiEnabled,
      fields: Object.entries(fields).map(([field, access]): FieldAccess => ({ field, access })),
      describedNamespaces: describedNamespaces(given, path, scope),
      assignTo: resolveRule([...path, 'assignTo'], assignTo, scope)
    };
  });
}

function describedNamespaces(
  given: PermissionSetSettings,
  path: Path,
  scope: Scope
): ResolvedPermissionSet['describedNamespaces'] {
  const { vendors: access, namespaces = {} } = given.callLogFields ?? {};
  const found = new Map<string, FieldAccess['access']>();
  const add = (
    namespace: string,
    own: FieldAccess['access'],
    from: { readonly name: Path | string; readonly access: Path }
  ): void => {
    if (!found.has(namespace))
      scope.trace(['permissionSets', given.name, 'describedNamespaces', found.size, 'namespace'], from.name);
    const position = found.has(namespace) ? [...found.keys()].indexOf(namespace) : found.size;
    scope.trace(['permissionSets', given.name, 'describedNamespaces', position, 'access'], from.access);
    found.set(namespace, own);
  };
  for (const vendor of access === undefined ? [] : vendorsInUse(scope)) {
    const { callLog } = vendor.settings;
    if (callLog === undefined || access === undefined) continue;
    const from =
      vendorOrigin(vendor, ['callLog', 'namespace']) +
      (callLog.invented ? ' (invented: the vendor publishes none)' : '');
    add(callLog.namespace, access, { name: from, access: [...path, 'callLogFields', 'vendors'] });
  }
  for (const [namespace, own] of Object.entries(namespaces)) {
    const at = [...path, 'callLogFields', 'namespaces', namespace];
    add(namespace, own, { name: at, access: at });
  }
  return [...found].map(([namespace, own]) => ({ namespace, access: own }));
}
