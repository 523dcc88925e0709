import type { Row } from '../org-data';
import type { LocalOrg } from '../state/state';
import type { Package, PackageVersion } from '../catalog/catalog';
import { withChecksum } from '../state/salesforce-id';

/** A version and the package that it is one of. */
export type Known = { readonly of: Package; readonly version: PackageVersion };

/** The package version of this id, of 15 or 18 characters. */
export function findVersion(org: LocalOrg, id: string): Known | undefined {
  const wanted = withChecksum(id);
  return knownVersions(org).find(({ version }) => withChecksum(version.id) === wanted);
}

/** Every version of every package. */
export const knownVersions = (org: LocalOrg): readonly Known[] =>
  org.catalog.packages.flatMap((of) => of.versions.map((version) => ({ of, version })));

/** The row that says which version of the package is installed. */
export const installedRow = (org: LocalOrg, of: Package): Row | undefined =>
  org.rows('InstalledSubscriberPackage').find((row) => row.SubscriberPackageId === withChecksum(of.id));

/** `major.minor.patch.build` as numbers. */
export const numbersOf = (version: PackageVersion): readonly [number, number, number, number] => {
  const [major = 0, minor = 0, patch = 0, build = 0] = version.number.split('.').map(Number);
  return [major, minor, patch, build];
};

/** Whether the one version is earlier than the other. */
export function isEarlier(one: PackageVersion, other: PackageVersion): boolean {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  const different = left.findIndex((number, place) => number !== right[place]);
  return different >= 0 && (left[different] ?? 0) < (right[different] ?? 0);
}
