import { createRequire } from 'node:module';
import path from 'node:path';

/** What a rollup plugin of ours does; `this.error` is not used, errors are thrown. */
export type BuildPlugin = {
  readonly name: string;
  resolveId?(source: string, importer: string | undefined): unknown;
  load?(id: string): unknown;
  transform?(code: string, id: string): unknown;
};

/** One file that a build wrote, and the names that it exports. */
export type Chunk = {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly name: string;
  /** Bytes of each module in it, by id. */
  readonly modules: Readonly<Record<string, { readonly renderedLength: number }>>;
};

type Warning = { readonly message: string; readonly pluginCode?: string; readonly code?: string };

/** The packages that compile a Lightning page. Only developers have them: an installed Ringdown compiles nothing. */
export type Compilers = {
  readonly rollup: (options: {
    readonly input: Readonly<Record<string, string>>;
    readonly plugins: readonly unknown[];
    readonly external: (id: string) => boolean;
    readonly onwarn: (warning: Warning) => void;
  }) => Promise<{
    generate(options: Readonly<Record<string, unknown>>): Promise<{ readonly output: readonly Chunk[] }>;
    close(): Promise<void>;
  }>;
  readonly lwc: (options: Readonly<Record<string, unknown>>) => BuildPlugin;
  readonly replace: (options: Readonly<Record<string, unknown>>) => BuildPlugin;
  readonly esbuild: {
    build(options: Readonly<Record<string, unknown>>): Promise<{ readonly outputFiles: readonly { text: string }[] }>;
    transform(code: string, options: Readonly<Record<string, unknown>>): Promise<{ readonly code: string }>;
  };
};

/** Loads them from the project; what is missing is named. */
export function loadCompilers(root: string): Compilers {
  const load = createRequire(path.join(root, 'package.json'));
  const part = <Value>(name: string, key: string): Value => {
    try {
      return (load(name) as Readonly<Record<string, Value>>)[key] as Value;
    } catch (error) {
      throw new Error(
        `The local Lightning runtime needs the development package ${name}: run npm test once, which installs it.`,
        {
          cause: error
        }
      );
    }
  };
  return {
    rollup: part('rollup', 'rollup'),
    lwc: part('@lwc/rollup-plugin', 'default'),
    replace: part('@rollup/plugin-replace', 'default'),
    esbuild: { build: part('esbuild', 'build'), transform: part('esbuild', 'transform') }
  };
}
