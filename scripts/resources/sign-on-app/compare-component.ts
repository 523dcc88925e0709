import type { ChangeDetail, MetadataFile } from '../change';
import { recordsOf, textAt } from '../org-record';
import type { Answers } from '../question';
import { childText, readXmlChildren, type XmlElement } from '../xml/read-xml';
import { leaf, writeMetadata, type XmlNode } from '../xml/write-xml';
import type { AppComponent } from './app-components';

/** A component as the org has it. */
export type FoundComponent = { readonly fullName: string; readonly root: XmlElement };

/** Names of permission sets by their ids of 15 characters. */
export type PermissionSetNames = ReadonlyMap<string, string>;

/** The question that reads the components of a type. */
export const readId = (type: string): string => `sign-on-app:${type}`;

/** The component under the first of its names that the org knows. */
export function foundComponent({ type, names }: AppComponent, answers: Answers): FoundComponent | undefined {
  const rows = recordsOf(answers, readId(type));
  for (const fullName of names) {
    const row = rows.find((one) => one['fullName'] === fullName);
    const reading = row && readXmlChildren(type, textAt(row, 'xml') ?? '');
    if (reading?.ok) return { fullName, root: reading.root };
  }
  return undefined;
}

/** What differs between the org's component and ours. */
export function differences(
  { wanted, initial }: AppComponent,
  found: FoundComponent | undefined,
  setNames: PermissionSetNames
): readonly ChangeDetail[] {
  if (found === undefined) return [...wanted, ...initial].map(([field, after]) => ({ field, after }));
  return [...wanted].flatMap(([field, after]): readonly ChangeDetail[] => {
    const before = childText(found.root, field)?.trim() ?? '';
    return isSame(field, before, after, setNames) ? [] : [{ field, ...(before !== '' && { before }), after }];
  });
}

/** The file that makes the component what it must be; whatever else the org has of it goes along, since a deploy replaces it whole. */
export function componentFile(
  component: AppComponent,
  found: FoundComponent | undefined,
  setNames: PermissionSetNames
): MetadataFile {
  const { type, folder, suffix, wanted, initial, names } = component;
  const fullName = found?.fullName ?? names[0] ?? '';
  const own = new Map(wanted);
  const sets = own.get(permissionSetList);
  if (sets !== undefined) own.set(permissionSetList, withOthers(sets, found, setNames));
  const kept = found ? found.root.children.filter((child) => !own.has(child.name) && isKept(child)).map(nodeOf) : [];
  const values = [...(found ? [] : initial), ...own].flatMap(([element, value]) => leaf(element, value));
  return {
    type,
    fullName,
    path: `${folder}/${fullName}.${suffix}`,
    content: writeMetadata(
      type,
      [...kept, ...values].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    )
  };
}

const permissionSetList = 'commaSeparatedPermissionSet';

function isSame(field: string, before: string, after: string, setNames: PermissionSetNames): boolean {
  if (field === permissionSetList) {
    const held = namesIn(before, setNames);
    return partsOf(after).every((name) => held.includes(name));
  }
  if (field !== 'commaSeparatedOauthScopes') return before === after;
  const scopes = (list: string): string => [...new Set(partsOf(list).map(wholeScope))].sort().join();
  return scopes(before) === scopes(after);
}

/** These four are one scope (Metadata API Developer Guide, ExtlClntAppOauthSettings). */
const wholeScope = (scope: string): string => (/^(Profile|Email|Address|Phone)$/.test(scope) ? 'Basic' : scope);

/** An admin may have let others in as well. */
function withOthers(ours: string, found: FoundComponent | undefined, setNames: PermissionSetNames): string {
  const held = found ? namesIn(childText(found.root, permissionSetList) ?? '', setNames) : [];
  return [...new Set([...partsOf(ours), ...held])].sort().join(',');
}

/** The guide says ids and shows a name: both are read. */
function namesIn(list: string, setNames: PermissionSetNames): readonly string[] {
  return partsOf(list).map((one) => setNames.get(one.slice(0, 15)) ?? one);
}

const partsOf = (list: string): readonly string[] =>
  list.split(',').flatMap((part) => (part.trim() === '' ? [] : part.trim()));

/** A file in a deploy has no fullName, and no credential is sent back: the org keeps its own unless it is told to make new ones. */
function isKept({ name, attributes }: XmlElement): boolean {
  const isCredential = /^(consumerKey|consumerSecret|shouldRotateConsumerKey|shouldRotateConsumerSecret)$/.test(name);
  return name !== 'fullName' && !isCredential && attributes['xsi:nil'] !== 'true';
}

function nodeOf({ name, children, text }: XmlElement): XmlNode {
  return { name, content: children.length > 0 ? children.map(nodeOf) : text };
}
