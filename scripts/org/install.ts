import type { InstallationKeyOf } from './ask-tooling';
import type { InstallOrder, InstallStatus } from './org';
import type { Transport } from './transport';

type RawRequest = {
  readonly Id: string;
  readonly Status: string;
  readonly CreatedDate?: string;
  readonly Errors?: { readonly errors?: readonly { readonly message: string }[] } | null;
};

/** Columns named one by one: the whole record would bring the installation key back (Password is readable). */
const columns = 'Id, Status, Errors, CreatedDate';

/** Posts one PackageInstallRequest and returns its id (0Hf). */
export async function postInstall(
  transport: Transport,
  apiVersion: string,
  { packageVersionId, securityType }: InstallOrder,
  keyOf: InstallationKeyOf
): Promise<string> {
  const key = keyOf(packageVersionId);
  const { text } = await transport.send({
    method: 'POST',
    path: `/services/data/v${apiVersion}/tooling/sobjects/PackageInstallRequest`,
    body: JSON.stringify({
      SubscriberPackageVersionKey: packageVersionId,
      SecurityType: securityType,
      NameConflictResolution: 'Block',
      PackageInstallSource: 'U',
      EnableRss: false,
      ...(key === undefined ? {} : { Password: key })
    }),
    effect: 'write',
    purpose: `installing ${packageVersionId}`
  });
  return (JSON.parse(text) as { id: string }).id;
}

/** Reads one install request. */
export async function readInstall(transport: Transport, apiVersion: string, requestId: string): Promise<InstallStatus> {
  const [found] = await query(
    transport,
    apiVersion,
    `SELECT ${columns} FROM PackageInstallRequest WHERE Id = '${requestId}'`
  );
  return (
    found ?? {
      id: requestId,
      status: 'UNKNOWN',
      errors: ['The org no longer knows this install request.'],
      createdAt: 0
    }
  );
}

/** Reads the install requests of one package version, newest first. */
export function findInstalls(
  transport: Transport,
  apiVersion: string,
  packageVersionId: string
): Promise<readonly InstallStatus[]> {
  return query(
    transport,
    apiVersion,
    `SELECT ${columns} FROM PackageInstallRequest WHERE SubscriberPackageVersionKey = '${packageVersionId}' ORDER BY CreatedDate DESC LIMIT 5`
  );
}

async function query(transport: Transport, apiVersion: string, soql: string): Promise<readonly InstallStatus[]> {
  const { text } = await transport.send({
    method: 'GET',
    path: `/services/data/v${apiVersion}/tooling/query?q=${encodeURIComponent(soql)}`,
    effect: 'read',
    purpose: 'reading the install'
  });
  const { records } = JSON.parse(text) as { records: readonly RawRequest[] };
  return records.map(({ Id, Status, Errors, CreatedDate }) => ({
    id: Id,
    status: knownStatus(Status),
    errors: (Errors?.errors ?? []).map(({ message }) => message),
    createdAt: Date.parse(CreatedDate ?? '') || 0
  }));
}

function knownStatus(status: string): InstallStatus['status'] {
  return status === 'IN_PROGRESS' || status === 'SUCCESS' || status === 'ERROR' || status === 'CANCELED'
    ? status
    : 'UNKNOWN';
}
