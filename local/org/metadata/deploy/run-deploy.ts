import type { OrgData } from '../../org-data';
import { openPackageZip } from '../package/package-zip';
import { removeComponent } from '../store/remove-component';
import { storeComponent } from '../store/store-component';
import { semanticProblem } from '../validate/semantics';
import type { DeployOptions } from './deploy-job';
import { failureOf, successOf, warningOf, type DeployMessage } from './deploy-message';
import { inDeployOrder } from './deploy-order';
import { readPackage, type ReadPackage, type Removal } from './read-package';

/** Thrown inside a transaction so that the org takes everything back. */
const takeBack = new Error('deploy taken back');

/** Does what a deploy is there for, all of it or, where errors do not roll back, what can be done; gives the rows of its result. */
export function runDeploy(org: OrgData, zip: Buffer, options: DeployOptions): readonly DeployMessage[] {
  const packages = openPackageZip(zip, options.singlePackage);
  if (!packages) return [failureOf(packageXml(''), { message: 'Unable to read the zip file' })];
  if (packages.length === 0) return [failureOf(packageXml(''), { message: 'No package.xml found' })];
  const messages: DeployMessage[] = [];
  try {
    org.transaction(() => {
      for (const pack of packages)
        messages.push(...deployPackage(org, readPackage(pack, options.allowMissingFiles), options));
      const failed = messages.some((message) => !message.success);
      if (options.checkOnly || (failed && options.rollbackOnError)) throw takeBack;
    });
  } catch (error) {
    if (error !== takeBack) throw error;
  }
  return messages;
}

function deployPackage(org: OrgData, pack: ReadPackage, options: DeployOptions): readonly DeployMessage[] {
  const { manifest } = pack;
  if (!manifest) return pack.failures;
  const incoming = new Set(pack.drafts.map(({ type, fullName }) => `${type}:${fullName}`));
  const view = { org, apiVersion: manifest.version, incoming };
  const before = pack.destructive.pre.map((removal) => remove(org, removal, options));
  const stored = inDeployOrder(pack.drafts).map((draft) => {
    const problem = draft.problem ?? semanticProblem(draft, view);
    return problem ? failureOf(draft, problem) : successOf(draft, storeComponent(org, draft));
  });
  const after = pack.destructive.post.map((removal) => remove(org, removal, options));
  const rows = [...pack.failures, ...before, ...stored, ...after];
  const refused = rows.some((row) => !row.success);
  return refused ? rows : [...rows, successOf(packageXml(pack.prefix), { changed: true })];
}

function remove(org: OrgData, removal: Removal, options: DeployOptions): DeployMessage {
  const { type, fullName, fileName } = removal;
  const removed = removeComponent(org, type, fullName);
  if (removed.outcome === 'deleted') return successOf(removal, { deleted: true, changed: true });
  if (removed.outcome === 'refused') return failureOf(removal, { message: removed.problem });
  return warningOf(
    { type, fullName: fileName, fileName },
    `No ${type} named: ${fullName} found`,
    options.ignoreWarnings
  );
}

const packageXml = (prefix: string) => ({ type: '', fullName: 'package.xml', fileName: `${prefix}package.xml` });
