import path from 'node:path';
import { developmentPackage } from './development-package';

type Esbuild = {
  build(options: Readonly<Record<string, unknown>>): Promise<{ readonly outputFiles: readonly { text: string }[] }>;
};

/** The console's page as one module for the browser. */
export async function pageBundle(root: string): Promise<string> {
  const { build } = developmentPackage<Esbuild>(root, 'esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'local/console/page/start.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'silent',
    absWorkingDir: root
  });
  return outputFiles[0]?.text ?? '';
}
