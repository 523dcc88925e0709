import type { CallCenterItem, CallCenterSection } from '../../config/resolved-config/call-center';
import { childText, readXml, readXmlChildren, type XmlElement, type XmlProblem } from '../xml/read-xml';
import { leaf, writeMetadata, type XmlNode } from '../xml/write-xml';
import { readCustomSettings, writeCustomSettings, type CallCenterDefinition, type StatusMap } from './definition';

/** A definition that was read, or everything that kept it from being one. */
export type DefinitionReading =
  | { readonly ok: true; readonly definition: CallCenterDefinition }
  | { readonly ok: false; readonly problems: readonly XmlProblem[] };

/** The Metadata API file of a call center, in the alphabetical order in which the org returns it. */
export function writeMetadataCallCenter(definition: CallCenterDefinition): string {
  const { customSettings } = definition;
  return writeMetadata('CallCenter', [
    ...leaf('adapterUrl', definition.adapterUrl),
    ...leaf('customSettings', customSettings && writeCustomSettings(customSettings)),
    ...leaf('displayName', definition.displayName),
    ...leaf('displayNameLabel', definition.displayNameLabel),
    ...leaf('internalNameLabel', definition.internalNameLabel),
    ...definition.sections.map(sectionNode),
    ...definition.statusMaps.map(statusMapNode),
    ...leaf('version', definition.version)
  ]);
}

/** Reads a Metadata API file; `fullName` is its file name, since the file does not say it. */
export function readMetadataCallCenter(source: string, fullName: string): DefinitionReading {
  const reading = readXml(source);
  if (!reading.ok) return { ok: false, problems: [reading.problem] };
  if (reading.root.name !== 'CallCenter') {
    return { ok: false, problems: [problem(reading.root, wrongRoot(reading.root.name))] };
  }
  return readDefinition(reading.root, fullName, shapeProblems(reading.root));
}

/**
 * Reads what the org returned for one call center: the children without their root. The org leaves out empty elements and
 * may know newer ones than this version of the API's documents, so that the shape is not checked.
 */
export function readMetadataAnswer(children: string, fullName: string): DefinitionReading {
  const reading = readXmlChildren('CallCenter', children);
  return reading.ok ? readDefinition(reading.root, fullName, []) : { ok: false, problems: [reading.problem] };
}

const parts = {
  CallCenter: {
    required: ['displayName', 'displayNameLabel', 'internalNameLabel'],
    repeated: ['sections', 'vendorCallCenterStatusMaps', 'contactCenterChannels'],
    // `fullName` and xsi attributes come with an org's answer. Channels belong to one org and must not be deployed again.
    optional: ['adapterUrl', 'customSettings', 'version', 'fullName']
  },
  sections: { required: ['label', 'name'], repeated: ['items'], optional: [] },
  items: { required: ['label', 'name', 'value'], repeated: [], optional: [] },
  vendorCallCenterStatusMaps: { required: ['externalStatus', 'servicePresenceStatus'], repeated: [], optional: [] }
} as const;

function readDefinition(root: XmlElement, fullName: string, shape: readonly XmlProblem[]): DefinitionReading {
  const problems = [...shape];
  const settingsText = childText(root, 'customSettings');
  const customSettings = settingsText === undefined ? undefined : readCustomSettings(settingsText);
  if (settingsText !== undefined && !customSettings) {
    const at = childrenNamed(root, 'customSettings')[0] ?? root;
    problems.push(problem(at, 'customSettings must be a JSON object such as {"reqUseApi":"true"}'));
  }
  if (problems.length > 0) return { ok: false, problems: inFileOrder(problems) };

  return {
    ok: true,
    definition: {
      fullName,
      ...optional('adapterUrl', childText(root, 'adapterUrl')),
      ...optional('customSettings', customSettings),
      displayName: childText(root, 'displayName') ?? '',
      displayNameLabel: childText(root, 'displayNameLabel') ?? '',
      internalNameLabel: childText(root, 'internalNameLabel') ?? '',
      sections: childrenNamed(root, 'sections').map(readSection),
      statusMaps: childrenNamed(root, 'vendorCallCenterStatusMaps').map(readStatusMap),
      ...optional('version', childText(root, 'version'))
    }
  };
}

