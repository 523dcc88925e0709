import type { OrgData } from '../../org-data';
import { currentComponent } from '../retrieve/current-components';
import { isKnownType } from '../schema/metadata-types';
import { effectOf } from './effects';
import { setFieldPermission } from '../../field-permissions';

/** What became of a deletion: `missing` when there was nothing to delete. */
export type Removed =
  { readonly outcome: 'deleted' | 'missing' } | { readonly outcome: 'refused'; readonly problem: string };

/** Takes a component and its rows out of the org. */
export function removeComponent(org: OrgData, type: string, fullName: string): Removed {
  if (!isKnownType(type))
    return { outcome: 'refused', problem: `Unknown type name '${type}' specified in package.xml` };
  const component = currentComponent(org, type, fullName);
  if (!component) return { outcome: 'missing' };
  if (component.namespace)
    return {
      outcome: 'refused',
      problem: 'This component is part of an installed managed package and cannot be deleted'
    };
  const refusal = effectOf(type)?.remove(org, component);
  if (refusal) return { outcome: 'refused', problem: refusal };
  if (type === 'CustomField') forgetFieldAccess(org, fullName);
  org.removeComponent(type, fullName);
  return { outcome: 'deleted' };
}

function forgetFieldAccess(org: OrgData, fullName: string): void {
  const [object = '', name = ''] = fullName.split('.');
  const fields = object === 'Activity' ? [`Task.${name}`, `Event.${name}`] : [fullName];
  for (const row of org.rows('FieldPermissions')) {
    const field = String(row.Field);
    if (fields.includes(field) && row.ParentId)
      setFieldPermission(org, String(row.ParentId), field, { read: false, edit: false });
  }
}
