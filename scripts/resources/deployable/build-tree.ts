import type { ResolvedConfig } from '../../config/resolved-config';
import { packageFiles } from '../package-source/package-files';
import { buildReadme, packagesDirectory } from './build-readme';
import { offlineComponents } from './offline-components';
import { packageManifest, sourcePath } from './package-manifest';

/** A file of a build, by its path below the directory; folders are separated by `/`. */
export type BuiltFile = { readonly path: string; readonly content: string };

/** Where the source of a build stands, as in Ringdown's own repository. */
export const postInstallDirectory = 'force-app/post-install/default';

/** Everything that `build` writes: a Salesforce DX project to deploy from, the files to import by hand, and what to do with them. */
export function buildTree(config: ResolvedConfig): readonly BuiltFile[] {
  const { components, imports, leftOut } = offlineComponents(config);
  return [
    { path: 'README.md', content: buildReadme(config, { components, imports, leftOut }) },
    { path: 'sfdx-project.json', content: projectFile(config) },
    { path: 'manifest/package.xml', content: packageManifest(components, config.apiVersion) },
    ...packageTrees(config),
    ...components.map((component) => ({
      path: `${postInstallDirectory}/${sourcePath(component)}`,
      content: component.content
    })),
    ...imports.map(({ name, content }) => ({ path: `import/${name}`, content }))
  ].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Our packages in metadata format, as one deploy each takes them. */
function packageTrees({ ringdown, apiVersion }: ResolvedConfig): readonly BuiltFile[] {
  return (ringdown?.packages ?? []).flatMap((source) => {
    const { files, members } = packageFiles(source, []);
    const folder = `${packagesDirectory}/${source.name}`;
    return [
      { path: `${folder}/package.xml`, content: packageManifest(members, apiVersion) },
      ...files.map(({ path, content }) => ({ path: `${folder}/${path}`, content }))
    ];
  });
}

function projectFile({ apiVersion }: ResolvedConfig): string {
  const project = {
    packageDirectories: [{ path: 'force-app/post-install', default: true }],
    namespace: '',
    sourceApiVersion: apiVersion
  };
  return `${JSON.stringify(project, undefined, 2)}\n`;
}
