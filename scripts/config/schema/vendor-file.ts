import { z } from 'zod';
import { callCenterKind, callCenterOrigin, softphone } from './call-center';
import { displayName, internalName, namespace } from './names';
import { vendorPackage } from './package';
import { about, flag, oneOf, shortText, text } from './words';

const parameterName = text('a name of letters and digits, a small letter first', /^[a-z][A-Za-z0-9]*$/);
const template = text('an https URL with {parameter} placeholders', /^https:\/\/\S+$/);

const perOrgKind = z.union(
  [
    template,
    z.strictObject({
      production: about('For production and developer orgs.', template),
      sandbox: about('For sandboxes and scratch orgs.', template)
    })
  ],
  { error: 'a URL template, or one for production and one for sandbox' }
);

const step = z.strictObject({
  id: about(
    'Never changes: confirmations refer to it.',
    text('small letters, digits and hyphens', /^[a-z][a-z0-9-]*$/)
  ),
  where: about('Where to click.', shortText(255)),
  title: about('What to do.', shortText(255)),
  unlessPreAuthorized: about(
    'True: not needed once the org lets reps use connectedApp without asking them.',
    flag,
    false
  ).optional(),
  values: about(
    'Values may hold {parameter} placeholders.',
    z.array(
      z.strictObject({
        label: text('text'),
        value: about('Fixed text.', text('text')).optional(),
        choice: about('Or a choice declared under choices.', text('a choice')).optional()
      }),
      { error: 'a list of values' }
    )
  ).optional()
});

/** A file in config/vendors: everything that is particular to one phone system. */
export const vendorFile = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1, { error: '1' }),
  label: about('What people call the product.', displayName),
  parameters: about(
    'What the admin fills in.',
    z.record(
      parameterName,
      z.strictObject({
        pattern: about('Regular expression of the whole value.', text('a regular expression')),
        example: about('A value that matches.', text('text')),
        help: about('Where an admin finds it.', text('text'))
      }),
      { error: 'a mapping of parameters' }
    )
  ),
  adapterUrl: about(
    'Templates of the adapter URL; values are URL-encoded.',
    z.strictObject({
      singleSignOn: about('When reps are logged in through Salesforce.', perOrgKind).optional(),
      ownLogin: about('When reps log in to the phone system themselves.', perOrgKind).optional()
    })
  ),
  sandboxParameters: about(
    'Added to the adapter URL for sandboxes and scratch orgs, never for production.',
    z.record(text('a parameter name'), z.string({ error: 'text' }))
  ).optional(),
  callCenter: about(
    'What holds when the admin says nothing else.',
    z.strictObject({
      kind: callCenterKind,
      origin: callCenterOrigin,
      internalName: internalName.optional(),
      displayName: displayName.optional(),
      singleSignOn: flag.optional(),
      softphone: softphone.optional()
    })
  ),
  packages: about('In the order of installation.', z.array(vendorPackage, { error: 'a list of packages' })).optional(),
  popsAndLogs: about(
    'Who opens records and writes logs: vendor where the phone system’s own page does; Ringdown’s components then only show them.',
    oneOf(['vendor', 'ringdown']),
    'ringdown'
  ).optional(),
  connectedApp: about(
    'The app by which the phone system knows reps by their login in Salesforce.',
    z.strictObject({
      name: about('As Setup > Connected Apps lists it.', displayName),
      invented: about('True when the vendor publishes no name and this stands in for it.', flag, false).optional()
    })
  ).optional(),
  callLog: about(
    'Where the vendor keeps its call log.',
    z.strictObject({
      namespace: about('Of the package that brings the call-log fields of Task.', namespace),
      invented: about('True when the vendor publishes no names and these stand in for them.', flag, false).optional()
    })
  ).optional(),
  choices: about(
    'What an admin chooses in the vendor’s console.',
    z.record(
      parameterName,
      z.strictObject({
        select: about('one value, several of them, or any text.', oneOf(['one', 'several', 'text'])),
        values: about('What is on offer.', z.array(text('text'))).optional(),
        default: about(
          'When the admin says nothing.',
          z.union([text('text'), z.array(text('text'))], { error: 'text or a list of texts' })
        )
      })
    )
  ).optional(),
  consoleSteps: about('What only a person can do, in order.', z.array(step, { error: 'a list of steps' })).optional()
});

export type VendorSettings = z.infer<typeof vendorFile>;
export type UrlTemplate = z.infer<typeof perOrgKind>;
