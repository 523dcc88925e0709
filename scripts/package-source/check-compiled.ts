import { createHash } from 'node:crypto';
import type { SourceFile, SourceProblem } from './source-file';

/** What bundles may be made of beside their own files; undefined where only the compiled form is installed. */
export type CoreSource = {
  /** `dependencies` of package.json. */
  readonly dependencies: unknown;
  /** Every .ts and .json file of the core but tests, by its path from the project, in the order of the paths. */
  readonly files: readonly SourceFile[];
};

/** A file of a bundle that re-exports a core module whole, and so carries it for others: `main/lwc/phoneNumbers/phoneNumbers.ts`. */
export type CoreCarrier = { readonly file: string; readonly wanted: string };

const takesFromCore = /from '(?:\.\.\/)+core\//;
const reexports = /^export \* from '(?:\.\.\/)+(core\/[^']+)';/gm;
const isSource = (path: string): boolean => /(?<!\.d)\.ts$/.test(path) && !path.includes('/__tests__/');
const isCompiled = (path: string): boolean => path.endsWith('.js') && !path.includes('/__tests__/');

/**
 * Says which Lightning web components have no JavaScript, or one that was made of another TypeScript: what the org would get
 * is not what the source says. The rule is that of scripts/set-up/compile-lwc.mjs, which writes the hash in the first line.
 */
export function staleComponents(
  files: readonly SourceFile[],
  core: CoreSource | undefined,
  carriers: readonly CoreCarrier[]
): readonly SourceProblem[] {
  const components = files.filter(({ path }) => path.startsWith('lwc/'));
  const expected = sourceHashes(core, carriers);
  const byPath = new Map(components.map((file) => [file.path, file.text]));
  const sources = components.filter(({ path }) => isSource(path));
  const scripts = components.filter(({ path }) => isCompiled(path));
  // The published tool carries no TypeScript: what it carries was compiled when it was packed.
  if (core === undefined && sources.length === 0)
    return scripts
      .filter(({ text }) => !text.startsWith('// sha256:'))
      .map(({ path }) => ({ path, message: 'was not compiled by the build of this project' }));
  const orphans = scripts.filter(({ path }) => !byPath.has(path.replace(/\.js$/, '.ts')));
  return [
    ...sources.flatMap((source): readonly SourceProblem[] => {
      const path = source.path.replace(/\.ts$/, '.js');
      const compiled = byPath.get(path);
      if (compiled === undefined) return [{ path, message: 'is not there: nothing was made of its TypeScript' }];
      const wanted = expected(source.text);
      const isFresh = compiled.startsWith(wanted === undefined ? '// sha256:' : `// sha256:${wanted}\n`);
      return isFresh ? [] : [{ path, line: 1, column: 1, message: 'is stale: it was made of another TypeScript' }];
    }),
    ...orphans.map(({ path }) => ({ path, message: 'was made of a TypeScript file that is gone' }))
  ];
}

/** Which bundles of a package carry core modules for others: it decides what every other bundle is made of. */
export function coreCarriers(name: string, files: readonly SourceFile[]): readonly CoreCarrier[] {
  return files
    .filter(({ path }) => path.startsWith('lwc/') && isSource(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(reexports)].map(([, wanted = '']) => ({ file: `${name}/${path}`, wanted }))
    );
}

/**
 * What the first line of the compiled form of a text must name; undefined when only the core could tell and is not there. The
 * core is read once for all texts. The carriers are those of all packages.
 */
export function sourceHashes(
  core: CoreSource | undefined,
  carriers: readonly CoreCarrier[]
): (text: string) => string | undefined {
  const coreHash = core && hashOfCore(core);
  const carriersHash = hashOfCarriers(carriers);
  return (text) => {
    const hash = createHash('sha256').update(text);
    if (!takesFromCore.test(text)) return hash.digest('hex');
    return coreHash === undefined ? undefined : hash.update(coreHash).update(carriersHash).digest('hex');
  };
}

function hashOfCore({ dependencies, files }: CoreSource): string {
  const hash = createHash('sha256').update(JSON.stringify(dependencies ?? {}));
  for (const { path, text } of files) hash.update(`\0${path}\0`).update(text);
  return hash.digest('hex');
}

function hashOfCarriers(carriers: readonly CoreCarrier[]): string {
  const lines = carriers.map(({ file, wanted }) => `${file} ${wanted}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
