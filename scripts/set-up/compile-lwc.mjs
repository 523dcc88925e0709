import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** A bundle that takes something from the core carries it: the platform knows no module outside a bundle. */
const takesFromCore = /from '(?:\.\.\/)+core\//;

/**
 * Writes, beside every TypeScript file of an LWC bundle, the JavaScript that the platform takes, and removes JavaScript whose
 * source is gone. The first line of each names the SHA-256 of what it was made from, so that anybody can tell a stale one
 * without a compiler: of the source, and for a bundle that takes something from the core, of the core and the versions of
 * its dependencies as well. A file that is up to date is not made again.
 */
export async function compileLwc(loadTypeScript, loadEsbuild) {
  const sources = lwcSources();
  let changed = removeOrphans(sources);
  for (const source of sources) {
    const line = `// sha256:${sourceHash(source)}\n`;
    const target = source.replace(/\.ts$/, '.js');
    if (existsSync(target) && readFileSync(target, 'utf8').startsWith(line)) continue;
    const text = readFileSync(source, 'utf8');
    const code = takesFromCore.test(text)
      ? await inlineCore(source, loadEsbuild())
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
  if (takesFromCore.test(text)) hash.update(coreHash());
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
 * One module with everything from the core in it. Where another file of the bundle re-exports a core module, that file is
 * imported and not repeated: a file of a bundle has a limit in size.
 */
async function inlineCore(source, esbuild) {
  const siblings = siblingFacades(source);
  const shareSiblings = {
    name: 'share-siblings',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path: wanted, resolveDir }) => {
        const sibling = siblings.get(path.resolve(resolveDir, wanted));
        return sibling && { path: `./${sibling}`, external: true };
      });
    }
  };
  try {
    const { outputFiles } = await esbuild.build({
      entryPoints: [source],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'inline',
      minifyWhitespace: true,
      minifySyntax: true,
      external: ['c/*', 'lightning/*', '@salesforce/*', 'lwc'],
      absWorkingDir: root,
      plugins: [shareSiblings],
      logLevel: 'silent'
    });
    return outputFiles[0].text;
  } catch (error) {
    throw new SetUpFailure(error.message, ['Mend the lines above.']);
  }
}

/** Absolute path of a core module, without extension, to the other file of this bundle that re-exports all of it. */
function siblingFacades(source) {
  const folder = path.dirname(source);
  const others = readdirSync(folder).filter((name) => /(?<!\.d)\.ts$/.test(name) && path.join(folder, name) !== source);
  return new Map(
    others.flatMap((name) => {
      const taken = /^export \* from '((?:\.\.\/)+core\/[^']+)';/m.exec(readFileSync(path.join(folder, name), 'utf8'));
      return taken ? [[path.resolve(folder, taken[1]), name.replace(/\.ts$/, '')]] : [];
    })
  );
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
