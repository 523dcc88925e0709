import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Whether goldens are written anew instead of compared. */
export const updatesGoldens = process.env.UPDATE_GOLDENS === '1';

/** The text of a committed file that a test compares with; the given text becomes it when goldens are written anew. */
export function golden(file: string, actual: string): string | undefined {
  if (updatesGoldens) {
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file) || readFileSync(file, 'utf8') !== actual) writeFileSync(file, actual);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Files below the folder that no test compares with any more; they go when goldens are written anew. */
export function leftOver(folder: string, wanted: ReadonlySet<string>): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => path.join(entry.parentPath, entry.name));
  const old = files.filter((file) => !wanted.has(file));
  if (updatesGoldens) for (const file of old) rmSync(file);
  return updatesGoldens ? [] : old;
}
