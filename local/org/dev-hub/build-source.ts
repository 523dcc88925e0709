import type { PackagedComponent } from '../catalog/catalog';
import { deployOptions } from '../metadata/deploy/deploy-job';
import type { Draft } from '../metadata/deploy/draft';
import { readPackage } from '../metadata/deploy/read-package';
import { runDeploy } from '../metadata/deploy/run-deploy';
import { openPackageZip } from '../metadata/package/package-zip';
import { newState } from '../seed/new-state';
import { openOrg } from '../state/open-org';
import { catalogOf } from './org-shape';
import type { VersionInfo } from './version-info';

export type BuiltSource = {
  /** Why an org refuses the source; empty when it does not. */
  readonly errors: readonly string[];
  readonly components: readonly PackagedComponent[];
  readonly files: number;
};

/** Deploys the source into an org of its own, after the source of the versions that it depends on, and says what is in it. */
export function buildSource(
  { descriptor, packageZip: zip }: VersionInfo,
  dependencies: readonly Buffer[],
  now: () => Date
): BuiltSource {
  const org = openOrg(newState({ kind: 'scratch', catalog: catalogOf(descriptor.features), now }), now);
  const options = deployOptions({ singlePackage: true, rollbackOnError: true }, org.kind);
  const deploy = (each: Buffer): readonly string[] =>
    runDeploy(org, each, options)
      .filter(({ success }) => !success)
      .map(({ componentType, fullName, problem }) => `${componentType} ${fullName}: ${problem ?? 'refused'}`);
  const errors = [...dependencies.flatMap(deploy), ...deploy(zip)];
  const [pack] = openPackageZip(zip, true) ?? [];
  const drafts = errors.length > 0 || !pack ? [] : readPackage(pack, false).drafts;
  return { errors, components: drafts.flatMap(packaged), files: pack?.files.size ?? 0 };
}

/** A package of the catalog keeps one file for a component: the one that says most. */
function packaged({ type, fullName, files }: Draft): readonly PackagedComponent[] {
  const content = files.find(({ path, text }) => text !== undefined && !path.endsWith('-meta.xml')) ?? files[0];
  return content?.text === undefined ? [] : [{ type, fullName, path: content.path, text: content.text }];
}
