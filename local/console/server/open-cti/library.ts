import path from 'node:path';
import { developmentPackage } from '../development-package';

type Esbuild = {
  build(options: Readonly<Record<string, unknown>>): Promise<{ readonly outputFiles: readonly { text: string }[] }>;
};

/** Where an org serves the library: minified, and as it is read. */
const address = /^\/support\/api\/(\d{1,3})(?:\.\d)?\/lightning\/opencti(_min)?\.js$/;

/** The first version with Open CTI for Lightning Experience [Open CTI guide]. */
const firstVersion = 38;

const built = new Map<string, Promise<string>>();

/** The library at an address such as `/support/api/66.0/lightning/opencti_min.js`; undefined when there is none. */
export function openCtiLibrary(root: string, pathname: string): Promise<string> | undefined {
  const [, version = '', min] = address.exec(pathname) ?? [];
  if (version === '' || Number(version) < firstVersion) return undefined;
  const key = `${version}${min ?? ''}`;
  const code = built.get(key) ?? build(root, version, min !== undefined);
  built.set(key, code);
  return code;
}

async function build(root: string, version: string, isMinified: boolean): Promise<string> {
  const { build: bundle } = developmentPackage<Esbuild>(root, 'esbuild');
  const { outputFiles } = await bundle({
    entryPoints: [path.join(root, 'local/console/page/opencti/library/start.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2019',
    minify: isMinified,
    define: { API_VERSION: version },
    logLevel: 'silent',
    absWorkingDir: root
  });
  return outputFiles[0]?.text ?? '';
}
