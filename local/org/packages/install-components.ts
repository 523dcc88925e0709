import { syncCallCenterRow } from '../call-center-row';
import type { PackagedComponent } from '../catalog/catalog';
import { setFieldPermission } from '../field-permissions';
import type { Component, Row } from '../org-data';
import type { LocalOrg } from '../state/state';
import { permissionSetEffect } from '../metadata/store/permission-set-effect';
import { idPrefixIn } from '../metadata/store/id-prefixes';
import { parseXml } from '../metadata/xml/parse-xml';
import type { Known } from './find-version';
import { inNamespace, ownNames } from './package-namespace';

/**
 * Puts what a version brings into the org. Administrators may see and change its fields; installed for all users, so may those
 * with a custom profile, for standard profiles cannot be changed [Second-Generation Packaging guide, profile settings].
 */
export function installComponents(org: LocalOrg, { of, version }: Known, forAllUsers: boolean): void {
  const components = [...(version.components ?? [])].sort((one, other) => rankOf(one.type) - rankOf(other.type));
  const own = ownNames(components);
  for (const packaged of components) {
    const component = putComponent(org, inNamespace(packaged, of.namespace, own), of.namespace);
    if (component.type === 'PermissionSet') installPermissionSet(org, component);
    // A call center and its row are one thing with one id.
    if (component.type === 'CallCenter') org.putComponent({ ...component, id: syncCallCenterRow(org, component).Id });
    if (component.type === 'CustomField' && component.fullName.startsWith('Activity.')) {
      const field = component.fullName.replace('Activity.', 'Task.');
      for (const parent of profilePermissionSets(org, forAllUsers)) {
        setFieldPermission(org, parent.Id, field, { read: true, edit: true });
      }
    }
  }
}

function putComponent(org: LocalOrg, packaged: PackagedComponent, namespace: string | null): Component {
  const { type, fullName, path, text } = packaged;
  const before = org.component(type, fullName);
  const now = org.now().toISOString();
  const files = [{ path, text }];
  // An upgrade leaves alone what a subscriber may have edited: the values of a call center.
  if (before && (type === 'CallCenter' || JSON.stringify(before.files) === JSON.stringify(files))) return before;
  const component: Component = {
    type,
    fullName,
    id: before?.id ?? org.newId(idPrefixIn(org, type, fullName)),
    files,
    ...(namespace ? { namespace } : {}),
    createdDate: before?.createdDate ?? now,
    lastModifiedDate: now
  };
  org.putComponent(component);
  return component;
}

/** The row of a packaged permission set, with what it opens. */
function installPermissionSet(org: LocalOrg, component: Component): void {
  const { namespace = null, fullName } = component;
  const name = namespace ? fullName.replace(`${namespace}__`, '') : fullName;
  const isRow = (row: Row): boolean => row.Name === name && (row.NamespacePrefix ?? null) === namespace;
  if (!org.rows('PermissionSet').some(isRow)) {
    const fixed = { IsCustom: true, IsOwnedByProfile: false, ProfileId: null, Type: 'Regular' };
    org.insert('PermissionSet', { Name: name, NamespacePrefix: namespace, Label: name, ...fixed });
  }
  permissionSetEffect.apply(org, component, parseXml(component.files[0]?.text ?? '').root);
}

/** What others refer to comes first. */
function rankOf(type: string): number {
  const place = ['CustomObject', 'CustomField', 'ApexClass'].indexOf(type);
  return type === 'PermissionSet' ? 9 : place < 0 ? 5 : place;
}

function profilePermissionSets(org: LocalOrg, forAllUsers: boolean): readonly Row[] {
  const profiles = org
    .rows('Profile')
    .filter((profile) => profile.Name === 'System Administrator' || (forAllUsers && profile.IsCustom === true));
  return org
    .rows('PermissionSet')
    .filter((set) => set.IsOwnedByProfile && profiles.some((profile) => profile.Id === set.ProfileId));
}
