import type { Package } from '../catalog/catalog';
import type { Row } from '../org-data';
import type { RunningOrg } from '../start-org';
import { buildSource } from './build-source';
import { readVersionInfo, type Descriptor } from './version-info';

/** The versions that a Dev Hub made, and the work of making them. */
export type BuiltVersions = {
  readonly work: () => void;
  /** The packages as an org of a subscriber knows them, with what has been promoted meanwhile. */
  readonly packages: () => readonly Package[];
};

type Built = { readonly row: string; readonly zip: Buffer; readonly version: Package['versions'][number] };

/** Makes a version of every request; a request that cannot be met ends in Error, with all reasons. */
export function buildVersions({ data }: RunningOrg, toldCoverage: number | undefined): BuiltVersions {
  const built: Built[] = [];
  const madeOf = (id: string): Built | undefined => built.find(({ version }) => version.id === id);

  const fail = (request: Row, messages: readonly string[]): void => {
    for (const Message of messages)
      data.insert('Package2VersionCreateRequestError', { ParentRequestId: request.Id, Message });
    data.update('Package2VersionCreateRequest', request.Id, { Status: 'Error', VersionInfo: null });
  };

  const build = (request: Row): void => {
    const info = readVersionInfo(String(request.VersionInfo ?? ''));
    if (typeof info === 'string') return fail(request, [info]);
    const { descriptor, packageZip } = info;
    const needed = (descriptor.dependencies ?? []).map(({ subscriberPackageVersionId: id }) => ({
      id,
      found: madeOf(id)
    }));
    const missing = needed.filter(({ found }) => !found);
    if (missing.length > 0)
      return fail(
        request,
        missing.map(({ id }) => `The dependency ${id} is no version of this Dev Hub`)
      );
    const source = buildSource(
      info,
      needed.flatMap(({ found }) => found?.zip ?? []),
      () => data.now()
    );
    if (source.errors.length > 0) return fail(request, source.errors);
    const numbers = numbersOf(descriptor, request.Package2Id, data.rows('Package2Version'));
    const hasApex = source.components.some(({ type }) => type === 'ApexClass');
    const covered = request.CalculateCodeCoverage === true && hasApex ? toldCoverage : undefined;
    const row = data.insert('Package2Version', {
      ...{
        Package2Id: request.Package2Id ?? null,
        SubscriberPackageVersionId: data.newId('04t'),
        AncestorId: descriptor.ancestorId || null
      },
      ...{
        Name: descriptor.versionName ?? 'ver',
        Tag: request.Tag ?? null,
        Branch: request.Branch ?? null,
        ...numbers
      },
      ...{
        IsReleased: false,
        IsDeprecated: false,
        IsPasswordProtected: false,
        ValidationSkipped: request.SkipValidation === true
      },
      CodeCoverage: covered === undefined ? null : JSON.stringify({ apexCodeCoveragePercentage: covered }),
      HasPassedCodeCoverageCheck: request.CalculateCodeCoverage === true && (!hasApex || (covered ?? 0) >= 75),
      ...{
        TotalNumberOfMetadataFiles: source.files,
        TotalSizeOfMetadataFiles: packageZip.length,
        ReleaseVersion: '67.0'
      }
    });
    const id = String(row.SubscriberPackageVersionId);
    const { MajorVersion, MinorVersion, PatchVersion, BuildNumber } = numbers;
    const version = {
      ...{ id, name: String(row.Name), number: [MajorVersion, MinorVersion, PatchVersion, BuildNumber].join('.') },
      ...{ container: 'Managed' as const, dependencies: needed.map((each) => each.id), components: source.components }
    };
    built.push({ row: row.Id, zip: packageZip, version });
    data.update('Package2VersionCreateRequest', request.Id, {
      Status: 'Success',
      Package2VersionId: row.Id,
      VersionInfo: null
    });
  };

  return {
    work: () => {
      for (const request of data.rows('Package2VersionCreateRequest')) {
        // Whoever polls sees it queued, then at work, then done.
        if (request.Status === 'Queued')
          data.update('Package2VersionCreateRequest', request.Id, { Status: 'InProgress' });
        else if (request.Status === 'InProgress') build(request);
      }
    },
    packages: () =>
      data.rows('Package2').map((row) => ({
        id: String(row.SubscriberPackageId),
        name: String(row.Name),
        namespace: row.NamespacePrefix === null ? null : String(row.NamespacePrefix),
        versions: built
          .filter((each) => data.row('Package2Version', each.row)?.Package2Id === row.Id)
          .map((each) => ({ ...each.version, beta: data.row('Package2Version', each.row)?.IsReleased !== true }))
      }))
  };
}

/** NEXT is one more than the last build of this major.minor.patch. */
function numbersOf(descriptor: Descriptor, packageId: Row[string] | undefined, versions: readonly Row[]) {
  const [MajorVersion = 0, MinorVersion = 0, PatchVersion = 0] = descriptor.versionNumber.split('.').map(Number);
  const asked = descriptor.versionNumber.split('.')[3];
  const same = versions.filter(
    (row) =>
      row.Package2Id === packageId &&
      row.MajorVersion === MajorVersion &&
      row.MinorVersion === MinorVersion &&
      row.PatchVersion === PatchVersion
  );
  const last = Math.max(0, ...same.map((row) => Number(row.BuildNumber)));
  return { MajorVersion, MinorVersion, PatchVersion, BuildNumber: asked === 'NEXT' ? last + 1 : Number(asked) };
}
