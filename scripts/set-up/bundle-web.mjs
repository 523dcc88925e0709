import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundledFolder, root, stateFolder } from './places.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** Each page of the phone side: what runs in the browser, and its style. */
const pages = ['login', 'connector', 'softphone'];
const sources = ['core', 'web'];
const stamp = path.join(bundledFolder, '.bundled.json');

/**
 * Makes the phone side whole: `main.cjs` is the server with every package inside, so that whoever runs it installs nothing, and
 * `pages` holds each page's script and style, named by their content, with `manifest.json` to find them. Nothing happens when no
 * source and no package changed. Needs the development packages.
 */
export async function bundleWeb() {
  const fingerprint = fingerprintOfSources();
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).fingerprint === fingerprint) return 'unchanged';
  const esbuild = createRequire(path.join(root, 'package.json'))('esbuild');
  const unfinished = path.join(stateFolder, `web.${process.pid}`);
  try {
    const outdir = path.join(unfinished, 'pages');
    mkdirSync(outdir, { recursive: true });
    const entries = { main: 'web/main.ts' };
    const server = await esbuild.build({ ...common, ...serverOptions, outdir: unfinished, entryPoints: entries });
    const browser = await esbuild.build({ ...common, ...pageOptions, outdir, entryPoints: entryPoints() });
    chmodSync(path.join(unfinished, 'main.cjs'), 0o755);
    writeFileSync(path.join(outdir, 'manifest.json'), `${JSON.stringify(manifestOf(browser), null, 2)}\n`);
    writeFileSync(path.join(unfinished, 'NOTICES.txt'), noticesOf([server, browser]));
    // Built aside and moved whole, so that a service that starts meanwhile finds the old one or the new one.
    mkdirSync(path.dirname(bundledFolder), { recursive: true });
    rmSync(bundledFolder, { recursive: true, force: true });
    renameSync(unfinished, bundledFolder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new SetUpFailure(`The phone side could not be bundled: ${error.message}`, ['Mend the lines above.']);
  }
  writeFileSync(stamp, `${JSON.stringify({ fingerprint })}\n`);
  return 'changed';
}

const common = { absWorkingDir: root, bundle: true, metafile: true, logLevel: 'silent', legalComments: 'none' };
const serverOptions = {
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minifyWhitespace: true,
  minifySyntax: true,
  banner: { js: '#!/usr/bin/env node' }
};
const pageOptions = {
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  sourcemap: 'linked',
  entryNames: '[name].[hash]'
};

function entryPoints() {
  const found = pages.flatMap((page) =>
    [`web/${page}/main.ts`, `web/${page}/${page}.css`].filter((file) => existsSync(path.join(root, file)))
  );
  return found.map((file) => ({ in: file, out: path.basename(path.dirname(file)) }));
}

/** `{"login": {"js": "login.ABC.js", "css": "login.DEF.css"}, …}` */
function manifestOf({ metafile }) {
  const files = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined);
  const named = files.map(([file, { entryPoint }]) => [
    path.basename(path.dirname(entryPoint)),
    path.extname(file).slice(1),
    path.basename(file)
  ]);
  return Object.fromEntries(
    named.map(([page]) => [
      page,
      Object.fromEntries(named.filter(([of]) => of === page).map(([, kind, file]) => [kind, file]))
    ])
  );
}

/** The licence of every package that is inside, as its authors ask. */
function noticesOf(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(
    inputs.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean)
  );
  return [...folders].sort().map(noticeOf).join('\n');
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(path.join(root, folder)).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const text = file === undefined ? '' : readFileSync(path.join(root, folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n${'-'.repeat(80)}\n`;
}

function fingerprintOfSources() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'scripts/set-up/bundle-web.mjs'])
    hash.update(readFileSync(path.join(root, file)));
  for (const folder of sources) {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })) {
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile() && !/\.(test\.ts|md)$/.test(file))
        hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}
