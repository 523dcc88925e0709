import type { CallCenterItem, CallCenterSection } from '../../config/resolved-config';
import { isXmlText } from '../xml/escape';
import { itemValue, type CallCenterDefinition } from './definition';
import { dialingSection, generalSection, itemLabels, voiceSection } from './names';
import { secretProblem } from './secrets';

/** A rule that a definition breaks: `at` names the value, such as `reqGeneralInfo/reqSoftphoneWidth`. */
export type BrokenRule = { readonly at: string; readonly message: string };

/**
 * Every rule of a call center definition that Salesforce states, or whose breach it answers with an error of its own.
 * Sources: Open CTI Developer Guide (Call Center Definition Files, required and optional elements); Metadata API, CallCenter.
 */
export function findBrokenRules(definition: CallCenterDefinition): readonly BrokenRule[] {
  return [
    ...nameRules(definition),
    ...urlRules(definition),
    ...sizeRules(definition),
    ...standbyRules(definition),
    ...sectionRules(definition.sections),
    ...voiceRules(definition),
    ...agreementRules(definition),
    ...textRules(definition),
    ...secretRules(definition)
  ];
}

/** Internal names, section names and item names: at most 40 letters and digits; the first of an internal name is a letter. */
export const internalNamePattern = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const memberNamePattern = /^[A-Za-z0-9]{1,40}$/;
const longestDisplayName = 80;
const longestLabelBytes = 1000;
const mostSections = 500;
const mostItems = 1000;
const reservedNames: readonly string[] = ['label', 'sortOrder', 'internalNameLabel', 'displayNameLabel'];
const modes: readonly string[] = ['Classic', 'Lightning', 'Classic_and_Lightning'];

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

function nameRules({ fullName, displayName }: CallCenterDefinition): readonly BrokenRule[] {
  return [
    ...unless(
      internalNamePattern.test(fullName),
      'internalName',
      `must be 1 to 40 letters and digits, a letter first, got "${fullName}"`
    ),
    ...unless(displayName.trim() !== '', 'displayName', 'must not be empty'),
    ...unless(
      [...displayName].length <= longestDisplayName,
      'displayName',
      `must have at most ${longestDisplayName} characters`
    )
  ];
}

function urlRules(definition: CallCenterDefinition): readonly BrokenRule[] {
  const standby = definition.customSettings?.get('reqStandbyUrl');
  const login = definition.customSettings?.get('scvVendorLoginUrl');
  return [
    ...(definition.adapterUrl === undefined ? [] : pageRule('adapterUrl', definition.adapterUrl)),
    ...(standby === undefined ? [] : pageRule('reqStandbyUrl', standby)),
    ...(login === undefined ? [] : pageRule('scvVendorLoginUrl', login))
  ];
}

/** Lightning loads https pages; the one relative form is a Visualforce page of the org. */
function pageRule(at: string, value: string): readonly BrokenRule[] {
  return unless(isPageUrl(value), at, `must be an https:// URL or /apex/Page, got "${value}"`);
}

export function isPageUrl(value: string): boolean {
  if (/^\/apex\/[A-Za-z]\w*(\?\S*)?$/.test(value)) return true;
  return /^https:\/\/\S+$/.test(value) && URL.canParse(value);
}

function sizeRules({ customSettings }: CallCenterDefinition): readonly BrokenRule[] {
  const mode = customSettings?.get('reqSalesforceCompatibilityMode');
  return [
    ...pixels('reqSoftphoneHeight', customSettings?.get('reqSoftphoneHeight'), 240, 2560),
    ...pixels('reqSoftphoneWidth', customSettings?.get('reqSoftphoneWidth'), 200, 1920),
    ...unless(
      mode === undefined || modes.includes(mode),
      'reqSalesforceCompatibilityMode',
      `must be one of ${modes.join(', ')}, got "${mode}"`
    ),
    ...(customSettings?.has('reqUseApi') && !['true', 'false'].includes(customSettings.get('reqUseApi') ?? '')
      ? [{ at: 'reqUseApi', message: 'must be true or false' }]
      : [])
  ];
}

