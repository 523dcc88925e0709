import { z } from 'zod';
import { displayName, internalName } from './names';
import { publicName, section } from './section';
import { adapterUrl, httpsUrl } from './url';
import { voice } from './voice';
import { about, flag, label, oneOf, text, wholeNumber } from './words';

export const callCenterKind = oneOf(['open-cti', 'voice']);
export const callCenterOrigin = oneOf(['own', 'packaged']);
export const softphoneMode = oneOf(['Classic', 'Lightning', 'Classic_and_Lightning']);

export const softphone = z.strictObject({
  height: about('Pixels, 240 to 2560.', wholeNumber(240, 2560), 300).optional(),
  width: about('Pixels, 200 to 1920.', wholeNumber(200, 1920), 500).optional(),
  mode: about(
    'Where the softphone shows. Default: Classic_and_Lightning; for voice Lightning.',
    softphoneMode
  ).optional()
});

const prefix = z
  .string({ error: 'up to 10 digits, + * or #' })
  .regex(/^[0-9+*#]{0,10}$/, { error: 'up to 10 digits, + * or #' });

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
  pages: about(
    'ringdown: the pages are those of ringdown.sessionService, connector and login for voice, the softphone for open-cti; their URLs are derived.',
    oneOf(['ringdown'])
  ).optional(),
  loginFrameHeight: about(
    'Of the login page in Omni-Channel, in pixels, with pages: ringdown and kind: voice.',
    wholeNumber(200, 1200, 'pixels'),
    350
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
