import { createdId, parseAnswer } from './answer';
import type { InstallationKeyOf } from './ask-tooling';
import type { InstallOrder, InstallStatus } from './org';
import type { Transport } from './transport';

type RawRequest = {
  readonly Id: string;
  readonly Status: string;
  readonly CreatedDate?: string;
  readonly SubscriberPackageVersionKey?: string | null;
  readonly Errors?: { readonly errors?: readonly { readonly message: string }[] } | null;
};

/** Columns named one by one: the whole record would bring the installation key back (Password is readable). */
const columns = 'Id, Status, Errors, CreatedDate, SubscriberPackageVersionKey';

/** Posts one PackageInstallRequest and returns its id (0Hf). */
export async function postInstall(
  transport: Transport,
  apiVersion: string,
  { packageVersionId, securityType }: InstallOrder,
  keyOf: InstallationKeyOf
): Promise<string> {
  const key = keyOf(packageVersionId);
  const purpose = `installing ${packageVersionId}`;
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
    purpose,
    secrets: key === undefined ? [] : [key]
  });
  return createdId(text, purpose);
}

/** Reads one install request. */
export async function readInstall(transport: Transport, apiVersion: string, requestId: string): Promise<InstallStatus> {
  const [found] = await query(
    transport,
    apiVersion,
    `SELECT ${columns} FROM PackageInstallRequest WHERE Id = '${requestId}'`
  );
  if (found !== undefined) return readRequest(found);
  return {
    id: requestId,
    status: 'UNKNOWN',
    errors: ['The org no longer knows this install request.'],
    createdAt: 0
  };
}

/** Reads the install requests of one package version among the newest ones, newest first. */
export async function findInstalls(
  transport: Transport,
  apiVersion: string,
  packageVersionId: string
): Promise<readonly InstallStatus[]> {
  // That SubscriberPackageVersionKey can be filtered by is documented but unproved, so the newest few are filtered here.
  const newest = await query(
    transport,
    apiVersion,
    `SELECT ${columns} FROM PackageInstallRequest ORDER BY CreatedDate DESC LIMIT 20`
  );
  return newest.filter(({ SubscriberPackageVersionKey: id }) => isSameId(id, packageVersionId)).map(readRequest);
}

/** Salesforce writes one id with 15 or 18 characters. */
function isSameId(one: string | null | undefined, other: string): boolean {
  return one?.slice(0, 15) === other.slice(0, 15);
}

async function query(transport: Transport, apiVersion: string, soql: string): Promise<readonly RawRequest[]> {
  const purpose = 'reading the install';
  const { text } = await transport.send({
    method: 'GET',
    path: `/services/data/v${apiVersion}/tooling/query?q=${encodeURIComponent(soql)}`,
    effect: 'read',
    purpose
  });
  return parseAnswer<{ readonly records: readonly RawRequest[] }>(text, purpose).records;
}

function readRequest({ Id, Status, Errors, CreatedDate }: RawRequest): InstallStatus {
  return {
    id: Id,
    status: knownStatus(Status),
    errors: (Errors?.errors ?? []).map(({ message }) => message),
    createdAt: Date.parse(CreatedDate ?? '') || 0
  };
}

function knownStatus(status: string): InstallStatus['status'] {
  return status === 'IN_PROGRESS' || status === 'SUCCESS' || status === 'ERROR' || status === 'CANCELED'
    ? status
    : 'UNKNOWN';
}
