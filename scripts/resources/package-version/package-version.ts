import type { ResolvedPackage } from '../../config/resolved-config/packages';
import type { InstallPackage } from '../change';
import { isSameId } from '../is-same-id';
import { flagAt, recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, OrgRecord } from '../question';
import type { CompareInput, Comparison, Finding, Resource } from '../resource';
import { refusedQuestion } from '../refused-question';
import { dependencyFindings, dependencyQuestions } from './dependencies';
import {
  downgrade,
  otherInstallRunning,
  packageName,
  unknownVersion,
  unreadableVersion,
  validationFinding
} from './findings';
import { installedId, packageQuestions, runningId, versionQuestionId } from './questions';
import { validationMeaning } from './validation-status';
import { compareVersions, versionAt, versionText } from './version-number';

/** Managed packages, in the order of the configuration: installed, upgraded, or refused with the reason. */
export const packageVersion: Resource = {
  name: 'package-version',
  ask: ({ packages }) => packageQuestions(packages),
  askMore: ({ packages }, answers) => dependencyQuestions(packages, answers),
  compare(input) {
    const unreadable = refusedQuestion(input.answers, installedId, 'its installed packages');
    if (unreadable.length > 0) return { changes: [], findings: unreadable, holds: [] };
    const comparisons = input.config.packages.map((wanted) => compareOne(wanted, input));
    const changes = comparisons.flatMap(({ changes: one }) => one);
    return {
      changes,
      findings: [
        ...comparisons.flatMap(({ findings }) => findings),
        ...(changes.length > 0 ? otherInstalls(input) : [])
      ],
      holds: comparisons.flatMap(({ holds }) => holds)
    };
  }
};

function compareOne(wanted: ResolvedPackage, input: CompareInput): Comparison {
  const { answers, config } = input;
  const installed = recordsOf(answers, installedId);
  const same = installed.find((row) => isSameId(textAt(row, 'SubscriberPackageVersion.Id'), wanted.id));
  if (same) return holding(`Package ${packageName(wanted)}: ${versionText(installedVersion(same))} is installed`);

  const questionId = versionQuestionId(wanted);
  const refusal = refusalOf(answers, questionId);
  if (refusal) return blocked(unreadableVersion(wanted, refusal.code, refusal.message));
  const version = recordsOf(answers, questionId).find((row) => isSameId(textAt(row, 'Id'), wanted.id));
  if (!version) return blocked(unknownVersion(wanted));

  const packageId = textAt(version, 'SubscriberPackageId');
  const current = installed.find(
    (row) => packageId !== undefined && isSameId(textAt(row, 'SubscriberPackageId'), packageId)
  );
  if (current && compareVersions(installedVersion(current), versionAt(version)) > 0)
    return newer(wanted, version, current);

  const missing = dependencyFindings(wanted, config.packages, answers);
  const status = statusFindings(wanted, version, {
    isProduction: config.org.kind === 'production',
    hasPendingBase: hasPendingBase(wanted, input)
  });
  const isNamed = missing.some(({ severity }) => severity === 'blocked');
  return {
    changes: [install(wanted, version, current, answers)],
    // That a base is missing is said once, with its name.
    findings: [...missing, ...status.filter(({ code }) => !isNamed || code !== 'PACKAGE_NOT_INSTALLED')],
    holds: []
  };
}

function newer(wanted: ResolvedPackage, version: OrgRecord, current: OrgRecord): Comparison {
  const [has, wants] = [versionText(installedVersion(current)), versionText(versionAt(version))];
  if (wanted.version === 'exact') return blocked(downgrade(wanted, wants, has));
  return holding(`Package ${packageName(wanted)}: the newer ${has} is installed, at least ${wants} is wanted`);
}

function install(
  wanted: ResolvedPackage,
  version: OrgRecord,
  current: OrgRecord | undefined,
  answers: Answers
): InstallPackage {
  const after = versionText(versionAt(version));
  const before = current && versionText(installedVersion(current));
  const running = runningRequests(answers).find((row) =>
    isSameId(textAt(row, 'SubscriberPackageVersionKey'), wanted.id)
  );
  const runningRequestId = running && textAt(running, 'Id');
  const status = textAt(version, 'InstallValidationStatus') ?? 'NO_ERRORS_DETECTED';
  const forWhom = wanted.securityType === 'all-users' ? 'for all users' : 'for admins only';
  const verb = before === undefined ? 'install' : 'upgrade';
  return {
    kind: 'install-package',
    action: before === undefined ? 'create' : 'update',
    address: `package ${wanted.id}`,
    summary: `${verb} ${wanted.name} ${after} ${forWhom}${runningRequestId ? `, already under way as ${runningRequestId}` : ''}`,
    details: [
      { field: 'version', ...(before !== undefined && { before }), after },
      { field: 'securityType', after: wanted.securityType }
    ],
    packageVersionId: wanted.id,
    securityType: wanted.securityType === 'all-users' ? 'Full' : 'None',
    ...(runningRequestId !== undefined && { runningRequestId }),
    ...(validationMeaning(status).severity === 'warning' && { waitingFor: status })
  };
}

/** A package that this plan installs before may be the missing base, so that its absence is no obstacle yet. */
function hasPendingBase(wanted: ResolvedPackage, { config, answers }: CompareInput): boolean {
  const installed = recordsOf(answers, installedId).map((row) => textAt(row, 'SubscriberPackageVersion.Id'));
  const before = config.packages.slice(0, config.packages.indexOf(wanted));
  return before.some(({ id }) => !installed.some((have) => isSameId(have, id)));
}

function statusFindings(
  wanted: ResolvedPackage,
  version: OrgRecord,
  { isProduction, hasPendingBase: waitsForBase }: { readonly isProduction: boolean; readonly hasPendingBase: boolean }
): readonly Finding[] {
  const status = textAt(version, 'InstallValidationStatus') ?? 'NO_ERRORS_DETECTED';
  if (status === 'PACKAGE_NOT_INSTALLED' && waitsForBase) return [];
  const isBeta = status === 'NO_ERRORS_DETECTED' && isProduction && flagAt(version, 'IsBeta');
  return validationFinding(wanted, isBeta ? 'BETA_INSTALL_INTO_PRODUCTION_ORG' : status);
}

function otherInstalls({ answers, config }: CompareInput): readonly Finding[] {
  return runningRequests(answers).flatMap((row) => {
    const key = textAt(row, 'SubscriberPackageVersionKey') ?? '';
    const isOurs = config.packages.some(({ id }) => isSameId(key, id));
    return isOurs ? [] : [otherInstallRunning(textAt(row, 'Id') ?? '', key)];
  });
}

function runningRequests(answers: Answers): readonly OrgRecord[] {
  return recordsOf(answers, runningId).filter((row) => textAt(row, 'Status') === 'IN_PROGRESS');
}

function installedVersion(row: OrgRecord): ReturnType<typeof versionAt> {
  return versionAt(row, 'SubscriberPackageVersion.');
}

function holding(line: string): Comparison {
  return { changes: [], findings: [], holds: [line] };
}

function blocked(finding: Finding): Comparison {
  return { changes: [], findings: [finding], holds: [] };
}
