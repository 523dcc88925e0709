import type { LocalOrg } from '../state/state';
import { field, flag, longText, pick, reference, text, whole } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;
const atCreation = { updateable: false } as const;
const inDevHub = { api: 'tooling', setup: true, exists: (org: LocalOrg): boolean => org.settings.devHub } as const;

/** A package that a Dev Hub owns [Tooling API, Package2]. */
export const package2 = sobject(
  'Package2',
  '0Ho',
  [
    text('Name', 80, { required: true }),
    longText('Description', 4000),
    text('NamespacePrefix', 15, atCreation),
    pick('ContainerOptions', ['Managed', 'Unlocked'], { ...atCreation, restricted: true, required: true }),
    reference('SubscriberPackageId', 'SubscriberPackage', readOnly),
    text('PackageErrorUsername', 80),
    flag('IsOrgDependent', atCreation),
    flag('IsDeprecated'),
    text('ConvertedFromPackageId', 18, readOnly)
  ],
  { ...inDevHub, operations: ['create', 'update'], audit: 'deletable' }
);

/** A version of it; the only change that matters is its promotion [Tooling API, Package2Version]. */
export const package2Version = sobject(
  'Package2Version',
  '05i',
  [
    reference('Package2Id', 'Package2', readOnly),
    reference('SubscriberPackageVersionId', 'SubscriberPackageVersion', readOnly),
    reference('AncestorId', 'Package2Version', { ...readOnly, relationshipName: 'Ancestor' }),
    text('Name', 80),
    longText('Description', 4000),
    text('Tag', 240),
    text('Branch', 240),
    ...['MajorVersion', 'MinorVersion', 'PatchVersion', 'BuildNumber'].map((name) => whole(name, readOnly)),
    ...['BuildDurationInSeconds', 'EndToEndBuildDurationInSeconds'].map((name) => whole(name, readOnly)),
    ...['TotalNumberOfMetadataFiles', 'TotalSizeOfMetadataFiles'].map((name) => whole(name, readOnly)),
    flag('IsReleased'),
    flag('IsDeprecated'),
    ...['IsPasswordProtected', 'ValidationSkipped', 'ValidatedAsync', 'HasPassedCodeCoverageCheck'].map((name) =>
      flag(name, readOnly)
    ),
    ...['HasMetadataRemoved', 'HasVpi'].map((name) => flag(name, readOnly)),
    ...['CodeCoverage', 'CodeCoveragePercentages'].map((name) => field(name, 'complexvalue', readOnly)),
    text('InstallKey', 255),
    text('DeveloperUsePkgZip', 255, readOnly),
    text('ReleaseVersion', 10, readOnly),
    text('ConvertedFromVersionId', 18, readOnly)
  ],
  { ...inDevHub, operations: ['update'], audit: 'deletable' }
);

const states = [
  'Queued',
  'InProgress',
  'Initializing',
  'VerifyingFeaturesAndSettings',
  'VerifyingDependencies',
  'VerifyingMetadata',
  'FinalizingPackageVersion',
  'PerformingValidations',
  'Success',
  'Error'
];

/** The work that makes a version [Tooling API, Package2VersionCreateRequest]. */
export const package2VersionCreateRequest = sobject(
  'Package2VersionCreateRequest',
  '08c',
  [
    reference('Package2Id', 'Package2', { ...atCreation, required: true }),
    reference('Package2VersionId', 'Package2Version', readOnly),
    field('VersionInfo', 'textarea', { ...atCreation, required: true }),
    text('Tag', 240),
    text('Branch', 240),
    text('InstallKey', 255, atCreation),
    text('Instance', 40, atCreation),
    text('SourceOrg', 18, atCreation),
    text('Language', 10, atCreation),
    ...['CalculateCodeCoverage', 'SkipValidation', 'AsyncValidation', 'IsDevUsePkgZipRequested'].map((name) =>
      flag(name, atCreation)
    ),
    flag('CalcTransitiveDependencies'),
    flag('IsConversionRequest', readOnly),
    flag('IsPasswordProtected', readOnly),
    pick('Status', states, readOnly)
  ],
  { ...inDevHub, operations: ['create', 'update'], audit: 'deletable' }
);

/** What kept a version from being made [Tooling API, Package2VersionCreateRequestError]. */
export const package2VersionCreateRequestError = sobject(
  'Package2VersionCreateRequestError',
  '0ik',
  [reference('ParentRequestId', 'Package2VersionCreateRequest', readOnly), longText('Message', 4000, readOnly)],
  { ...inDevHub, audit: 'deletable' }
);
