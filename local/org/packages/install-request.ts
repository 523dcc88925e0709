import { badRequest } from '../api-error';
import type { Fields, Row } from '../org-data';
import { canonicalId, withChecksum } from '../state/salesforce-id';
import type { LocalOrg } from '../state/state';
import { findVersion } from './find-version';
import { installPrefix, type InstallJob } from './install-job';

/** Accepts a PackageInstallRequest; the work is done later, at the reads of its status. */
export function requestInstall(org: LocalOrg, userId: string, fields: Fields): string {
  const { Password: key, ...asked } = fields;
  const given = String(fields.SubscriberPackageVersionKey ?? '');
  const known = findVersion(org, canonicalId(given) ?? given);
  if (!given.startsWith('04t') || !known)
    throw badRequest('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['SubscriberPackageVersionKey']);
  const { installationKey } = known.version;
  const at = org.now().toISOString();
  const job: InstallJob = {
    id: org.newId(installPrefix),
    status: 'IN_PROGRESS',
    versionId: withChecksum(known.version.id),
    fields: { ...asked, SubscriberPackageVersionKey: withChecksum(known.version.id) },
    // Salesforce's own library sends quotes and backslashes of the key escaped.
    keyIsRight:
      installationKey === undefined || [String(key), String(key).replace(/\\(['\\])/g, '$1')].includes(installationKey),
    reads: 0,
    errors: [],
    createdBy: userId,
    createdDate: at,
    lastModifiedDate: at
  };
  org.putJob(job);
  return job.id;
}

/** The installations as rows of PackageInstallRequest. */
export const derivePackageInstallRequests = (org: LocalOrg): readonly Row[] =>
  org.jobs<InstallJob>(installPrefix).map((job) => ({
    ...job.fields,
    Id: job.id,
    IsDeleted: false,
    Status: job.status,
    Errors: job.errors.length > 0 ? JSON.stringify({ errors: job.errors.map((message) => ({ message })) }) : null,
    Password: null,
    ProfileMappings: null,
    CreatedDate: job.createdDate,
    CreatedById: job.createdBy,
    LastModifiedDate: job.lastModifiedDate,
    LastModifiedById: job.createdBy,
    SystemModstamp: job.lastModifiedDate
  }));
