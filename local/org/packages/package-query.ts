import { badRequest } from '../api-error';
import { isSalesforceId, withChecksum } from '../state/salesforce-id';
import type { LocalOrg } from '../state/state';
import type { Sobject } from '../sobjects/sobject';
import type { Test } from '../soql/where-tree';
import { advanceInstalls } from './advance-installs';
import { findVersion } from './find-version';

/** What the packaging sObjects ask of a query, and what a query of them sets in motion. */
export function checkPackageQuery(org: LocalOrg, sobject: Sobject, tests: readonly Test[]): void {
  if (sobject.name === 'PackageInstallRequest') advanceInstalls(org);
  if (sobject.name !== 'SubscriberPackage' && sobject.name !== 'SubscriberPackageVersion') return;
  const ids = valuesOf(tests, 'id').filter(isSalesforceId);
  if (ids.length === 0) throw idRequired(sobject.name);
  if (sobject.name === 'SubscriberPackageVersion')
    for (const id of ids) checkKey(org, id, valuesOf(tests, 'installationkey')[0]);
}

function checkKey(org: LocalOrg, id: string, given: string | undefined): void {
  const known = findVersion(org, withChecksum(id));
  if (!known) return;
  org.countPackageRead(known.version.id);
  const { installationKey } = known.version;
  if (installationKey === undefined) return;
  if (given === undefined) {
    throw badRequest(
      'INSTALL_KEY_REQUIRED',
      `Please provide installationkey when querying SubscriberPackageVersion: ${withChecksum(id)}`
    );
  }
  if (given !== installationKey) {
    throw badRequest(
      'INSTALL_KEY_INVALID',
      `Invalid InstallationKey for SubscriberPackageVersion: ${withChecksum(id)}`
    );
  }
}

const idRequired = (name: string): Error =>
  badRequest(
    'MALFORMED_QUERY',
    `Implementation restriction: You can only perform queries of the form Id = [single ID] or Id IN [list of ID's] on ${name}`
  );

/** The texts that a field is compared with by `=` or IN. */
function valuesOf(tests: readonly Test[], name: string): readonly string[] {
  return tests.flatMap((test) => {
    if (!('field' in test) || 'valueQuery' in test || !['=', 'IN'].includes(test.operator)) return [];
    if (test.field.toLowerCase().split('.').at(-1) !== name) return [];
    return [test.value].flat().map((value) =>
      String(value)
        .replace(/^'|'$/g, '')
        .replace(/\\(['\\])/g, '$1')
    );
  });
}
