import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CoreSource } from './check-compiled';
import type { SourceFile } from './source-file';

/** Every file below a folder, by its path from there, in the order of the paths; none when there is no such folder. */
export function readSourceTree(folder: string): readonly SourceFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** What bundles take from the core; undefined in an installed tool, which brings no core to compile. */
export function readCoreSource(project: string): CoreSource | undefined {
  const folder = join(project, 'core');
  if (!existsSync(folder)) return undefined;
  const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    dependencies?: unknown;
  };
  const files = readSourceTree(folder).filter(({ path }) => /\.(ts|json)$/.test(path) && !/\.test\.ts$/.test(path));
  return {
    dependencies,
    files: files.map(({ path, text }) => ({ path: `core${sep}${path.split('/').join(sep)}`, text }))
  };
}
