import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = path.join(__dirname, '../..');
const lwc = path.join(root, 'force-app/main/default/lwc');
const page = path.join(__dirname, 'page');

/** A change planted into one file of the outbox: these words become those. */
export type Change = {
  readonly file: string;
  readonly words: string;
  readonly become: string;
};

/** The page's script with the outbox in it, as it is or with changes; the platform's modules call the local org. */
export const bundleOutbox = (...changes: readonly Change[]): Promise<string> =>
  bundlePage(path.join(page, 'page.ts'), changes);

/** The script of another page that has the outbox in it. */
export async function bundlePage(entry: string, changes: readonly Change[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [platformModules, plant(changes)]
  });
  return outputFiles[0]?.text ?? '';
}

const platformModules: Plugin = {
  name: 'platform-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^c\// }, ({ path: name }) => {
      const bundle = name.slice('c/'.length);
      return { path: path.join(lwc, bundle, `${bundle}.ts`) };
    });
    // Records that Salesforce keeps itself are of orgs with Voice, which none of these is.
    onResolve({ filter: /^lightning\/uiRecordApi$/ }, ({ path: name }) => ({ path: name, namespace: 'platform' }));
    onResolve({ filter: /^@salesforce\// }, ({ path: name }) => ({ path: name, namespace: 'platform' }));
    onLoad({ filter: /.*/, namespace: 'platform' }, ({ path: name }) => ({
      contents: platformModule(name),
      resolveDir: page
    }));
  }
};

function platformModule(name: string): string {
  if (name === 'lightning/uiRecordApi')
    return `export const updateRecord = () => Promise.reject(new Error('No test gives the outbox such records.'));`;
  const [, kind, rest = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(name) ?? [];
  const [object, member] = rest.split('.');
  switch (kind) {
    case 'apex':
      return `import { callApex } from './call-apex';
        export default (params) => callApex(${JSON.stringify(object)}, ${JSON.stringify(member)}, params);`;
    case 'schema':
      return `export default ${JSON.stringify({ objectApiName: object, fieldApiName: member })};`;
    case 'user':
      return `export default new URLSearchParams(location.search).get('user');`;
    case 'i18n':
      return `export default 'Europe/Berlin';`;
    case 'label':
      return `export default ${JSON.stringify(rest)};`;
    default:
      throw new Error(`The outbox imports ${name}, which no test gives it.`);
  }
}

function plant(changes: readonly Change[]): Plugin {
  return {
    name: 'plant',
    setup({ onLoad, onEnd }) {
      const planted = new Set<Change>();
      onLoad({ filter: /(callLogOutbox|core\/(sending|call-log))\/[\w-]+\.ts$/ }, async ({ path: source }) => {
        let contents = await readFile(source, 'utf8');
        for (const change of changes.filter(({ file }) => file === path.basename(source))) {
          if (contents.includes(change.words)) planted.add(change);
          contents = contents.replace(change.words, () => change.become);
        }
        return { contents, loader: 'ts' };
      });
      onEnd(() => {
        const lost = changes.find((change) => !planted.has(change));
        if (lost) throw new Error(`${lost.file} does not say: ${lost.words}`);
      });
    }
  };
}
