import type { CallCenterItem, CallCenterSection } from '../../config/resolved-config/call-center';
import { readXml, type XmlElement, type XmlProblem } from '../xml/read-xml';
import { writeXml, type XmlNode } from '../xml/write-xml';
import { itemValue, type CallCenterDefinition, type CustomSettings } from './definition';
import type { DefinitionReading } from './metadata-dialect';
import { customSettingsOrder, generalSection, itemLabels, voiceSection } from './names';

/**
 * The file that Setup imports. It carries sections and items only: the org makes adapterUrl and customSettings from them,
 * and for a contact center of Salesforce Voice from the vendor info that the file names.
 */
export function writeImportCallCenter(definition: CallCenterDefinition): string {
  const sections = withIdentity(definition);
  return writeXml({ name: 'callCenter', content: sections.map(sectionNode) });
}

/** Reads a file that Setup imports; item and section order is their sortOrder, not their place in the file. */
export function readImportCallCenter(source: string): DefinitionReading {
  const reading = readXml(source);
  if (!reading.ok) return { ok: false, problems: [reading.problem] };
  const { root } = reading;
  const problems = shapeProblems(root);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, definition: definitionOf(inSortOrder(root).map(readSection)) };
}

/** The general section first, the internal name and the display name its first items, as Setup wants them. */
function withIdentity(definition: CallCenterDefinition): readonly CallCenterSection[] {
  const { sections, fullName, displayName, internalNameLabel, displayNameLabel } = definition;
  const general = sections.find(({ name }) => name === generalSection.name) ?? { ...generalSection, items: [] };
  const identity: readonly CallCenterItem[] = [
    { name: 'reqInternalName', label: internalNameLabel, value: fullName },
    { name: 'reqDisplayName', label: displayNameLabel, value: displayName }
  ];
  return [
    { ...general, items: [...identity, ...general.items.filter(({ name }) => !isIdentity(name))] },
    ...sections.filter((section) => section !== general)
  ];
}

function definitionOf(sections: readonly CallCenterSection[]): CallCenterDefinition {
  const isVoice = sections.some(({ name }) => name === voiceSection.name);
  const items = sections.find(({ name }) => name === generalSection.name)?.items ?? [];
  const identity = (wanted: string): CallCenterItem | undefined => items.find(({ name }) => name === wanted);
  const partial = {
    fullName: identity('reqInternalName')?.value ?? '',
    displayName: identity('reqDisplayName')?.value ?? '',
    displayNameLabel: identity('reqDisplayName')?.label ?? itemLabels.reqDisplayName,
    internalNameLabel: identity('reqInternalName')?.label ?? itemLabels.reqInternalName,
    // The metadata form keeps both names outside the items for Open CTI, inside them too for Voice.
    sections: isVoice ? sections : sections.map(withoutIdentity),
    statusMaps: []
  };
  const adapterUrl = itemValue(partial, generalSection.name, 'reqAdapterUrl');
  const customSettings = settingsOf(partial, isVoice);
  return { ...partial, ...(adapterUrl !== undefined && { adapterUrl }), ...(customSettings && { customSettings }) };
}

function settingsOf(definition: CallCenterDefinition, isVoice: boolean): CustomSettings | undefined {
  const pairs = customSettingsOrder.flatMap((name): [string, string][] => {
    const value = itemValue(definition, generalSection.name, name);
    if (value !== undefined) return [[name, value]];
    return isVoice && name === 'reqCallCenterType' ? [[name, 'SCVBYOT']] : [];
  });
  return pairs.length > 0 ? new Map(pairs) : undefined;
}

function withoutIdentity(section: CallCenterSection): CallCenterSection {
  if (section.name !== generalSection.name) return section;
  return { ...section, items: section.items.filter(({ name }) => !isIdentity(name)) };
}

function isIdentity(name: string): boolean {
  return name === 'reqInternalName' || name === 'reqDisplayName';
}

function shapeProblems(root: XmlElement): readonly XmlProblem[] {
  if (root.name === 'CallCenter') {
    return [problem(root, 'this is the metadata form (<CallCenter>); Setup imports <callCenter>, convert it')];
  }
  if (root.name !== 'callCenter') return [problem(root, `an import file starts with <callCenter>, not <${root.name}>`)];
  return [
    ...orderProblems(root, 'section'),
    ...root.children.flatMap((section) => (section.name === 'section' ? orderProblems(section, 'item') : [])),
    ...identityProblems(root)
  ];
}

/** sortOrder starts at 0 and has no gap and no repeat within its parent. */
function orderProblems(parent: XmlElement, wanted: 'section' | 'item'): readonly XmlProblem[] {
  const found: XmlProblem[] = [];
  const taken = new Map<number, XmlElement>();
  for (const child of parent.children) {
    const place = child.attributes['sortOrder'];
    const order = Number(place);
    if (child.name !== wanted) found.push(problem(child, `<${child.name}> does not belong in <${parent.name}>`));
    else if (place === undefined || !/^\d+$/.test(place))
      found.push(problem(child, `<${wanted}> needs a sortOrder from 0 upwards`));
    else if (taken.has(order)) found.push(problem(child, `sortOrder ${place} is used twice in <${parent.name}>`));
    else taken.set(order, child);
    if (child.name === wanted && !child.attributes['name']) found.push(problem(child, `<${wanted}> needs a name`));
  }
  for (let order = 0; order < taken.size; order += 1) {
    if (!taken.has(order)) {
      found.push(problem(parent, `sortOrder ${order} is missing in <${parent.name}>`));
      break;
    }
  }
  return found;
}

function identityProblems(root: XmlElement): readonly XmlProblem[] {
  const general = root.children.find(({ attributes }) => attributes['name'] === generalSection.name);
  if (!general) return [problem(root, `section ${generalSection.name} is missing`)];
  return ['reqInternalName', 'reqDisplayName']
    .filter((wanted) => !general.children.some(({ attributes }) => attributes['name'] === wanted))
    .map((wanted) => problem(general, `item ${wanted} is missing in ${generalSection.name}`));
}

function problem({ line, column }: XmlElement, message: string): XmlProblem {
  return { line, column, message };
}

function inSortOrder(parent: XmlElement): readonly XmlElement[] {
  return [...parent.children].sort(
    (one, other) => Number(one.attributes['sortOrder']) - Number(other.attributes['sortOrder'])
  );
}

function readSection(section: XmlElement): CallCenterSection {
  const { name = '', label = '' } = section.attributes;
  return { name, label, items: inSortOrder(section).map(readItem) };
}

function readItem({ attributes: { name = '', label = '' }, text }: XmlElement): CallCenterItem {
  return { name, label, value: text };
}

function sectionNode({ name, label, items }: CallCenterSection, sortOrder: number): XmlNode {
  return { name: 'section', attributes: { sortOrder: String(sortOrder), name, label }, content: items.map(itemNode) };
}

function itemNode({ name, label, value }: CallCenterItem, sortOrder: number): XmlNode {
  return { name: 'item', attributes: { sortOrder: String(sortOrder), name, label }, content: value };
}
