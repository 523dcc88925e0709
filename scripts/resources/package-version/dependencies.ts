import type { ResolvedPackage } from '../../config/resolved-config/packages';
import { isSameId } from '../is-same-id';
import { recordsOf, textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';
import type { Finding } from '../resource';
import { dependencyMissing } from './findings';
import { basesId, basesQuestion, dependenciesQuestionId, installedId, versionQuestionId } from './questions';
import { compareVersions, versionAt, versionText } from './version-number';

/** Asks what the needed versions are that are neither installed nor of this configuration; mostly there is none. */
export function dependencyQuestions(packages: readonly ResolvedPackage[], answers: Answers): readonly Question[] {
  const needed = packages.filter(({ id }) => !isInstalled(id, answers)).flatMap((wanted) => neededBy(wanted, answers));
  const unknown = needed.filter((id) => !isInstalled(id, answers) && !packages.some((one) => isSameId(one.id, id)));
  return unknown.length === 0 ? [] : [basesQuestion([...new Set(unknown)].sort())];
}

/** What a version needs and will not find: neither it nor a newer version of the same package is there or comes before. */
export function dependencyFindings(
  wanted: ResolvedPackage,
  packages: readonly ResolvedPackage[],
  answers: Answers
): readonly Finding[] {
  const place = packages.indexOf(wanted);
  const [before, after] = [packages.slice(0, place), packages.slice(place + 1)];
  return neededBy(wanted, answers).flatMap((id) => {
    const base = rowOf(id, packages, answers);
    if (isInstalled(id, answers) || installedServes(base, answers)) return [];
    if (before.some((one) => planServes(one, id, base, answers))) return [];
    const later = after.find((one) => planServes(one, id, base, answers));
    const name = later?.name ?? (base && nameOf(base));
    return [
      dependencyMissing(wanted, {
        id: later?.id ?? id,
        ...(name !== undefined && { name }),
        isLater: later !== undefined,
        known: base !== undefined
      })
    ];
  });
}

/** Tooling API, SubscriberPackageVersion: Dependencies is `{ ids: [{ subscriberPackageVersionId }] }`, or null. */
function neededBy(wanted: ResolvedPackage, answers: Answers): readonly string[] {
  const row = recordsOf(answers, dependenciesQuestionId(wanted)).find((one) => isSameId(textAt(one, 'Id'), wanted.id));
  const { ids } = (row?.['Dependencies'] ?? {}) as { readonly ids?: unknown };
  if (!Array.isArray(ids)) return [];
  return ids.flatMap((one: OrgRecord) => textAt(one, 'subscriberPackageVersionId') ?? []);
}

function isInstalled(id: string, answers: Answers): boolean {
  return recordsOf(answers, installedId).some((row) => isSameId(textAt(row, 'SubscriberPackageVersion.Id'), id));
}

function installedServes(base: OrgRecord | undefined, answers: Answers): boolean {
  if (!base) return false;
  return recordsOf(answers, installedId).some(
    (row) =>
      isSamePackage(row, base) && compareVersions(versionAt(row, 'SubscriberPackageVersion.'), versionAt(base)) >= 0
  );
}

function planServes(one: ResolvedPackage, id: string, base: OrgRecord | undefined, answers: Answers): boolean {
  if (isSameId(one.id, id)) return true;
  const row = rowOf(one.id, [one], answers);
  return (
    row !== undefined &&
    base !== undefined &&
    isSamePackage(row, base) &&
    compareVersions(versionAt(row), versionAt(base)) >= 0
  );
}

/** What the org told of a version, in whichever answer. */
function rowOf(id: string, packages: readonly ResolvedPackage[], answers: Answers): OrgRecord | undefined {
  const questions = [basesId, ...packages.map(versionQuestionId)];
  return questions.flatMap((each) => recordsOf(answers, each)).find((row) => isSameId(textAt(row, 'Id'), id));
}

function isSamePackage(one: OrgRecord, other: OrgRecord): boolean {
  const id = textAt(other, 'SubscriberPackageId');
  return id !== undefined && isSameId(textAt(one, 'SubscriberPackageId'), id);
}

function nameOf(base: OrgRecord): string {
  return [textAt(base, 'Name'), versionText(versionAt(base))].filter(Boolean).join(' ');
}
