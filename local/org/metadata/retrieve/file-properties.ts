import type { Component, OrgData } from '../../org-data';

/** A component in the words of the Metadata API's FileProperties. */
export function fileProperties(
  org: OrgData,
  component: Component,
  fileName: string
): Readonly<Record<string, unknown>> {
  const user = org.rows('User')[0];
  const by = { id: user?.Id ?? '005000000000000AAA', name: String(user?.Name ?? 'Admin') };
  return {
    createdById: by.id,
    createdByName: by.name,
    createdDate: component.createdDate,
    fileName,
    fullName: component.fullName,
    id: component.id,
    lastModifiedById: by.id,
    lastModifiedByName: by.name,
    lastModifiedDate: component.lastModifiedDate,
    manageableState: component.namespace ? 'installed' : 'unmanaged',
    ...(component.namespace ? { namespacePrefix: component.namespace } : {}),
    type: component.type
  };
}
