import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackageFile } from './package-file';

/** What rules look at besides the files of the packages. */
const alone = ['sfdx-project.json', 'package.json'];

/** Every file of force-app, the core and the Voice connector, which names labels, and the two project files. */
export function readPackageFiles(root: string): readonly PackageFile[] {
  return ['force-app', 'core', 'web/connector']
    .flatMap((folder) => filesIn(root, folder))
    .concat(alone)
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
