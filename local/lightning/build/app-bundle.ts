import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bundleModule } from '../project';
import { auraFolder, auraModules } from './aura/aura-modules';
import type { BuildPlugin, Chunk, Compilers } from './development-packages';
import { readLabels, type Labels } from './labels';
import { referencesIn } from './references';
import { salesforceModules } from './salesforce-modules';
import { stripTypes } from './strip-types';
import { usedBaseComponents } from './used-base-components';
import { pageChoices, vendorBundle, type Vendor } from './vendor-bundle';

/** Everything that the pages of some components load. */
export type App = {
  readonly hash: string;
  readonly files: ReadonlyMap<string, string>;
  readonly vendor: Vendor;
  readonly labels: Labels;
  /** What an import specifier stands for in the browser. */
  readonly importMap: Readonly<Record<string, string>>;
  /** Bytes of every bundle as it was compiled, before any packing. */
  readonly bundleBytes: Readonly<Record<string, number>>;
};

/** The module that a page starts with: the name of the file it becomes, and where it is in the project. */
export type Start = { readonly name: string; readonly file: string };

/** Shows one component in one state. */
const boot: Start = { name: 'boot', file: 'local/lightning/page/boot.ts' };

/**
 * Compiles the components with what the platform would give them, and the module that their page starts with. Anything that the
 * platform would refuse ends the build.
 */
export async function appBundle(
  root: string,
  compilers: Compilers,
  components: readonly string[],
  start: Start = boot
): Promise<App> {
  const pageFolder = path.join(root, 'local/lightning/page');
  const labels = readLabels(root);
  const provided = new Set(
    ['lightning', 'lwc'].flatMap((folder) =>
      readdirSync(path.join(pageFolder, folder)).map((file) => file.replace(/\.ts$/, ''))
    )
  );
  const vendor = await vendorBundle(root, compilers, usedBaseComponents(root, provided));
  const references = referencesIn(root, labels);
  const bundle = await compilers.rollup({
    input: {
      [start.name]: path.join(root, start.file),
      ...Object.fromEntries(pageChoices.map((choice) => [choice, `@salesforce/${choice}`])),
      ...Object.fromEntries(
        components.map((name) => [`c/${name}`, auraFolder(root, name) === undefined ? `c/${name}` : `aura/${name}`])
      )
    },
    plugins: [
      ownModules(root, pageFolder, provided),
      auraModules(root, references),
      salesforceModules(references, pageFolder),
      stripTypes(compilers, root),
      compilers.replace({ preventAssignment: true, 'process.env.NODE_ENV': '"production"' }),
      compilers.lwc({
        rootDir: pageFolder,
        // What the page brings is no component, but for those in lwc/.
        exclude: [`${pageFolder}/*.ts`, `${pageFolder}/lightning/**`],
        enableDynamicComponents: true,
        enableLwcOn: true,
        // The newest that this compiler tells apart; the components declare 67.0.
        apiVersion: 66
      })
    ],
    external: (id) => vendor.entries[id] !== undefined,
    onwarn: (warning) => {
      throw new Error(`${warning.code ?? warning.pluginCode ?? 'warning'}: ${warning.message}`);
    }
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[hash].js',
    sourcemap: false
  });
  await bundle.close();
  const files = new Map(output.map(({ fileName, code }) => [fileName, code]));
  const hash = createHash('sha256')
    .update(JSON.stringify([...files, labels]))
    .digest('hex')
    .slice(0, 16);
  return { hash, files, vendor, labels, importMap: importMap(vendor, hash), bundleBytes: bundleBytes(output) };
}

/** Finds `c/…` in the packages and `lightning/…` among what a page brings itself. */
function ownModules(root: string, pageFolder: string, provided: ReadonlySet<string>): BuildPlugin {
  return {
    name: 'own-modules',
    resolveId(source, importer) {
      const [, namespace, name = ''] = /^(c|lightning)\/(\w+)$/.exec(source) ?? [];
      if (namespace === 'c') {
        try {
          return `${bundleModule(root, name)}?specifier=c/${name}`;
        } catch (error) {
          throw new Error(`${importer?.replace(/\?.*$/, '') ?? 'the page'}: ${(error as Error).message}`, {
            cause: error
          });
        }
      }
      if (namespace === 'lightning' && provided.has(name)) return providedModule(pageFolder, name);
      return importer && source.startsWith('.') ? neighbour(source, importer.replace(/\?.*$/, '')) : undefined;
    }
  };
}

/** A module of the platform that the page brings, or a component. */
function providedModule(pageFolder: string, name: string): string {
  const component = path.join(pageFolder, 'lwc', name, `${name}.ts`);
  return existsSync(component)
    ? `${component}?specifier=lightning/${name}`
    : path.join(pageFolder, 'lightning', `${name}.ts`);
}

/** A module beside the importer, named without its extension. */
function neighbour(source: string, importer: string): string | undefined {
  const file = path.resolve(path.dirname(importer), source);
  return !path.extname(file) && existsSync(`${file}.ts`) ? `${file}.ts` : undefined;
}

function importMap(vendor: Vendor, hash: string): Readonly<Record<string, string>> {
  const place = path.basename(vendor.folder);
  return Object.fromEntries([
    ...Object.entries(vendor.entries).map(([name, file]) => [name, `/${place}/${file}`]),
    ...pageChoices.map((choice) => [`@salesforce/${choice}`, `/app-${hash}/${choice}.js`])
  ]) as Readonly<Record<string, string>>;
}

function bundleBytes(output: readonly Chunk[]): Readonly<Record<string, number>> {
  const bytes: Record<string, number> = {};
  for (const [id, { renderedLength }] of output.flatMap(({ modules }) => Object.entries(modules))) {
    const name = /[\\/]lwc[\\/](\w+)[\\/]/.exec(id)?.[1];
    if (name !== undefined) bytes[name] = (bytes[name] ?? 0) + renderedLength;
  }
  return bytes;
}
