import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { parseXml } from '../xml/parse-xml';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { callCenterItems, itemValue, type CallCenterItems } from './call-center-items';
import { openCtiProblem } from './open-cti';
import { vendorInfoExists, type OrgView } from './reference';

/** What an org has against a call center, of the desktop, the Open CTI or the Voice kind. */
export function callCenterProblem(root: XmlElement, draft: Draft, { org }: OrgView): Problem | undefined {
  if (!org.settings.acceptsCallCenters)
    return { message: 'CallCenter: Not available for deploy for this organization' };
  const displayName = childOf(root, 'displayName');
  if ((displayName?.text.length ?? 0) > 80)
    return problemAt(displayName, 'Display Name: data value too large (max length=80)');
  const names = sectionProblem(root);
  if (names) return names;
  const items = callCenterItems(root);
  const installed = org.component('CallCenter', draft.fullName);
  if (installed?.namespace) {
    const packaged = parseXml(installed.files[0]?.text ?? '').root;
    const changed = packaged && firstDifference([...callCenterItems(packaged).keys()], [...items.keys()]);
    // The values of a definition may be edited after import, its set of fields may not [Open CTI guide].
    if (changed) return problemAt(root, `The items of an installed call center cannot be added or removed: ${changed}`);
  }
  return kindProblem(root, items, org);
}

function kindProblem(root: XmlElement, items: CallCenterItems, org: OrgView['org']): Problem | undefined {
  const element = childOf(root, 'customSettings');
  const settings = element && parseSettings(element.text);
  if (element && !settings) return problemAt(element, 'customSettings: must be a JSON object');
  if (settings && 'reqCallCenterType' in settings) return voiceProblem(root, items, org);
  if (settings && 'reqUseApi' in settings) return openCtiProblem(root, items, settings, element);
  return missingItem(root, items, ['reqVersion', 'reqDescription', 'reqProgId']);
}

function voiceProblem(root: XmlElement, items: CallCenterItems, org: OrgView['org']): Problem | undefined {
  const missing = missingItem(root, items, ['reqVendorInfoApiName']);
  if (missing) return missing;
  if (!childrenOf(root, 'sections').some((section) => textOf(section, 'name') === 'reqHvcc')) {
    return problemAt(root, 'Required section is missing: reqHvcc');
  }
  const vendor = items.get('reqGeneralInfo/reqVendorInfoApiName');
  if (vendor && vendorInfoExists(org, itemValue(vendor))) return undefined;
  return problemAt(
    vendor,
    `In field: reqVendorInfoApiName - no ConversationVendorInfo named ${vendor && itemValue(vendor)} found`
  );
}

function missingItem(root: XmlElement, items: CallCenterItems, required: readonly string[]): Problem | undefined {
  const missing = required.filter((name) => !items.has(`reqGeneralInfo/${name}`));
  const section = childrenOf(root, 'sections').find((each) => textOf(each, 'name') === 'reqGeneralInfo');
  if (missing.length === 0) return undefined;
  return problemAt(section ?? root, `Required items are missing from section reqGeneralInfo: ${missing.join(', ')}`);
}

function sectionProblem(root: XmlElement): Problem | undefined {
  const sections = childrenOf(root, 'sections');
  if (sections.length > 500) return problemAt(sections[500], 'A call center can have at most 500 sections');
  const inSections = nameProblem(sections);
  if (inSections) return inSections;
  for (const section of sections) {
    const items = childrenOf(section, 'items');
    if (items.length > 1000) return problemAt(items[1000], 'A section can have at most 1,000 items');
    const inItems = nameProblem(items);
    if (inItems) return inItems;
  }
  return undefined;
}

function nameProblem(elements: readonly XmlElement[]): Problem | undefined {
  const seen = new Set<string>();
  for (const element of elements) {
    const name = textOf(element, 'name') ?? '';
    const place = childOf(element, 'name');
    if (!/^[A-Za-z0-9]{1,40}$/.test(name)) {
      return problemAt(place, `The name "${name}" is not valid: only alphanumeric characters, no more than 40`);
    }
    if (/^(label|sortOrder|internalNameLabel|displayNameLabel)$/.test(name))
      return problemAt(place, `The name "${name}" is reserved`);
    if (seen.has(name)) return problemAt(place, `The name "${name}" is used twice`);
    seen.add(name);
  }
  return undefined;
}

function parseSettings(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const firstDifference = (before: readonly string[], after: readonly string[]): string | undefined =>
  after.find((key) => !before.includes(key)) ?? before.find((key) => !after.includes(key));
