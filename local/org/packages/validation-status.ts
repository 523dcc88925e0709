import { withChecksum } from '../state/salesforce-id';
import type { LocalOrg } from '../state/state';
import { findVersion, installedRow, isEarlier, type Known } from './find-version';

/** Whether this org can install the version now [Tooling API, SubscriberPackageVersion, InstallValidationStatus]. */
export function validationStatus(org: LocalOrg, { of, version }: Known): string {
  if (version.validationStatus) return version.validationStatus;
  const lag = version.publishLag ?? 0;
  if (lag > 0 && org.packageReads(version.id) <= lag) return 'PACKAGE_UNAVAILABLE';
  if (version.deprecated) return 'DEPRECATED_INSTALL_PACKAGE';
  if (version.beta && org.kind === 'production') return 'BETA_INSTALL_INTO_PRODUCTION_ORG';
  const present = findVersion(org, String(installedRow(org, of)?.SubscriberPackageVersionId ?? ''))?.version;
  if (present && present.id !== version.id) {
    if (present.beta) return 'CANNOT_UPGRADE_BETA';
    if (isEarlier(version, present)) return 'CANNOT_INSTALL_EARLIER_VERSION';
  }
  const needed = new Set((version.dependencies ?? []).map(withChecksum));
  const taken = org.catalog.packages.some(
    // Packages of the second generation may share a namespace: one that this version needs is no stranger.
    (other) =>
      other.id !== of.id &&
      !other.versions.some(({ id }) => needed.has(withChecksum(id))) &&
      other.namespace === of.namespace &&
      installedRow(org, other)
  );
  return of.namespace !== null && taken ? 'NAMESPACE_COLLISION' : 'NO_ERRORS_DETECTED';
}
