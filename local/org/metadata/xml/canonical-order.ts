import { schemaFields } from '../schema/schema';
import type { XmlElement } from './xml-element';

/** The element as an org gives it back: known children in the order of their type, `fullName` first, empty ones left out. */
export function inCanonicalOrder(element: XmlElement, type: string): XmlElement {
  const fields = schemaFields(type);
  if (!fields) return element;
  const children = [...fields].flatMap(([name, field]) => {
    const ordered = element.children
      .filter((child) => child.name === name)
      .map((child) => inCanonicalOrder(child, field.type));
    const key = sortKey[field.type];
    return key ? ordered.sort((left, right) => (keyText(left, key) < keyText(right, key) ? -1 : 1)) : ordered;
  });
  return { ...element, children, text: children.length > 0 ? '' : element.text };
}

const keyText = (element: XmlElement, key: string): string =>
  element.children.find((child) => child.name === key)?.text ?? '';

/** Lists that an org gives back sorted by what they are about. */
const sortKey: Readonly<Record<string, string>> = {
  PermissionSetApplicationVisibility: 'application',
  PermissionSetApexClassAccess: 'apexClass',
  PermissionSetApexPageAccess: 'apexPage',
  PermissionSetCustomPermissions: 'name',
  PermissionSetFieldPermissions: 'field',
  PermissionSetObjectPermissions: 'object',
  PermissionSetRecordTypeVisibility: 'recordType',
  PermissionSetTabSetting: 'tab',
  PermissionSetUserPermission: 'name'
};
