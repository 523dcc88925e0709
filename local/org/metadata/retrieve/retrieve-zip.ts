import { zipSync, type Zippable } from 'fflate';
import type { Component, OrgData } from '../../org-data';
import { isKnownType, manifestName, metadataType, metadataTypes, parentOf } from '../schema/metadata-types';
import { xmlElement } from '../xml/xml-element';
import { writeMetadataFile } from '../xml/write-xml';
import { currentComponent, currentComponents } from './current-components';
import { fileProperties } from './file-properties';
import { mergedFile, wholeComponent, partsOf } from './whole-component';
import type { RetrieveRequest } from './retrieves';

/** The part of a RetrieveResult that the work makes. */
export type Retrieved = {
  readonly fileProperties: readonly object[];
  readonly messages: readonly object[];
  readonly zipFile: string;
};

type Folder = { readonly prefix: string; readonly found: readonly Component[]; readonly problems: readonly string[] };

/** Collects what was asked for into a zip: `unpackaged/`, and a folder for each package that was named. */
export function retrieveZip(org: OrgData, request: RetrieveRequest): Retrieved {
  const entries: Zippable = {};
  const properties: object[] = [];
  const messages: object[] = [];
  for (const folder of folders(org, request)) {
    const manifest = `${folder.prefix}package.xml`;
    messages.push(...folder.problems.map((problem) => ({ fileName: manifest, problem })));
    for (const [path, bytes] of filesOf(folder.found)) entries[folder.prefix + path] = [bytes, { mtime: zipDate }];
    entries[manifest] = [Buffer.from(packageXml(folder.found, request.version)), { mtime: zipDate }];
    properties.push(
      ...folder.found.map((component) =>
        fileProperties(org, component, folder.prefix + (component.files[0]?.path ?? ''))
      )
    );
    const nothing = { type: 'Package', fullName: manifest, id: '', files: [], createdDate: org.now().toISOString() };
    properties.push(fileProperties(org, { ...nothing, lastModifiedDate: nothing.createdDate }, manifest));
  }
  return { fileProperties: properties, messages, zipFile: Buffer.from(zipSync(entries)).toString('base64') };
}

// The format has no earlier day; one fixed date keeps equal contents equal to the byte.
const zipDate = '1980-01-01T00:00:00';

function folders(org: OrgData, request: RetrieveRequest): readonly Folder[] {
  const packages = request.packageNames.map((name): Folder => {
    const namespace = org.rows('InstalledSubscriberPackage').find((row) => row.Name === name)?.NamespacePrefix ?? name;
    const types = metadataTypes.flatMap((type) => [
      type.name,
      ...Object.values(type.children ?? {}).map((child) => child.type)
    ]);
    const found = types
      .flatMap((type) => currentComponents(org, type))
      .filter((component) => component.namespace === namespace);
    return { prefix: `${name}/`, found, problems: found.length > 0 ? [] : [`No package named '${name}' found`] };
  });
  if (!request.unpackaged) return packages;
  const prefix = request.singlePackage && packages.length === 0 ? '' : 'unpackaged/';
  return [...packages, { prefix, ...unpackaged(org, request.unpackaged) }];
}

function unpackaged(org: OrgData, asked: NonNullable<RetrieveRequest['unpackaged']>): Omit<Folder, 'prefix'> {
  const found = new Map<string, Component>();
  const problems: string[] = [];
  const add = (component: Component): unknown => found.set(`${component.type}:${component.fullName}`, component);
  for (const [type, members] of asked) {
    if (!isKnownType(type)) {
      problems.push(`Entity type '${type}' is unknown`);
      continue;
    }
    for (const member of members) {
      if (member === '*') currentComponents(org, type).forEach((component) => expand(org, component).forEach(add));
      else {
        const wanted = [type, folderTypeOf(type)]
          .map((each) => each && wholeComponent(org, each, member))
          .find((each) => each);
        if (wanted) expand(org, wanted).forEach(add);
        else problems.push(`Entity of type '${type}' named '${member}' cannot be found`);
      }
    }
  }
  return { found: [...found.values()], problems };
}

/** An object or the labels come with their parts, which are components of their own. */
function expand(org: OrgData, component: Component): readonly Component[] {
  if (!metadataType(component.type)?.children) return [component];
  const own = currentComponent(org, component.type, component.fullName);
  return [own ?? { ...component, files: [] }, ...partsOf(org, component.type, component.fullName)];
}

/** The files of components, the parts of one object merged into its one file. */
function filesOf(components: readonly Component[]): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const merged = new Map<string, { type: string; whole?: Component; parts: Component[] }>();
  for (const component of components) {
    const type = parentOf(component.type)?.parent ?? metadataType(component.type);
    for (const file of component.files) {
      if (!type?.children) {
        files.set(
          file.path,
          file.text === undefined ? Buffer.from(file.base64 ?? '', 'base64') : Buffer.from(file.text)
        );
        continue;
      }
      const entry = merged.get(file.path) ?? { type: type.name, parts: [] };
      if (component.type === type.name) entry.whole = component;
      else entry.parts.push(component);
      merged.set(file.path, entry);
    }
  }
  for (const [path, { type, whole, parts }] of merged) files.set(path, Buffer.from(mergedFile(type, whole, parts)));
  return files;
}

function packageXml(components: readonly Component[], version: string): string {
  const members = new Map<string, string[]>();
  for (const { type, fullName } of components) {
    const name = manifestName(type);
    members.set(name, [...(members.get(name) ?? []), fullName]);
  }
  const types = [...members]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, names]) =>
      xmlElement('types', [...names.sort().map((member) => xmlElement('members', member)), xmlElement('name', name)])
    );
  return writeMetadataFile(xmlElement('Package', [...types, xmlElement('version', version)]));
}

const folderTypeOf = (type: string): string | undefined => metadataType(type)?.folderType;
