import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildPlugin, Compilers } from './development-packages';

/** Only these files say in their text that they take something from the core. */
const takesFromCore = /from '(?:\.\.\/)+core\//;

const fileOf = (id: string): string => id.replace(/\?.*$/, '');

/**
 * Turns TypeScript into what the LWC compiler takes: types go, decorators stay. A module that takes something from the core is made
 * one with it first, as in a deployed bundle, where no module outside exists.
 */
export function stripTypes({ esbuild }: Compilers, root: string): BuildPlugin {
  return {
    name: 'strip-types',
    async load(id) {
      const file = fileOf(id);
      if (!file.endsWith('.ts') || !path.isAbsolute(file)) return undefined;
      const text = readFileSync(file, 'utf8');
      if (!takesFromCore.test(text)) return text;
      const { outputFiles } = await esbuild.build({
        entryPoints: [file],
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'browser',
        target: 'esnext',
        external: ['c/*', 'lightning/*', '@salesforce/*', 'lwc'],
        packages: 'bundle',
        absWorkingDir: root,
        logLevel: 'silent',
        plugins: [coreInside(path.join(root, 'core'))]
      });
      return outputFiles[0]?.text;
    },
    async transform(code, id) {
      if (!fileOf(id).endsWith('.ts')) return undefined;
      const tsconfigRaw = {
        compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true }
      };
      const result = await esbuild.transform(code, {
        loader: 'ts',
        target: 'esnext',
        sourcefile: fileOf(id),
        tsconfigRaw
      });
      return { code: result.code, map: null };
    }
  };
}

type Resolving = { readonly path: string; readonly resolveDir: string; readonly kind: string };

/** Inlines what is in the core; a neighbour in the bundle stays an import. */
function coreInside(core: string): unknown {
  return {
    name: 'core-inside',
    setup({ onResolve }: { onResolve(options: { filter: RegExp }, decide: (given: Resolving) => unknown): void }) {
      onResolve({ filter: /^\.\.?\// }, ({ path: wanted, resolveDir, kind }) => {
        if (kind === 'entry-point') return undefined;
        const target = path.resolve(resolveDir, wanted);
        if (
          target.startsWith(`${core}${path.sep}`) ||
          resolveDir.startsWith(core) ||
          resolveDir.includes('node_modules')
        )
          return undefined;
        return { path: wanted, external: true };
      });
    }
  };
}
