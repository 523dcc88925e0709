import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folders of the packages whose components are shown; what is deployed after an installation holds none. */
export function packageFolders(root: string): readonly string[] {
  return ['main', 'voice']
    .map((name) => path.join(root, 'force-app', name, 'default'))
    .filter((folder) => existsSync(folder));
}

/** Where the module of the bundle is that markup calls `c-…` and imports call `c/…`. */
export function bundleModule(root: string, name: string): string {
  const places = packageFolders(root).map((folder) => path.join(folder, 'lwc', name, `${name}.ts`));
  const found = places.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`There is no component ${name}: looked for ${places.join(' and ')}`);
  return found;
}

/** Every file of every LWC bundle, tests excepted. */
export function bundleFiles(root: string): readonly string[] {
  return packageFolders(root)
    .map((folder) => path.join(folder, 'lwc'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'))
        .map((entry) => path.join(entry.parentPath, entry.name))
    )
    .sort();
}
