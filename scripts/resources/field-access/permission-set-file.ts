import type { ResolvedPermissionSet } from '../../config/resolved-config';
import type { MetadataFile } from '../change';
import { leaf, writeMetadata, type XmlNode } from '../xml/write-xml';
import type { DesiredFields } from './desired-fields';

/**
 * The unpackaged permission set with what no packaged one can carry: standard fields and user permissions (Second-Generation
 * Managed Packaging Developer Guide, Permission Sets and Profile Settings in Packages).
 */
export function permissionSetFile(
  { name, label, apiEnabled }: ResolvedPermissionSet,
  fields: DesiredFields
): MetadataFile {
  return {
    type: 'PermissionSet',
    fullName: name,
    path: `permissionsets/${name}.permissionset`,
    content: writeMetadata('PermissionSet', [
      ...leaf('description', 'Field access and API access that managed packages cannot carry. Written by Ringdown.'),
      ...[...fields].map(([field, access]): XmlNode => ({
        name: 'fieldPermissions',
        content: [...leaf('editable', access === 'edit'), ...leaf('field', field), ...leaf('readable', true)]
      })),
      ...leaf('hasActivationRequired', false),
      ...leaf('label', label),
      ...(apiEnabled
        ? [{ name: 'userPermissions', content: [...leaf('enabled', true), ...leaf('name', 'ApiEnabled')] }]
        : [])
    ])
  };
}
