import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';

/** One file of the repository: its path from the root, with slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** A rule that is broken, in words that name the file. */
export type Violation = string;

export type Import = {
  readonly from: string;
  /** A path from the root for our own files (without extension), a package or `node:` name otherwise. */
  readonly to: string;
  readonly own: boolean;
};

const notOurs = new Set(['node_modules', 'dist', '.ringdown', '.git']);
const binary = /\.(zip|png|ico|woff2?|resource|tgz)$/;

/** Every text file of the repository, and the names at its top. */
export function readRepository(root: string): {
  readonly files: readonly SourceFile[];
  readonly topLevel: readonly string[];
} {
  const topLevel = readdirSync(root).filter(
    (name) => !notOurs.has(name) && !/\.(log|tgz)$/.test(name) && name !== '.DS_Store'
  );
  const paths = topLevel.flatMap((name) => filesUnder(root, name)).filter((file) => !binary.test(file));
  return { files: paths.map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') })), topLevel };
}

/** What the TypeScript file imports, types and dynamic imports included. */
export function importsOf(file: SourceFile): readonly Import[] {
  const imported = typescript.preProcessFile(file.text, true, true).importedFiles.map(({ fileName }) => fileName);
  const inTypes = [...file.text.matchAll(/\bimport\('([^']+)'\)/g)].map((match) => match[1] ?? '');
  return [...new Set([...imported, ...inTypes])].map((name) => {
    const own = name.startsWith('.');
    return { from: file.path, to: own ? path.posix.join(path.posix.dirname(file.path), name) : name, own };
  });
}

/** Tests may reach further than what they test. */
export function isTest(file: SourceFile): boolean {
  return /\.test\.ts$/.test(file.path) || file.path.startsWith('test/');
}

/** TypeScript that is shipped. */
export function isShipped(file: SourceFile): boolean {
  return /^(core|scripts|web|local)\/.*\.ts$/.test(file.path) && !isTest(file);
}

function filesUnder(root: string, name: string): readonly string[] {
  try {
    return readdirSync(path.join(root, name), { withFileTypes: true }).flatMap((entry) => {
      const inside = `${name}/${entry.name}`;
      if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesUnder(root, inside);
      return entry.isFile() ? [inside] : [];
    });
  } catch {
    return [name];
  }
}
