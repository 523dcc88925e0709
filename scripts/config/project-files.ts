import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The files that a configuration speaks of; paths are relative to where the tool runs. */
export type ProjectFiles = {
  /** Throws for a file that cannot be read. */
  readonly read: (path: string) => string;
  /** Every file in a folder and below it; none for a folder that is not there. */
  readonly list: (folder: string) => readonly string[];
  /** The path in full. */
  readonly absolute: (path: string) => string;
};

/** The one place from which the configuration reaches the disk. */
export function projectFiles(cwd = '.'): ProjectFiles {
  const absolute = (path: string): string => resolve(cwd, path);
  const list = (folder: string): readonly string[] => {
    try {
      return readdirSync(absolute(folder), { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isFile()) return [path];
        return entry.isDirectory() && !isSkipped(entry.name) ? list(path) : [];
      });
    } catch {
      return []; // not there, or forbidden: the caller has nothing to look at
    }
  };
  return { read: (path) => readFileSync(absolute(path), 'utf8'), list, absolute };
}

/** Folders of tools, which hold copies of other people's files. */
const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');
