import { z } from 'zod';
import { secretWord } from '../secret-word';
import { adapterUrl, httpsUrl } from './url';
import { about, flag, oneOf, shortText, text, wholeNumber } from './words';

export const callCenterKind = oneOf(['open-cti', 'voice']);
export const callCenterOrigin = oneOf(['own', 'packaged']);
export const softphoneMode = oneOf(['Classic', 'Lightning', 'Classic_and_Lightning']);

/** Salesforce's rule for reqInternalName. */
export const internalName = text('1 to 40 letters and digits, a letter first', /^[A-Za-z][A-Za-z0-9]{0,39}$/);
export const displayName = shortText(80);
const label = z
  .string({ error: 'text' })
  .min(1, { error: 'text' })
  .refine((value) => Buffer.byteLength(value) <= 1000, { error: 'text of at most 1,000 bytes' });

export const softphone = z.strictObject({
  height: about('Pixels, 240 to 2560.', wholeNumber(240, 2560), 300).optional(),
  width: about('Pixels, 200 to 1920.', wholeNumber(200, 1920), 500).optional(),
  mode: about(
    'Where the softphone shows. Default: Classic_and_Lightning; for voice Lightning.',
    softphoneMode
  ).optional()
});

const reservedNames = ['label', 'sortOrder', 'internalNameLabel', 'displayNameLabel'];

/** Names of sections and items: Salesforce keeps `req…` and four attribute names for itself. */
const partName = text('1 to 40 letters and digits', /^[A-Za-z0-9]{1,40}$/).superRefine((name, context) => {
  const reserved = reservedNames.includes(name) || /^req/i.test(name);
  if (reserved)
    context.addIssue({
      code: 'custom',
      message: 'a name that Salesforce does not keep for itself',
      params: {
        fix: 'Names that start with req, and label, sortOrder, internalNameLabel and displayNameLabel, are reserved'
      }
    });
});

const publicName = (name: string, context: z.core.$RefinementCtx): void => {
  if (secretWord(name))
    context.addIssue({
      code: 'custom',
      message: 'a name that holds no secret',
      params: { fix: 'Every rep can read it in the browser: keep secrets in the phone system' }
    });
};

const item = z.strictObject({
  name: about('1 to 40 letters and digits, unique in its section.', partName.superRefine(publicName)),
  label: about('What Setup shows.', label),
  value: about('Every rep can read it: no secrets.', z.string({ error: 'text' }))
});

const section = z.strictObject({
  name: about('1 to 40 letters and digits, unique in the call center.', partName),
  label: about('What Setup shows.', label),
  items: z
    .array(item, { error: 'a list of items' })
    .min(1, { error: 'a list of at least one item' })
    .max(1000, { error: 'a list of at most 1,000 items' })
});

const prefix = z
  .string({ error: 'up to 10 digits, + * or #' })
  .regex(/^[0-9+*#]{0,10}$/, { error: 'up to 10 digits, + * or #' });
const developerName = text(
  'a developer name: letters, digits and single underscores, a letter first',
  /^[A-Za-z](?:_?[A-Za-z0-9]){0,79}$/
);

const voice = z.strictObject({
  vendorInfo: about(
    'The ConversationVendorInfo record that this org gets.',
    z.strictObject({
      name: about('developerName of the record. Default: the internal name.', developerName).optional(),
      label: about('Default: the display name.', displayName).optional(),
      namespace: about(
        'Of the package that holds the record; c when it is deployed unpackaged.',
        text('a namespace: 1 to 15 letters, digits and underscores', /^[A-Za-z][A-Za-z0-9_]{0,14}$/),
        'c'
      ).optional()
    })
  ).optional(),
  integrationClass: about(
    'Apex class that the platform demands of a partner telephony vendor.',
    text('an Apex class, such as MyClass or ns__MyClass', /^[A-Za-z]\w*$/)
  ).optional(),
  certificateFile: about(
    'Public certificate (PEM) with which Salesforce checks the phone system. Relative to this file.',
    text('a path')
  ).optional()
});

/** One call center under `callCenters:`. What is left out comes from the vendor file. */
export const callCenter = z.strictObject({
  kind: about('open-cti, or voice for Salesforce Voice with partner telephony.', callCenterKind).optional(),
  origin: about(
    'packaged: it came with the vendor’s package and only its values change. Default: the vendor file’s, else own.',
    callCenterOrigin
  ).optional(),
  vendor: about(
    'Name of a file in vendors/ beside this file, without .yaml.',
    text('a vendor name: small letters, digits and hyphens', /^[a-z0-9][a-z0-9-]*$/)
  ).optional(),
  parameters: about(
    'Exactly those that the vendor file declares.',
    z.record(z.string(), text('text'), { error: 'a mapping of names to text' })
  ).optional(),
  internalName: about(
    '1 to 40 letters and digits; never changes once the call center exists.',
    internalName
  ).optional(),
  displayName: about('What Setup shows; at most 80 characters.', displayName).optional(),
  displayNameLabel: about('Label of that field.', label, 'Display Name').optional(),
  internalNameLabel: about('Label of that field.', label, 'InternalName').optional(),
  adapterUrl: about(
    'https URL, or /apex/Page, that fills the softphone; for voice the connector’s URL. Instead of the vendor’s.',
    adapterUrl
  ).optional(),
  urlParameters: about(
    'Added to the adapter URL. Every rep can read them: no secrets.',
    z.record(text('a parameter name').superRefine(publicName), z.string({ error: 'text' }), {
      error: 'a mapping of names to text'
    })
  ).optional(),
  singleSignOn: about(
    'Whether reps are logged in to the phone system through Salesforce. Default: the vendor file’s, else true.',
    flag
  ).optional(),
  loginUrl: about('Voice without single sign-on: the telephony login page.', httpsUrl).optional(),
  softphone: softphone.optional(),
  standby: about(
    'Shown when the adapter does not answer in time.',
    z.strictObject({
      url: httpsUrl,
      timeout: about('Milliseconds.', wholeNumber(1, 600_000, 'milliseconds'))
    })
  ).optional(),
  dialing: about(
    'Prefixes before a number that is dialed; empty for none.',
    z.strictObject({
      outsidePrefix: prefix.optional(),
      longDistancePrefix: prefix.optional(),
      internationalPrefix: prefix.optional()
    })
  ).optional(),
  sections: about(
    'Extra sections of the call center definition.',
    z.array(section, { error: 'a list of sections' }).max(500, { error: 'a list of at most 500 sections' })
  ).optional(),
  voice: voice.optional(),
  console: about(
    'Choices in the vendor’s own console, as the vendor file declares them.',
    z.record(z.string(), z.union([text('text'), z.array(text('text'))], { error: 'text or a list of texts' }), {
      error: 'a mapping of choices'
    })
  ).optional()
});

export type CallCenterSettings = z.infer<typeof callCenter>;
