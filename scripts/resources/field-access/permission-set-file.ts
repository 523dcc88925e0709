import type { ResolvedPermissionSet } from '../../config/resolved-config/users';
import type { MetadataFile } from '../change';
import { childText, type XmlElement } from '../xml/read-xml';
import { leaf, writeMetadata, type XmlNode } from '../xml/write-xml';
import type { DesiredFields } from './desired-fields';

/**
 * The unpackaged permission set with what no packaged one can carry: standard fields and user permissions (Second-Generation
 * Managed Packaging Developer Guide, Permission Sets and Profile Settings in Packages). A deploy replaces the whole set, so
 * that everything else of the `current` one goes along.
 */
export function permissionSetFile(
  set: ResolvedPermissionSet,
  fields: DesiredFields,
  current?: XmlElement
): MetadataFile {
  const kept = current ? keptOf(current, set, fields) : freshElements;
  return {
    type: 'PermissionSet',
    fullName: set.name,
    path: `permissionsets/${set.name}.permissionset`,
    content: writeMetadata('PermissionSet', inOrder([...kept, ...ownElements(set, fields)]))
  };
}

const freshElements: readonly XmlNode[] = [
  ...leaf('description', 'Field access and API access that managed packages cannot carry. Written by Ringdown.'),
  ...leaf('hasActivationRequired', false)
];

function ownElements(set: ResolvedPermissionSet, fields: DesiredFields): readonly XmlNode[] {
  return [
    ...[...fields].map(([field, access]): XmlNode => ({
      name: 'fieldPermissions',
      content: [...leaf('editable', access === 'edit'), ...leaf('field', field), ...leaf('readable', true)]
    })),
    ...leaf('label', set.label),
    ...permissionsOf(set).map((name) => ({
      name: 'userPermissions',
      content: [...leaf('enabled', true), ...leaf('name', name)]
    }))
  ];
}

function permissionsOf({ apiEnabled, userPermissions = [] }: ResolvedPermissionSet): readonly string[] {
  return [...(apiEnabled ? ['ApiEnabled'] : []), ...userPermissions];
}

/** What the org has and we do not write: descriptions, objects, classes, tabs, other permissions, other fields. */
function keptOf({ children }: XmlElement, set: ResolvedPermissionSet, fields: DesiredFields): readonly XmlNode[] {
  return children
    .filter((element) => {
      switch (element.name) {
        // A file in a deploy has no fullName: its path says it.
        case 'fullName':
        case 'label':
          return false;
        case 'fieldPermissions':
          return !fields.has(childText(element, 'field')?.trim() ?? '');
        case 'userPermissions':
          return !permissionsOf(set).includes(childText(element, 'name')?.trim() ?? '');
        default:
          return element.attributes['xsi:nil'] !== 'true';
      }
    })
    .map(nodeOf);
}

function nodeOf({ name, children, text }: XmlElement): XmlNode {
  return { name, content: children.length > 0 ? children.map(nodeOf) : text };
}

/** As Salesforce retrieves a set: equal elements beside each other, in the order of the alphabet, lists by what they are about. */
function inOrder(nodes: readonly XmlNode[]): readonly XmlNode[] {
  const keyed = nodes.map((node) => ({ node, key: `${node.name} ${subjectOf(node)}` }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ node }) => node);
}

const subjects: readonly string[] = [
  'apexClass',
  'apexPage',
  'application',
  'field',
  'name',
  'object',
  'recordType',
  'tab'
];

function subjectOf({ content }: XmlNode): string {
  if (typeof content === 'string') return content;
  const subject = content.find(({ name }) => subjects.includes(name))?.content;
  return typeof subject === 'string' ? subject : '';
}
