import { salesforceId } from './salesforce-id.mjs';
import { Refusal } from './refusal.mjs';

/** The packages by the names that releases.yaml gives them. */
export const packages = {
  main: { name: 'Ringdown', folder: 'force-app/main', idVariable: 'RINGDOWN_PACKAGE_ID' },
  voice: { name: 'Ringdown Voice', folder: 'force-app/voice', idVariable: 'RINGDOWN_VOICE_PACKAGE_ID' }
};

const built = 'Ringdown@this-release';

/**
 * sfdx-project.json as this run needs it: the maintainer's namespace and package ids, the highest promoted version as ancestor once
 * there is one, and Voice on exactly the version of main that was built before it. All mistakes at once.
 */
export function projectFor(project, { env, version, hasRelease, mainVersion }) {
  const problems = [];
  const namespace = env.RINGDOWN_NAMESPACE ?? '';
  if (!/^[a-zA-Z](?:[a-zA-Z0-9]|_(?!_))*$/.test(namespace) || namespace.length > 15 || namespace.endsWith('_'))
    problems.push(
      `RINGDOWN_NAMESPACE must be the registered namespace, 1 to 15 letters and digits, got "${namespace}"`
    );
  const aliases = Object.values(packages).map(({ name, idVariable }) => {
    const id = salesforceId(env[idVariable], '0Ho');
    if (id === undefined)
      problems.push(`${idVariable} must be the id of the package "${name}", 0Ho…, got "${env[idVariable] ?? ''}"`);
    return [name, id];
  });
  const tag = env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined;
  if (tag !== undefined && tag !== `v${version}`)
    problems.push(`The tag ${tag} must be v${version}, the version of package.json`);
  const main = mainVersion === undefined ? undefined : salesforceId(mainVersion, '04t');
  if (mainVersion !== undefined && main === undefined)
    problems.push(`--main must be the version of "${packages.main.name}" to build on, 04t…, got "${mainVersion}"`);
  const stale = project.packageDirectories.filter(
    ({ versionNumber }) => versionNumber !== undefined && versionNumber !== `${version}.NEXT`
  );
  for (const { path, versionNumber } of stale)
    problems.push(
      `${path} of sfdx-project.json must have versionNumber ${version}.NEXT, as package.json says, got ${versionNumber}`
    );
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  return {
    ...project,
    namespace,
    packageDirectories: project.packageDirectories.map((directory) => prepared(directory, { hasRelease, main })),
    packageAliases: { ...Object.fromEntries(aliases), ...(main === undefined ? {} : { [built]: main }) }
  };
}

function prepared(directory, { hasRelease, main }) {
  if (directory.package === undefined) return directory;
  return {
    ...directory,
    ...(hasRelease ? { ancestorVersion: 'HIGHEST' } : {}),
    ...(main === undefined || directory.dependencies === undefined ? {} : { dependencies: [{ package: built }] })
  };
}
