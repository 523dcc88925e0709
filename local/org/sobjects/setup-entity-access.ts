import { parseXml } from '../metadata/xml/parse-xml';
import { childrenOf, textOf } from '../metadata/xml/xml-element';
import type { Component, OrgData, Row } from '../org-data';

type Opened = { readonly type: 'ApexClass' | 'CustomObject'; readonly name: string };

const read = new WeakMap<Component, readonly Opened[]>();

/** What permission sets open that has no permissions of its own: Apex classes and custom settings [Object Reference, SetupEntityAccess]. */
export function setupEntityAccessOf(org: OrgData): readonly Row[] {
  return org.components('PermissionSet').flatMap((component) => {
    const name = component.namespace ? component.fullName.replace(`${component.namespace}__`, '') : component.fullName;
    const set = org
      .rows('PermissionSet')
      .find((row) => row.Name === name && (row.NamespacePrefix ?? undefined) === component.namespace);
    if (!set) return [];
    return openedBy(component).flatMap(({ type, name: opened }) => {
      const found = org.component(type, opened) ?? org.component(type, `${component.namespace}__${opened}`);
      const kind = type === 'ApexClass' ? type : 'CustomEntityDefinition';
      return found
        ? [{ Id: `0J0${found.id.slice(3)}`, ParentId: set.Id, SetupEntityId: found.id, SetupEntityType: kind }]
        : [];
    });
  });
}

function openedBy(component: Component): readonly Opened[] {
  const known = read.get(component);
  if (known) return known;
  const root = parseXml(component.files[0]?.text ?? '').root;
  const entries = (element: string, name: string): readonly string[] =>
    (root ? childrenOf(root, element) : [])
      .filter((entry) => textOf(entry, 'enabled') === 'true')
      .flatMap((entry) => textOf(entry, name) ?? []);
  const opened: readonly Opened[] = [
    ...entries('classAccesses', 'apexClass').map((name) => ({ type: 'ApexClass' as const, name })),
    ...entries('customSettingAccesses', 'name').map((name) => ({ type: 'CustomObject' as const, name }))
  ];
  read.set(component, opened);
  return opened;
}
