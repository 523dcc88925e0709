import { coreCarriers, staleComponents } from '../../../scripts/package-source/check-compiled';
import type { PackageFile, Rule } from '../tree/package-file';

/** Beside every TypeScript file of a component stands the JavaScript that was made of it, and no other. */
export const compiledComponents: Rule = (files) => {
  const manifest = files.find(({ path }) => path === 'package.json')?.text ?? '{}';
  const { dependencies } = JSON.parse(manifest) as { readonly dependencies?: unknown };
  const core = { dependencies, files: files.filter(({ path }) => isOfCore(path)) };
  const packages = ['main', 'voice'].map((name) => {
    const folder = `force-app/${name}/default/`;
    return { name, folder, components: below(folder, files) };
  });
  const carriers = packages.flatMap(({ name, components }) => coreCarriers(name, components));
  return packages.flatMap(({ folder, components }) =>
    staleComponents(components, core, carriers).map(({ path, message }) => `${folder}${path} ${message}`)
  );
};

const isOfCore = (path: string): boolean =>
  path.startsWith('core/') && /\.(ts|json)$/.test(path) && !path.endsWith('.test.ts');

const below = (folder: string, files: readonly PackageFile[]): readonly PackageFile[] =>
  files
    .filter(({ path }) => path.startsWith(`${folder}lwc/`))
    .map(({ path, text }) => ({ path: path.slice(folder.length), text }));
