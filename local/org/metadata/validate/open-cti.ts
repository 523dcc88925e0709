import { problemAt, type Problem } from '../problem';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { itemValue, type CallCenterItems } from './call-center-items';

/** The rules of an Open CTI definition's items [Open CTI guide, required and optional call center elements]. */
export function openCtiProblem(
  root: XmlElement,
  items: CallCenterItems,
  settings: Readonly<Record<string, unknown>>,
  settingsElement: XmlElement | undefined
): Problem | undefined {
  const item = (name: string): XmlElement | undefined => items.get(`reqGeneralInfo/${name}`);
  const canvas = item('reqCanvasApiName') !== undefined && item('reqCanvasNamespace') !== undefined;
  const required = ['reqUseApi', 'reqSoftphoneHeight', 'reqSoftphoneWidth', ...(canvas ? [] : ['reqAdapterUrl'])];
  const missing = required.filter((name) => !item(name));
  if (missing.length > 0) {
    const section = childrenOf(root, 'sections').find((each) => textOf(each, 'name') === 'reqGeneralInfo');
    return problemAt(section ?? root, `Required items are missing from section reqGeneralInfo: ${missing.join(', ')}`);
  }
  const mode = item('reqSalesforceCompatibilityMode');
  const modeValue = mode ? itemValue(mode) : 'Classic';
  if (!/^(Classic|Lightning|Classic_and_Lightning)$/.test(modeValue))
    return valueProblem(mode, 'Classic, Lightning or Classic_and_Lightning');
  const lightning = modeValue !== 'Classic';
  if (!/^(true|false)$/.test(valueOf(item('reqUseApi')))) return valueProblem(item('reqUseApi'), 'true or false');
  if (!inRange(item('reqSoftphoneHeight'), lightning ? 240 : 1, 2560))
    return valueProblem(item('reqSoftphoneHeight'), 'from 240 to 2560 pixels');
  if (!inRange(item('reqSoftphoneWidth'), lightning ? 200 : 1, 1920))
    return valueProblem(item('reqSoftphoneWidth'), 'from 200 to 1920 pixels');
  if (!canvas && valueOf(item('reqAdapterUrl')) === '')
    return valueProblem(item('reqAdapterUrl'), 'an https URL, or a page as /apex/Name');
  for (const url of [item('reqAdapterUrl'), item('reqStandbyUrl'), childOf(root, 'adapterUrl')]) {
    if (url && !isUrl(textOf(url, 'value') ?? url.text, lightning))
      return valueProblem(url, 'an https URL, or a page as /apex/Name');
  }
  return standbyProblem(item('reqStandbyUrl'), item('reqTimeout'), settings, settingsElement);
}

function standbyProblem(
  url: XmlElement | undefined,
  timeout: XmlElement | undefined,
  settings: Readonly<Record<string, unknown>>,
  settingsElement: XmlElement | undefined
): Problem | undefined {
  const together = 'reqStandbyUrl and reqTimeout must be specified together';
  if (isSet(url && itemValue(url)) !== isSet(timeout && itemValue(timeout))) return problemAt(url ?? timeout, together);
  if (isSet(settings.reqStandbyUrl) !== isSet(settings.reqTimeout)) return problemAt(settingsElement, together);
  if (timeout && isSet(itemValue(timeout)) && !/^\d+$/.test(itemValue(timeout)))
    return valueProblem(timeout, 'milliseconds');
  return undefined;
}

const isSet = (value: unknown): boolean => value !== undefined && value !== '';

const valueOf = (item: XmlElement | undefined): string => (item ? itemValue(item) : '');

const inRange = (item: XmlElement | undefined, low: number, high: number): boolean =>
  /^\d+$/.test(valueOf(item)) && Number(valueOf(item)) >= low && Number(valueOf(item)) <= high;

/** Classic took http too; Lightning Experience does not frame it. */
const isUrl = (value: string, lightning: boolean): boolean =>
  value === '' || /^\/apex\/\w+/.test(value) || (lightning ? /^https:\/\/[^\s/]+/ : /^https?:\/\/[^\s/]+/).test(value);

function valueProblem(element: XmlElement | undefined, expected: string): Problem {
  const value = element && (childOf(element, 'value') ?? element);
  const name = element && (textOf(element, 'name') ?? element.name);
  return problemAt(value, `Invalid value for ${name}: must be ${expected}, got ${value?.text ?? ''}`);
}
