import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const root = path.join(__dirname, '..', '..');

/** A page's script, bundled in memory as the build does. */
export function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    logLevel: 'silent'
  });
  return outputFiles[0]?.text ?? '';
}

export function sourceText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
