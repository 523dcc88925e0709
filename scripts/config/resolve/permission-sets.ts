import { namespaced } from '../../resources/namespaced';
import { callLogFields } from '../../resources/package-source/call-log-fields';
import type { FieldAccess, ResolvedPermissionSet } from '../resolved-config/users';
import type { PermissionSetSettings } from '../schema/permission-set';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import { vendorOrigin } from '../vendor/vendor';
import { vendorsInUse } from './packages';
import type { Scope } from './scope';
import { resolveRule } from './users';

/** The unpackaged permission sets that this org gets; `namespace` is that of our own package. */
export function resolvePermissionSets(namespace: string, scope: Scope): readonly ResolvedPermissionSet[] {
  const all = scope.settings.permissionSets ?? [];
  return all.map((given, index) => {
    const { name, label, apiEnabled = false, userPermissions, fields = {}, assignTo } = given;
    const ours = given.callLogFields?.ringdown;
    const path = ['permissionSets', index];
    if (all.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index) {
      scope.problem(mustBe([...path, 'name'], 'a name that no other permission set has', name));
    }
    scope.trace(['permissionSets', name], path);
    Object.keys(fields).forEach((field, position) => {
      for (const part of ['field', 'access'])
        scope.trace(['permissionSets', name, 'fields', position, part], [...path, 'fields', field]);
    });
    const own = Object.entries(fields).map(([field, access]): FieldAccess => ({ field, access }));
    const logged =
      ours === undefined
        ? []
        : callLogFields.map((field) => ({ field: `Task.${namespaced(namespace, field)}`, access: ours }));
    const added = logged.filter(({ field }) => !Object.hasOwn(fields, field));
    added.forEach((_, position) =>
      scope.trace(['permissionSets', name, 'fields', own.length + position], [...path, 'callLogFields', 'ringdown'])
    );
    return {
      name,
      label,
      apiEnabled,
      ...(userPermissions === undefined ? {} : { userPermissions: [...new Set(userPermissions)].sort() }),
      fields: [...own, ...added],
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
