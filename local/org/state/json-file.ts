import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The value of a JSON file, or undefined when there is no such file. */
export function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read`, { cause: error });
  }
}

/** Replaces the file in one step, readable by its owner only: it holds tokens. */
export function writeJsonFile(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.part`;
  // What was left behind under this name would keep its own mode.
  rmSync(unfinished, { force: true });
  try {
    writeFileSync(unfinished, `${JSON.stringify(value)}\n`, { mode: 0o600 });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Removes the file if it is there. */
export const removeFile = (file: string): void => rmSync(file, { force: true });