function shapeProblems(root: XmlElement): readonly XmlProblem[] {
  return [
    ...problemsOf(root, 'CallCenter'),
    ...childrenNamed(root, 'sections').flatMap((section) => [
      ...problemsOf(section, 'sections'),
      ...childrenNamed(section, 'items').flatMap((item) => problemsOf(item, 'items'))
    ]),
    ...childrenNamed(root, 'vendorCallCenterStatusMaps').flatMap((map) => problemsOf(map, 'vendorCallCenterStatusMaps'))
  ];
}

function inFileOrder(problems: readonly XmlProblem[]): readonly XmlProblem[] {
  return [...problems].sort((one, other) => one.line - other.line || one.column - other.column);
}

function wrongRoot(name: string): string {
  return name === 'callCenter'
    ? 'this is the Setup import form (<callCenter>) in a metadata file, which needs <CallCenter>; convert it'
    : `a metadata call center starts with <CallCenter>, not <${name}>`;
}

function problemsOf(element: XmlElement, type: keyof typeof parts): readonly XmlProblem[] {
  const { required, repeated, optional: allowed } = parts[type];
  const names: readonly string[] = [...required, ...repeated, ...allowed];
  const seen = new Set<string>();
  const found: XmlProblem[] = [];
  let previous: string | undefined;
  for (const child of element.children) {
    if (!names.includes(child.name)) found.push(problem(child, `<${child.name}> does not belong in <${element.name}>`));
    const mayRepeat = (repeated as readonly string[]).includes(child.name) && previous === child.name;
    if (seen.has(child.name) && !mayRepeat)
      found.push(problem(child, repeatedWords(child.name, element.name, repeated)));
    seen.add(child.name);
    previous = child.name;
  }
  for (const name of required) {
    if (!seen.has(name)) found.push(problem(element, `<${element.name}> needs <${name}>`));
  }
  return found;
}

/** The org says "Element X is duplicated at this location" when repeats are not side by side. */
function repeatedWords(name: string, parent: string, repeated: readonly string[]): string {
  return repeated.includes(name)
    ? `all <${name}> of <${parent}> must stand side by side`
    : `<${parent}> can have <${name}> only once`;
}

function problem({ line, column }: XmlElement, message: string): XmlProblem {
  return { line, column, message };
}

function readSection(section: XmlElement): CallCenterSection {
  return {
    name: childText(section, 'name') ?? '',
    label: childText(section, 'label') ?? '',
    items: childrenNamed(section, 'items').map(readItem)
  };
}

function readItem(item: XmlElement): CallCenterItem {
  return {
    name: childText(item, 'name') ?? '',
    label: childText(item, 'label') ?? '',
    value: childText(item, 'value') ?? ''
  };
}

function readStatusMap(map: XmlElement): StatusMap {
  return {
    externalStatus: childText(map, 'externalStatus') ?? '',
    servicePresenceStatus: childText(map, 'servicePresenceStatus') ?? ''
  };
}

function childrenNamed(element: XmlElement, wanted: string): readonly XmlElement[] {
  return element.children.filter(({ name }) => name === wanted);
}

function sectionNode({ items, label, name }: CallCenterSection): XmlNode {
  return { name: 'sections', content: [...items.map(itemNode), ...leaf('label', label), ...leaf('name', name)] };
}

function itemNode({ label, name, value }: CallCenterItem): XmlNode {
  return { name: 'items', content: [...leaf('label', label), ...leaf('name', name), ...leaf('value', value)] };
}

function statusMapNode({ externalStatus, servicePresenceStatus }: StatusMap): XmlNode {
  return {
    name: 'vendorCallCenterStatusMaps',
    content: [...leaf('externalStatus', externalStatus), ...leaf('servicePresenceStatus', servicePresenceStatus)]
  };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [key in Key]?: Value };
}
