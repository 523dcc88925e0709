import type { ResolvedPackage } from '../../config/resolved-config/packages';
import type { Question } from '../question';
import { soqlList, soqlText } from '../soql';

export const installedId = 'package-version:installed';
export const runningId = 'package-version:running';
const versionsId = 'package-version:versions';
const dependenciesId = 'package-version:dependencies';
export const basesId = 'package-version:bases';

/** The question that answers for one package version. Each version with an installation key has its own. */
export function versionQuestionId({ id, installationKey }: ResolvedPackage): string {
  return installationKey ? `package-version:version:${id}` : versionsId;
}

/**
 * Stands for a package's installation key inside a SOQL literal, quotes included by the query. `org/` puts the key in its
 * place, escaped, when it sends the query, so that no question, plan or log ever holds a key.
 */
export function installationKeyPlaceholder(packageVersionId: string): string {
  return `{{installation-key:${packageVersionId}}}`;
}

/** The question that answers for what a package version needs; the row of a locked one says it along with the rest. */
export function dependenciesQuestionId(wanted: ResolvedPackage): string {
  return wanted.installationKey ? versionQuestionId(wanted) : dependenciesId;
}

/** Asks which packages these versions are of: a newer version of the same package serves as well. */
export function basesQuestion(ids: readonly string[]): Question {
  return {
    id: basesId,
    via: 'tooling',
    soql: `SELECT Id, Name, SubscriberPackageId, MajorVersion, MinorVersion, PatchVersion, BuildNumber FROM SubscriberPackageVersion WHERE Id IN ${soqlList(ids)}`
  };
}

/** What is installed, what the wanted versions are, and which install requests run. Tooling API. */
export function packageQuestions(packages: readonly ResolvedPackage[]): readonly Question[] {
  if (packages.length === 0) return [];
  const open = packages.filter(({ installationKey }) => !installationKey);
  const locked = packages.filter(({ installationKey }) => installationKey);
  return [
    // What runs is asked before what is installed: an installation that ends in between is then seen in one of the two.
    // Filtering by SubscriberPackageVersionKey is documented but unproved; the newest few are filtered here instead.
    { id: runningId, via: 'tooling', soql: runningSoql },
    { id: installedId, via: 'tooling', soql: installedSoql },
    ...(open.length > 0
      ? [
          {
            id: versionsId,
            via: 'tooling' as const,
            soql: `${versionSoql} WHERE Id IN ${soqlList(open.map(({ id }) => id))}`
          },
          // Asked apart: a query of the costly column over several versions is unproved, and nothing depends on its answer.
          {
            id: dependenciesId,
            via: 'tooling' as const,
            soql: `SELECT Id, Dependencies FROM SubscriberPackageVersion WHERE Id IN ${soqlList(open.map(({ id }) => id))}`
          }
        ]
      : []),
    ...locked.map((wanted) => ({
      id: versionQuestionId(wanted),
      via: 'tooling' as const,
      soql: `${lockedVersionSoql} WHERE Id = ${soqlText(wanted.id)} AND InstallationKey = '${installationKeyPlaceholder(wanted.id)}'`
    }))
  ];
}

const installedSoql =
  'SELECT Id, SubscriberPackageId, SubscriberPackage.Name, SubscriberPackage.NamespacePrefix, SubscriberPackageVersion.Id, ' +
  'SubscriberPackageVersion.MajorVersion, SubscriberPackageVersion.MinorVersion, SubscriberPackageVersion.PatchVersion, ' +
  'SubscriberPackageVersion.BuildNumber FROM InstalledSubscriberPackage';

/** Columns are named one by one: Password is a column of this object too. */
const runningSoql =
  'SELECT Id, Status, SubscriberPackageVersionKey, CreatedDate FROM PackageInstallRequest ORDER BY CreatedDate DESC LIMIT 20';

const versionColumns =
  'Id, Name, SubscriberPackageId, MajorVersion, MinorVersion, PatchVersion, BuildNumber, IsBeta, InstallValidationStatus';
const versionSoql = `SELECT ${versionColumns} FROM SubscriberPackageVersion`;
const lockedVersionSoql = `SELECT ${versionColumns}, Dependencies FROM SubscriberPackageVersion`;
