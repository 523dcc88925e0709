import { isXmlText } from '../xml/escape';
import { unless, type BrokenRule } from './broken-rule';
import { itemValue, type CallCenterDefinition } from './definition';
import { generalSection, voiceSection } from './names';
import { secretRules } from './secrets';
import { sectionRules } from './section-rules';

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

/** At most 40 letters and digits, a letter first. */
export const internalNamePattern = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const longestDisplayName = 80;
const modes: readonly string[] = ['Classic', 'Lightning', 'Classic_and_Lightning'];

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

/** A contact center names its vendor info in full: `c__Name`, or with the package's namespace. */
function voiceRules(definition: CallCenterDefinition): readonly BrokenRule[] {
  if (definition.customSettings?.get('reqCallCenterType') !== 'SCVBYOT') return [];
  const vendorInfo = itemValue(definition, generalSection.name, 'reqVendorInfoApiName');
  const hasSection = definition.sections.some(({ name }) => name === voiceSection.name);
  const mode = definition.customSettings.get('reqSalesforceCompatibilityMode');
  return [
    ...unless(
      mode !== 'Classic',
      'reqSalesforceCompatibilityMode',
      'must not be Classic: Voice runs in Lightning Experience only'
    ),
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
