import { syncCallCenterRow } from '../call-center-row';
import type { PackagedComponent } from '../catalog/catalog';
import { setFieldPermission } from '../field-permissions';
import type { Component, Row } from '../org-data';
import type { LocalOrg } from '../state/state';
import type { Known } from './find-version';

/**
 * Puts what a version brings into the org. Administrators may see and change its fields; installed for all users, so may those
 * with a custom profile, for standard profiles cannot be changed [Second-Generation Packaging guide, profile settings].
 */
export function installComponents(org: LocalOrg, { of, version }: Known, forAllUsers: boolean): void {
  for (const packaged of version.components ?? []) {
    const component = putComponent(org, packaged, of.namespace);
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
  const fullName = namespacedName(packaged, namespace);
  const before = org.component(packaged.type, fullName);
  const now = org.now().toISOString();
  const files = [{ path: packaged.path.replace(packaged.fullName, fullName), text: packaged.text }];
  // An upgrade leaves alone what a subscriber may have edited: the values of a call center.
  if (before && (packaged.type === 'CallCenter' || JSON.stringify(before.files) === JSON.stringify(files)))
    return before;
  const component: Component = {
    type: packaged.type,
    fullName,
    id: before?.id ?? org.newId(prefixes[packaged.type] ?? '0xC'),
    files,
    ...(namespace ? { namespace } : {}),
    createdDate: before?.createdDate ?? now,
    lastModifiedDate: now
  };
  org.putComponent(component);
  return component;
}

/** `ns__Name__c`; call centers have an internal name and no namespace. */
function namespacedName({ type, fullName }: PackagedComponent, namespace: string | null): string {
  if (!namespace || type === 'CallCenter') return fullName;
  const dot = fullName.indexOf('.') + 1;
  return `${fullName.slice(0, dot)}${namespace}__${fullName.slice(dot)}`;
}

function profilePermissionSets(org: LocalOrg, forAllUsers: boolean): readonly Row[] {
  const profiles = org
    .rows('Profile')
    .filter((profile) => profile.Name === 'System Administrator' || (forAllUsers && profile.IsCustom === true));
  return org
    .rows('PermissionSet')
    .filter((set) => set.IsOwnedByProfile && profiles.some((profile) => profile.Id === set.ProfileId));
}

const prefixes: Readonly<Record<string, string>> = {
  CallCenter: '04v',
  CustomField: '00N',
  CustomObject: '01I',
  ApexPage: '066',
  Layout: '00h'
};