function pixels(at: string, value: string | undefined, least: number, most: number): readonly BrokenRule[] {
  if (value === undefined) return [];
  const size = Number(value);
  const fits = /^\d+$/.test(value) && size >= least && size <= most;
  return unless(fits, at, `must be a whole number of pixels from ${least} to ${most}, got "${value}"`);
}

function standbyRules({ customSettings }: CallCenterDefinition): readonly BrokenRule[] {
  const hasUrl = customSettings?.has('reqStandbyUrl') === true;
  const timeout = customSettings?.get('reqTimeout');
  return [
    ...unless(
      hasUrl === (timeout !== undefined),
      'reqStandbyUrl',
      'and reqTimeout must be given together or not at all'
    ),
    ...unless(
      timeout === undefined || /^[1-9]\d*$/.test(timeout),
      'reqTimeout',
      `must be a whole number of milliseconds, got "${timeout}"`
    )
  ];
}

function sectionRules(sections: readonly CallCenterSection[]): readonly BrokenRule[] {
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

/** A contact center names its vendor info in full: `c__Name`, or with the package's namespace. */
function voiceRules(definition: CallCenterDefinition): readonly BrokenRule[] {
  if (definition.customSettings?.get('reqCallCenterType') !== 'SCVBYOT') return [];
  const vendorInfo = itemValue(definition, generalSection.name, 'reqVendorInfoApiName');
  const hasSection = definition.sections.some(({ name }) => name === voiceSection.name);
  return [
    ...unless(hasSection, 'sections', `must include ${voiceSection.name}`),
    ...unless(
      /^\w+?__[A-Za-z]\w*$/.test(vendorInfo ?? ''),
      'reqVendorInfoApiName',
      `must be namespace__Name, such as c__Name, got "${vendorInfo ?? ''}"`
    )
  ];
}

/** The org keeps items and customSettings apart and does not compare them. */
function agreementRules(definition: CallCenterDefinition): readonly BrokenRule[] {
  const url = itemValue(definition, generalSection.name, 'reqAdapterUrl');
  const settings = [...(definition.customSettings ?? [])].flatMap(([key, value]): BrokenRule[] => {
    const item = itemValue(definition, generalSection.name, key);
    return item === undefined || item === value
      ? []
      : [{ at: key, message: `is "${value}" in customSettings and "${item}" in ${generalSection.name}` }];
  });
  return [
    ...unless(url === undefined || url === definition.adapterUrl, 'adapterUrl', 'must equal the item reqAdapterUrl'),
    ...settings
  ];
}

function textRules(definition: CallCenterDefinition): readonly BrokenRule[] {
  return allTexts(definition)
    .filter(([, text]) => !isXmlText(text))
    .map(([at]) => ({ at, message: 'has a control character that XML cannot hold' }));
}

function secretRules(definition: CallCenterDefinition): readonly BrokenRule[] {
  const items = definition.sections.flatMap(({ name, items: held }) =>
    held.map((item: CallCenterItem) => [`${name}/${item.name}`, item.name, item.value] as const)
  );
  const settings = [...(definition.customSettings ?? [])].map(
    ([key, value]) => [`customSettings.${key}`, key, value] as const
  );
  const url = definition.adapterUrl === undefined ? [] : [['adapterUrl', 'adapterUrl', definition.adapterUrl] as const];
  return [...url, ...settings, ...items].flatMap(([at, name, value]) => {
    const message = secretProblem(name, value);
    return message === undefined ? [] : [{ at, message }];
  });
}

function allTexts(definition: CallCenterDefinition): readonly (readonly [string, string])[] {
  return [
    ['displayName', definition.displayName],
    ['adapterUrl', definition.adapterUrl ?? ''],
    ...definition.sections.flatMap(({ name, label, items }): (readonly [string, string])[] => [
      [name, label],
      ...items.flatMap((item): (readonly [string, string])[] => [[`${name}/${item.name}`, item.label + item.value]])
    ])
  ];
}

function repeats(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}

function unless(holds: boolean, at: string, message: string): readonly BrokenRule[] {
  return holds ? [] : [{ at, message }];
}
