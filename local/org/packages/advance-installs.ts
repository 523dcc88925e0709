import type { LocalOrg } from '../state/state';
import { findVersion, installedRow, isEarlier, type Known } from './find-version';
import { installPrefix, type InstallJob } from './install-job';
import { installComponents } from './install-components';
import { validationStatus } from './validation-status';
import { withChecksum } from '../state/salesforce-id';

/**
 * Counts a read of the status of one installation, or of all; the read that `installPolls` names finishes it. An org installs one
 * package at a time: a read of one that waits is time that passes for the one before it.
 */
export function advanceInstalls(org: LocalOrg, id?: string): void {
  const running = org.jobs<InstallJob>(installPrefix).filter(({ status }) => status === 'IN_PROGRESS');
  const [job] = running;
  if (!job || (id !== undefined && !running.some((each) => each.id === id))) return;
  const reads = job.reads + 1;
  const polls = job.polls ?? org.settings.installPolls;
  org.putJob(reads < polls ? { ...job, reads } : finish(org, { ...job, reads }));
}

function finish(org: LocalOrg, job: InstallJob): InstallJob {
  const known = findVersion(org, job.versionId);
  const lastModifiedDate = org.now().toISOString();
  const errors = known ? installErrors(org, job, known) : ['This package is not yet available'];
  if (!known || errors.length > 0) return { ...job, status: 'ERROR', errors, lastModifiedDate };
  org.as(job.createdBy, () => install(org, job, known));
  return { ...job, status: 'SUCCESS', lastModifiedDate };
}

function installErrors(org: LocalOrg, job: InstallJob, known: Known): readonly string[] {
  if (job.toldErrors) return job.toldErrors;
  if (!job.keyIsRight) return ['Invalid installation key'];
  const status = validationStatus(org, known);
  if (status !== 'NO_ERRORS_DETECTED') return [refusals[status] ?? `The package can't be installed: ${status}`];
  const missing = (known.version.dependencies ?? []).flatMap((id) => missingPackage(org, id) ?? []);
  return [...missing, ...(known.version.installErrors ?? [])];
}

function missingPackage(org: LocalOrg, id: string): string | undefined {
  const needed = findVersion(org, id);
  if (!needed) return `A required package is missing: ${id}`;
  const present = findVersion(org, String(installedRow(org, needed.of)?.SubscriberPackageVersionId ?? ''))?.version;
  if (present && !isEarlier(present, needed.version)) return undefined;
  return `A required package is missing: Package "${needed.of.name}", Version ${needed.version.number} or later must be installed first.`;
}

/** Makes the org one that has this version, for the system administrators or for all users. */
export function install(org: LocalOrg, job: Pick<InstallJob, 'fields'>, known: Known): void {
  const { of, version } = known;
  const versionId = withChecksum(version.id);
  const row = installedRow(org, of);
  if (row?.SubscriberPackageVersionId !== versionId) {
    if (row) org.update('InstalledSubscriberPackage', row.Id, { SubscriberPackageVersionId: versionId });
    else {
      const packageId = withChecksum(of.id);
      org.insert('InstalledSubscriberPackage', {
        SubscriberPackageId: packageId,
        SubscriberPackageVersionId: versionId,
        MinPackageVersionId: versionId
      });
    }
  }
  installComponents(org, known, /^full$/i.test(String(job.fields.SecurityType ?? 'Full')));
}

const refusals: Readonly<Record<string, string>> = {
  PACKAGE_UNAVAILABLE: 'This package is not yet available. Wait a few minutes and try again.',
  CANNOT_INSTALL_EARLIER_VERSION: 'A newer version of this package is currently installed.',
  BETA_INSTALL_INTO_PRODUCTION_ORG:
    'Beta packages can only be installed in sandbox, scratch or Developer Edition organizations.',
  CANNOT_UPGRADE_BETA: 'The beta version that is installed cannot be upgraded. Uninstall it first.',
  DEPRECATED_INSTALL_PACKAGE: 'The package version is deprecated.',
  NAMESPACE_COLLISION: 'A package with the same namespace is already installed.',
  UNINSTALL_IN_PROGRESS: 'The package is being uninstalled.'
};
