import type { Row, Value } from '../org-data';
import type { LocalOrg } from '../state/state';
import { withChecksum } from '../state/salesforce-id';
import { knownVersions, numbersOf, type Known } from './find-version';
import { validationStatus } from './validation-status';

/** Every package that the catalog knows, as rows. */
export function deriveSubscriberPackages(org: LocalOrg): readonly Row[] {
  return org.catalog.packages.map((each) => ({
    Id: withChecksum(each.id),
    Name: each.name,
    NamespacePrefix: each.namespace,
    Description: each.description ?? null,
    IsPackageValid: true
  }));
}

/** Every version that the catalog knows, as rows. */
export const deriveSubscriberPackageVersions = (org: LocalOrg): readonly Row[] =>
  knownVersions(org).map((known) => versionRow(org, known));

function versionRow(org: LocalOrg, known: Known): Row {
  const { of, version } = known;
  const [MajorVersion, MinorVersion, PatchVersion, BuildNumber] = numbersOf(version);
  const container = version.container ?? (of.namespace ? 'Managed' : 'Unmanaged');
  return {
    Id: withChecksum(version.id),
    SubscriberPackageId: withChecksum(of.id),
    Name: version.name,
    Description: of.description ?? null,
    PublisherName: of.publisher ?? of.name,
    MajorVersion,
    MinorVersion,
    PatchVersion,
    BuildNumber,
    ReleaseState: version.beta ? 'Beta' : 'Released',
    IsBeta: version.beta === true,
    IsManaged: container === 'Managed',
    IsDeprecated: version.deprecated === true,
    IsPasswordProtected: version.installationKey !== undefined,
    Package2ContainerOptions: container,
    InstallValidationStatus: validationStatus(org, known),
    InstallationKey: version.installationKey ?? null,
    RemoteSiteSettings: complex({
      settings: (version.remoteSites ?? []).map((url) => ({ url, secure: true, active: true }))
    }),
    CspTrustedSites: complex({
      settings: (version.trustedSites ?? []).map((endpointUrl) => ({ endpointUrl, isActive: true }))
    }),
    Profiles: complex({ destinationProfiles: [], sourceProfiles: [] }),
    Dependencies: version.dependencies?.length
      ? complex({ ids: version.dependencies.map((id) => ({ subscriberPackageVersionId: withChecksum(id) })) })
      : null
  };
}

/** A compound value, which rows hold as text. */
const complex = (value: object): Value => JSON.stringify(value);
