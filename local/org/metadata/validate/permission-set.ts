import type { OrgData } from '../../org-data';
import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { isUserPermission } from '../schema/schema';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { fieldPermissionProblem } from './field-permission';
import { apexClassExists, objectExists, type OrgView } from './reference';

/** What an org has against a permission set. */
export function permissionSetProblem(root: XmlElement, _draft: Draft, { org }: OrgView): Problem | undefined {
  const label = childOf(root, 'label');
  if ((label?.text.length ?? 0) > 80) return problemAt(label, 'Label: data value too large (max length=80)');
  for (const element of root.children) {
    const problem = entryProblem(element, org);
    if (problem) return problem;
  }
  const license = childOf(root, 'license');
  if (license && !licenseExists(org, license.text)) {
    return problemAt(license, `In field: license - no License named ${license.text} found`);
  }
  return (
    duplicate(childrenOf(root, 'fieldPermissions'), 'field') ?? duplicate(childrenOf(root, 'userPermissions'), 'name')
  );
}

function entryProblem(element: XmlElement, org: OrgData): Problem | undefined {
  if (element.name === 'fieldPermissions') return fieldPermissionProblem(element, org);
  if (element.name === 'objectPermissions') return objectPermissionProblem(element, org);
  if (element.name === 'userPermissions') {
    const name = textOf(element, 'name') ?? '';
    return isUserPermission(name) ? undefined : problemAt(childOf(element, 'name'), `Unknown user permission: ${name}`);
  }
  const reference = references[element.name];
  if (!reference) return undefined;
  const place = childOf(element, reference.field);
  const name = place?.text ?? '';
  return reference.exists(org, name)
    ? undefined
    : problemAt(place, `In field: ${reference.field} - no ${reference.type} named ${name} found`);
}

type Reference = {
  readonly field: string;
  readonly type: string;
  readonly exists: (org: OrgData, name: string) => boolean;
};

const references: Readonly<Record<string, Reference>> = {
  applicationVisibilities: {
    field: 'application',
    type: 'CustomApplication',
    exists: (org, name) => name.startsWith('standard__') || org.component('CustomApplication', name) !== undefined
  },
  classAccesses: { field: 'apexClass', type: 'ApexClass', exists: apexClassExists },
  pageAccesses: {
    field: 'apexPage',
    type: 'ApexPage',
    exists: (org, name) => org.component('ApexPage', name) !== undefined
  },
  customMetadataTypeAccesses: {
    field: 'name',
    type: 'CustomObject',
    exists: (org, name) => org.component('CustomObject', name) !== undefined
  },
  customSettingAccesses: {
    field: 'name',
    type: 'CustomObject',
    exists: (org, name) => org.component('CustomObject', name) !== undefined
  },
  customPermissions: {
    field: 'name',
    type: 'CustomPermission',
    exists: (org, name) => org.component('CustomPermission', name) !== undefined
  },
  recordTypeVisibilities: {
    field: 'recordType',
    type: 'RecordType',
    exists: (org, name) => org.component('RecordType', name) !== undefined
  },
  tabSettings: {
    field: 'tab',
    type: 'CustomTab',
    exists: (org, name) =>
      name.startsWith('standard-') ||
      org.component('CustomTab', name) !== undefined ||
      org.component('CustomObject', name) !== undefined
  }
};

/** Tasks and events are opened by the user permissions EditTask, EditEvent and ActivitiesAccess alone. */
function objectPermissionProblem(element: XmlElement, org: OrgData): Problem | undefined {
  const place = childOf(element, 'object');
  const name = place?.text ?? '';
  if (/^(Task|Event|Activity)$/.test(name) || !objectExists(org, name)) {
    return problemAt(place, `In field: field - no CustomObject named ${name} found`);
  }
  return undefined;
}

/** Where an org has no licence rows at all, there is nothing to compare with. */
function licenseExists(org: OrgData, name: string): boolean {
  const licenses = [...org.rows('UserLicense'), ...org.rows('PermissionSetLicense')];
  return licenses.length === 0 || licenses.some((row) => [row.Name, row.MasterLabel, row.DeveloperName].includes(name));
}

function duplicate(entries: readonly XmlElement[], key: string): Problem | undefined {
  const seen = new Set<string>();
  for (const entry of entries) {
    const name = textOf(entry, key) ?? '';
    if (seen.has(name)) return problemAt(childOf(entry, key), `Duplicate entry: ${name}`);
    seen.add(name);
  }
  return undefined;
}
