import type { CallCenterSection } from '../../config/resolved-config/call-center';
import { unless, type BrokenRule } from './broken-rule';
import { dialingSection, generalSection, itemLabels, voiceSection } from './names';

/** Section and item names. */
const memberNamePattern = /^[A-Za-z0-9]{1,40}$/;
const longestLabelBytes = 1000;
const mostSections = 500;
const mostItems = 1000;
const reservedNames: readonly string[] = ['label', 'sortOrder', 'internalNameLabel', 'displayNameLabel'];

/** Section and item names starting with `req` belong to Salesforce; these are the ones it has given out. */
const knownSections: readonly string[] = [generalSection.name, dialingSection.name, voiceSection.name];
const knownItems: readonly string[] = [
  ...Object.keys(itemLabels),
  ...['reqCanvasApiName', 'reqCanvasNamespace', 'reqVersion', 'reqDescription', 'reqProgId', 'reqTelephonyProvider'],
  ...['reqRelayState', 'reqIdentityUrl', 'reqUniversalCallRecordingAccess', 'reqPresenceStatusSyncAccess'],
  ...[
    'reqShowVendorStatusInfoAccess',
    'reqAlwaysShowVoiceExtension',
    'reqTelephonyIntegrationKeyPairExpDate',
    'reqThirdPartyIDP'
  ],
  ...['reqIsDefault', 'reqPackageNamespace', 'reqSetupFlowMetadata']
];

/** Rules of sections and items: names, reserved words, labels, counts. */
export function sectionRules(sections: readonly CallCenterSection[]): readonly BrokenRule[] {
  return [
    ...unless(sections.length <= mostSections, 'sections', `must be at most ${mostSections}`),
    ...unless(
      sections.some(({ name }) => name === generalSection.name),
      'sections',
      `must include ${generalSection.name}`
    ),
    ...repeats(sections.map(({ name }) => name)).map((name) => ({ at: name, message: 'is the name of two sections' })),
    ...sections.flatMap(({ name, label, items }) => [
      ...memberRules(name, name, label, knownSections),
      ...unless(items.length <= mostItems, name, `must have at most ${mostItems} items`),
      ...repeats(items.map((item) => item.name)).map((item) => ({
        at: `${name}/${item}`,
        message: 'is the name of two items'
      })),
      ...items.flatMap((item) => memberRules(`${name}/${item.name}`, item.name, item.label, knownItems))
    ])
  ];
}

function memberRules(at: string, name: string, label: string, known: readonly string[]): readonly BrokenRule[] {
  return [
    ...unless(memberNamePattern.test(name), at, 'must have a name of 1 to 40 letters and digits'),
    ...unless(!reservedNames.includes(name), at, 'has a name that Salesforce reserves'),
    ...unless(
      !name.startsWith('req') || known.includes(name),
      at,
      'must not start with req, which Salesforce reserves'
    ),
    ...unless(
      Buffer.byteLength(label) <= longestLabelBytes,
      at,
      `must have a label of at most ${longestLabelBytes} bytes`
    )
  ];
}

function repeats(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}
