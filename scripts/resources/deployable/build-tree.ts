import type { ResolvedConfig } from '../../config/resolved-config';
import { buildReadme } from './build-readme';
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
    ...components.map((component) => ({
      path: `${postInstallDirectory}/${sourcePath(component)}`,
      content: component.content
    })),
    ...imports.map(({ name, content }) => ({ path: `import/${name}`, content }))
  ].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function projectFile({ apiVersion }: ResolvedConfig): string {
  const project = {
    packageDirectories: [{ path: 'force-app/post-install', default: true }],
    namespace: '',
    sourceApiVersion: apiVersion
  };
  return `${JSON.stringify(project, undefined, 2)}\n`;
}
