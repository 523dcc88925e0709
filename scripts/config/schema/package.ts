import { z } from 'zod';
import { salesforceId } from './id';
import { secretSource } from './secret-source';
import { about, oneOf, shortText } from './words';

export const packageId = salesforceId('04t', 'a package version id');

const fields = {
  id: about('Package version, 04t…, 15 or 18 characters.', packageId),
  name: about('What people call it. Needed unless a vendor file brings the package.', shortText(255)).optional(),
  securityType: about('Who may use what the package brings.', oneOf(['admins', 'all-users']), 'admins').optional(),
  version: about(
    'exact: this version; at-least: a newer one is left alone.',
    oneOf(['exact', 'at-least']),
    'at-least'
  ).optional(),
  dependsOn: about(
    'Ids of packages that must be installed before.',
    z.array(packageId, { error: 'a list of package version ids' })
  ).optional()
};

/** One entry of `packages:`. The id of a vendor's package changes how that one is installed. */
export const packageVersion = z.strictObject({
  ...fields,
  installationKey: about('Where the installation key is; never the key itself.', secretSource).optional()
});

/** One package of a vendor file. */
export const vendorPackage = z.strictObject({
  ...fields,
  name: about('What people call it.', shortText(255)),
  installLink: about(
    'p0: the install page itself; startURL: the login page that goes on to it.',
    oneOf(['p0', 'startURL']),
    'p0'
  ).optional()
});

export type PackageSettings = z.infer<typeof packageVersion>;
export type VendorPackage = z.infer<typeof vendorPackage>;
