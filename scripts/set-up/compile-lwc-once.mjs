/** Compiles the LWC bundles with what is installed already, for whoever works on them: nothing is installed or removed. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileLwc } from './compile-lwc.mjs';
import { root } from './places.mjs';

const load = createRequire(path.join(root, 'package.json'));

process.stdout.write(
  `${await compileLwc(
    () => load('typescript'),
    () => load('esbuild')
  )}\n`
);
