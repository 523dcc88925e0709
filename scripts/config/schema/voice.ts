import { z } from 'zod';
import { developerName, displayName, namespace } from './names';
import { about, text } from './words';

/** What only a Voice contact center has. */
export const voice = z.strictObject({
  vendorInfo: about(
    'The ConversationVendorInfo record that this org gets.',
    z.strictObject({
      name: about('developerName of the record. Default: the internal name.', developerName).optional(),
      label: about('Default: the display name.', displayName).optional(),
      namespace: about(
        'Of the package that holds the record; c when it is deployed unpackaged.',
        namespace,
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
