import { derivePackageInstallRequests } from '../packages/install-request';
import { deriveSubscriberPackages, deriveSubscriberPackageVersions } from '../packages/subscriber-rows';
import { field, flag, longText, pick, reference, text, whole } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;
const tooling = { api: 'tooling', setup: true } as const;

/** Every package that could be installed; rows only for the ids that the query names. */
export const subscriberPackage = sobject(
  'SubscriberPackage',
  '033',
  [
    text('Name', 255, readOnly),
    text('NamespacePrefix', 15, readOnly),
    longText('Description', 4000, readOnly),
    flag('IsPackageValid', readOnly)
  ],
  { ...tooling, audit: 'none', derive: deriveSubscriberPackages }
);

/** Every version of a package that could be installed; rows only for the ids that the query names. */
export const subscriberPackageVersion = sobject(
  'SubscriberPackageVersion',
  '04t',
  [
    reference('SubscriberPackageId', 'SubscriberPackage', readOnly),
    text('Name', 255, readOnly),
    longText('Description', 4000, readOnly),
    text('PublisherName', 255, readOnly),
    whole('MajorVersion', readOnly),
    whole('MinorVersion', readOnly),
    whole('PatchVersion', readOnly),
    whole('BuildNumber', readOnly),
    pick('ReleaseState', ['Released', 'Beta'], readOnly),
    flag('IsManaged', readOnly),
    flag('IsDeprecated', readOnly),
    flag('IsPasswordProtected', readOnly),
    flag('IsBeta', readOnly),
    flag('IsSecurityReviewed', readOnly),
    flag('IsOrgDependent', readOnly),
    pick('Package2ContainerOptions', ['Managed', 'Unlocked', 'Locked', 'Unmanaged'], readOnly),
    pick('InstallValidationStatus', [], readOnly),
    text('InstallationKey', 255, readOnly),
    text('AppExchangePackageName', 255, readOnly),
    longText('AppExchangeDescription', 4000, readOnly),
    text('AppExchangePublisherName', 255, readOnly),
    field('AppExchangeLogoUrl', 'url', readOnly),
    field('ReleaseNotesUrl', 'url', readOnly),
    field('PostInstallUrl', 'url', readOnly),
    ...['RemoteSiteSettings', 'CspTrustedSites', 'Profiles', 'Dependencies'].map((name) =>
      field(name, 'complexvalue', readOnly)
    )
  ],
  { ...tooling, audit: 'none', derive: deriveSubscriberPackageVersions }
);

export const installedSubscriberPackage = sobject(
  'InstalledSubscriberPackage',
  '0A3',
  [
    reference('SubscriberPackageId', 'SubscriberPackage', readOnly),
    reference('SubscriberPackageVersionId', 'SubscriberPackageVersion', readOnly),
    reference('MinPackageVersionId', 'SubscriberPackageVersion', { readOnly: true, relationshipName: null })
  ],
  { ...tooling, audit: 'none' }
);

export const packageInstallRequest = sobject(
  'PackageInstallRequest',
  '0Hf',
  [
    text('SubscriberPackageVersionKey', 18, { required: true, updateable: false }),
    text('Password', 255, { updateable: false }),
    flag('EnableRss', { updateable: false }),
    pick('NameConflictResolution', ['Block', 'RenameMetadata'], {
      restricted: true,
      updateable: false,
      defaultValue: 'Block'
    }),
    pick('SecurityType', ['Custom', 'Full', 'None'], { restricted: true, updateable: false, defaultValue: 'Full' }),
    pick('PackageInstallSource', ['U', 'R', 'D', 'S', 'A'], { restricted: true, updateable: false }),
    pick('UpgradeType', ['delete-only', 'deprecate-only', 'mixed-mode'], { restricted: true, updateable: false }),
    pick('ApexCompileType', ['all', 'package'], { restricted: true, updateable: false }),
    text('SkipHandlers', 255, { updateable: false }),
    pick('Status', ['IN_PROGRESS', 'SUCCESS', 'ERROR', 'UNKNOWN'], readOnly),
    field('Errors', 'complexvalue', readOnly),
    field('ProfileMappings', 'complexvalue', { updateable: false })
  ],
  { ...tooling, operations: ['create'], audit: 'deletable', derive: derivePackageInstallRequests }
);
