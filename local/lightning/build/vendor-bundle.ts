import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';
import type { BuildPlugin, Compilers } from './development-packages';

/** What every page takes as it is: the engine, synthetic shadow and base components, built once and kept. */
export type Vendor = {
  readonly folder: string;
  /** Import specifier to file in the folder. */
  readonly entries: Readonly<Record<string, string>>;
};

/** Chosen for each page, and so supplied by the page and not compiled in. */
export const pageChoices = [
  'i18n/lang',
  'i18n/locale',
  'i18n/dir',
  'i18n/timeZone',
  'i18n/currency',
  'client/formFactor'
];

/** Builds what is not in the cache; a build of other versions or of other components has another name. */
export async function vendorBundle(root: string, compilers: Compilers, components: readonly string[]): Promise<Vendor> {
  const names = ['lwc', ...components.map((name) => `lightning/${name}`)];
  const entries = Object.fromEntries(names.map((name) => [name, `${name.replaceAll('/', '-')}.js`]));
  const cache = path.join(root, '.ringdown/cache/lightning');
  const folder = path.join(cache, `vendor-${fingerprint(root, names)}`);
  if (existsSync(path.join(folder, 'done'))) {
    utimesSync(path.join(folder, 'done'), new Date(), new Date());
    return { folder, entries };
  }
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const { fileName, code } of await build(root, compilers, names)) {
    const small = await compilers.esbuild.transform(code, {
      minify: true,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none'
    });
    writeFileSync(path.join(unfinished, fileName), small.code);
  }
  writeFileSync(path.join(unfinished, 'done'), '');
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster, and may serve it already.
    if (!existsSync(path.join(folder, 'done'))) throw error;
    rmSync(unfinished, { recursive: true });
  }
  removeOld(cache);
  return { folder, entries };
}

async function build(
  root: string,
  { rollup, lwc, replace }: Compilers,
  names: readonly string[]
): Promise<readonly { readonly fileName: string; readonly code: string }[]> {
  const bundle = await rollup({
    input: Object.fromEntries(
      names.map((name) => [name.replaceAll('/', '-'), name === 'lwc' ? engineId : `${wanted}${name}`])
    ),
    plugins: [
      engine(root),
      // Eighty base components ask whether they run on a server; synthetic shadow asks for the kind of build.
      replace({ preventAssignment: true, 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"production"' }),
      lwc({
        rootDir: path.join(root, 'local'),
        modules: [{ npm: 'lightning-base-components' }],
        enableDynamicComponents: true,
        enableLwcOn: true,
        // The combobox asks for its internals, which Salesforce lets its own components have in synthetic shadow.
        enableSyntheticElementInternals: true
      })
    ],
    external: (id) => pageChoices.some((choice) => id === `@salesforce/${choice}`),
    onwarn: (warning) => {
      if (!harmless.has(warning.pluginCode ?? warning.code ?? '')) throw new Error(warning.message);
    }
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[hash].js'
  });
  await bundle.close();
  return output;
}

/** What base components are known to cause, each read through: unusual template syntax, circular imports among them. */
const harmless = new Set(['LWC1137', 'LWC1057', 'CIRCULAR_DEPENDENCY', 'THIS_IS_UNDEFINED']);

const engineId = '\0engine';
const wanted = '\0wanted:';

function engine(root: string): BuildPlugin {
  const importer = path.join(root, 'package.json');
  const moduleOf = (name: string): string =>
    JSON.stringify(path.join(root, 'node_modules/@lwc', name, 'dist/index.js'));
  return {
    name: 'engine',
    async resolveId(this: { resolve(id: string, importer: string): Promise<unknown> }, source: string) {
      if (source === 'lwc' || source === engineId) return engineId;
      if (source.startsWith(wanted)) return this.resolve(source.slice(wanted.length), importer);
      return undefined;
    },
    // Synthetic shadow has to be in place before the engine looks for it.
    load: (id) =>
      id === engineId ? `import ${moduleOf('synthetic-shadow')};\nexport * from ${moduleOf('engine-dom')};` : undefined
  };
}

function fingerprint(root: string, names: readonly string[]): string {
  const versions = [
    '@lwc/engine-dom',
    '@lwc/synthetic-shadow',
    '@lwc/rollup-plugin',
    '@lwc/compiler',
    'rollup',
    'lightning-base-components'
  ].map((name) => readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
  const self = readFileSync(__filename);
  return createHash('sha256')
    .update(JSON.stringify([versions, names]))
    .update(self)
    .digest('hex')
    .slice(0, 16);
}

/** Keeps the three that were used last. */
function removeOld(cache: string): void {
  const kept = readdirSync(cache)
    .filter((name) => /^vendor-[0-9a-f]{16}$/.test(name))
    .map((name) => ({ name, used: usedAt(path.join(cache, name)) }))
    .sort((one, other) => other.used - one.used);
  for (const { name } of kept.slice(3)) rmSync(path.join(cache, name), { recursive: true, force: true });
}

function usedAt(folder: string): number {
  try {
    return statSync(path.join(folder, 'done')).mtimeMs;
  } catch {
    return 0;
  }
}
