import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** A bundle that takes something from the core carries it: the platform knows no module outside a bundle. */
const takesFromCore = /from '(?:\.\.\/)+core\//;

/** A file that says this carries the core module for its bundle; as the main file of a bundle, for every other bundle. */
const reexports = /^export \* from '(?:\.\.\/)+(core\/[^']+)';/gm;

/**
 * Writes, beside every TypeScript file of an LWC bundle, the JavaScript that the platform takes, and removes JavaScript whose
 * source is gone. The first line of each names the SHA-256 of what it was made from, so that anybody can tell a stale one
 * without a compiler: of the source, and for a bundle that takes something from the core, of the core, the versions of its
 * dependencies, and which file carries which core module as well. A file that is up to date is not made again.
 */
export async function compileLwc(loadTypeScript, loadEsbuild) {
  const sources = lwcSources();
  const carriers = coreCarriers();
  let changed = removeOrphans(sources);
  for (const source of sources) {
    const line = `// sha256:${sourceHash(source)}\n`;
    const target = source.replace(/\.ts$/, '.js');
    if (existsSync(target) && readFileSync(target, 'utf8').startsWith(line)) continue;
    const text = readFileSync(source, 'utf8');
    const code = takesFromCore.test(text)
      ? (await inlineCore(source, loadEsbuild(), carriers)).code
      : stripTypes(source, text, loadTypeScript());
    writeWhole(target, line + code);
    changed += 1;
  }
  return changed > 0 ? 'changed' : 'unchanged';
}

/** What the first line of the compiled file must name. */
export function sourceHash(source) {
  const text = readFileSync(source, 'utf8');
  const hash = createHash('sha256').update(text);
  if (takesFromCore.test(text)) hash.update(coreHash()).update(carriersHash());
  return hash.digest('hex');
}

/** Every TypeScript file that an LWC bundle of force-app deploys, as an absolute path. */
export function lwcSources() {
  return bundleFiles().filter(
    (file) => /(?<!\.d)\.ts$/.test(file) && !file.includes(`${path.sep}__tests__${path.sep}`)
  );
}

function bundleFiles() {
  const packages = path.join(root, 'force-app');
  if (!existsSync(packages)) return [];
  return readdirSync(packages)
    .map((name) => path.join(packages, name, 'default', 'lwc'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => filesIn(folder));
}

function removeOrphans(sources) {
  const wanted = new Set(sources.map((source) => source.replace(/\.ts$/, '.js')));
  const orphans = bundleFiles().filter((file) => file.endsWith('.js') && !wanted.has(file));
  for (const file of orphans) rmSync(file);
  return orphans.length;
}

/** TypeScript keeps the decorators, which the platform's own compiler wants to see. */
function stripTypes(source, text, typescript) {
  const { outputText, diagnostics } = typescript.transpileModule(text, {
    fileName: source,
    reportDiagnostics: true,
    compilerOptions: {
      target: typescript.ScriptTarget.ESNext,
      module: typescript.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      useDefineForClassFields: true,
      experimentalDecorators: false
    }
  });
  const mistake = diagnostics?.[0];
  if (mistake) {
    const { line } = mistake.file.getLineAndCharacterOfPosition(mistake.start);
    const words = typescript.flattenDiagnosticMessageText(mistake.messageText, '\n');
    throw new SetUpFailure(`${path.relative(root, source)}:${line + 1} ${words}`, ['Mend the line above.']);
  }
  return outputText;
}

/**
 * One module with everything from the core in it that no other file carries, and the files it was made of. What another file
 * of the bundle re-exports is imported from there, because a file of a bundle has a limit in size; what the main file of
 * another bundle re-exports is imported from that bundle, so that an org has each core module once.
 */
export async function inlineCore(source, esbuild, carriers) {
  const elsewhere = carriedElsewhere(source, carriers);
  for (const [, wanted] of readFileSync(source, 'utf8').matchAll(reexports)) {
    const carrier = elsewhere.get(wanted);
    if (carrier !== undefined)
      throw new SetUpFailure(`${path.relative(root, source)} re-exports ${wanted}, which ${carrier} re-exports.`, [
        `Re-export by name what is meant from ${wanted}, or keep one of the two lines.`
      ]);
  }
  const takeFromCarriers = {
    name: 'take-from-carriers',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path: wanted, resolveDir }) => {
        const carrier = elsewhere.get(coreModule(path.resolve(resolveDir, wanted)));
        return carrier && { path: carrier, external: true, sideEffects: false };
      });
    }
  };
  try {
    const { outputFiles, metafile } = await esbuild.build({
      entryPoints: [source],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'inline',
      minifyWhitespace: true,
      minifySyntax: true,
      external: ['c/*', 'lightning/*', '@salesforce/*', 'lwc'],
      absWorkingDir: root,
      plugins: [takeFromCarriers],
      logLevel: 'silent'
    });
    return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
  } catch (error) {
    throw new SetUpFailure(error.message, ['Mend the lines above.']);
  }
}

/** Which file re-exports which core module whole: `main/lwc/phoneNumbers/phoneNumbers.ts` and `core/phone-number/…`. */
export function coreCarriers() {
  return lwcSources().flatMap((source) => {
    const [name, , ...rest] = path.relative(path.join(root, 'force-app'), source).split(path.sep);
    const file = [name, ...rest].join('/');
    return [...readFileSync(source, 'utf8').matchAll(reexports)].map(([, wanted]) => ({ file, wanted }));
  });
}

/**
 * Core modules that a file does not carry itself, each with the import that leads to it. Only the base package shares with
 * others: it must not need another.
 */
function carriedElsewhere(source, carriers) {
  const bundle = path.basename(path.dirname(source));
  const elsewhere = new Map();
  for (const { file, wanted } of carriers) {
    const [name, , owner, script] = file.split('/');
    if (owner === bundle) {
      if (script !== path.basename(source)) elsewhere.set(wanted, `./${script.replace(/\.ts$/, '')}`);
    } else if (name === 'main' && script === `${owner}.ts` && !elsewhere.has(wanted))
      elsewhere.set(wanted, `c/${owner}`);
  }
  return elsewhere;
}

const coreModule = (file) => path.relative(root, file).split(path.sep).join('/');

function carriersHash() {
  const lines = coreCarriers().map(({ file, wanted }) => `${file} ${wanted}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

let knownCoreHash;

function coreHash() {
  knownCoreHash ??= (() => {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const hash = createHash('sha256').update(JSON.stringify(dependencies ?? {}));
    const files = filesIn(path.join(root, 'core')).filter(
      (file) => /\.(ts|json)$/.test(file) && !/\.test\.ts$/.test(file)
    );
    for (const file of files.sort()) hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
    return hash.digest('hex');
  })();
  return knownCoreHash;
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function writeWhole(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}
