import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtFolder, builtStamp, bundledFolder, root } from './places.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

const sourceFolders = ['core', 'scripts', 'local'];

/**
 * What runs before anything is compiled, tests, and what only developers run: the workbench, the console with its phone system,
 * the Dev Hub, and programs that write a file here.
 */
const neverBuilt =
  /^scripts\/((set-up|release)\/|ringdown\.cjs$)|^local\/(lightning|console|phone|org\/dev-hub)\/|\.test\.ts$|\.md$|\/(generate|write-(schema|error-catalogue|words))\.ts$|\/testing\//;

/**
 * Turns the sources into dist: TypeScript becomes JavaScript, everything else is copied, what has no source any more is
 * removed. Types are not checked here; `npm test` does. Nothing happens when no source changed.
 */
export function compile(loadTypeScript) {
  const sources = readSources();
  const fingerprint = fingerprintOf(sources);
  if (readStamp() === fingerprint) return 'unchanged';

  const outputs = new Map([...emit(loadTypeScript(), sources), ...copies(sources)]);
  for (const [file, content] of outputs) writeWhenDifferent(path.join(builtFolder, file), content);
  const bundled = `${path.relative(builtFolder, bundledFolder)}/`;
  for (const file of listFiles(builtFolder, ''))
    if (!outputs.has(file) && !file.startsWith(bundled)) rmSync(path.join(builtFolder, file));
  writeWhenDifferent(builtStamp, `${JSON.stringify({ fingerprint })}\n`);
  return 'changed';
}

/** Relative path to content, of everything that ends up in dist. */
function readSources() {
  const files = sourceFolders.flatMap((folder) => listFiles(path.join(root, folder), folder));
  return new Map(
    files.filter((file) => !neverBuilt.test(file)).map((file) => [file, readFileSync(path.join(root, file))])
  );
}

/** The options of tsconfig.build.json, one file at a time: nothing that is imported needs to be installed. */
function emit(typescript, sources) {
  const { config, error } = typescript.readConfigFile(path.join(root, 'tsconfig.build.json'), typescript.sys.readFile);
  if (error)
    throw new SetUpFailure(typescript.flattenDiagnosticMessageText(error.messageText, '\n'), [
      'Mend tsconfig.build.json.'
    ]);
  const { options } = typescript.parseJsonConfigFileContent(
    config,
    { ...typescript.sys, readDirectory: () => [] },
    root
  );
  const alone = {
    noResolve: true,
    noLib: true,
    noCheck: true,
    types: [],
    incremental: false,
    tsBuildInfoFile: undefined
  };
  const files = [...sources.keys()].filter((file) => file.endsWith('.ts')).map((file) => path.join(root, file));
  const program = typescript.createProgram(files, { ...options, ...alone });
  const mistakes = program.getSyntacticDiagnostics();
  if (mistakes.length > 0) {
    const host = { getCurrentDirectory: () => root, getCanonicalFileName: (file) => file, getNewLine: () => '\n' };
    throw new SetUpFailure(typescript.formatDiagnostics(mistakes, host).trim(), ['Mend the lines above.']);
  }
  const outputs = new Map();
  program.emit(undefined, (file, text) => outputs.set(slashed(path.relative(builtFolder, file)), text));
  return outputs;
}

function copies(sources) {
  return [...sources].filter(([file]) => !file.endsWith('.ts'));
}

function fingerprintOf(sources) {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/set-up/compile.mjs']) {
    hash.update(readFileSync(path.join(root, file)));
  }
  for (const [file, content] of sources) hash.update(`\0${file}\0`).update(content);
  return hash.digest('hex');
}

function readStamp() {
  return existsSync(builtStamp) ? JSON.parse(readFileSync(builtStamp, 'utf8')).fingerprint : undefined;
}

/** Whole or not at all, so that a command that runs meanwhile never loads half a file. */
function writeWhenDifferent(file, content) {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

function listFiles(folder, prefix) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      slashed(path.join(prefix, path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name))))
    )
    .sort();
}

function slashed(file) {
  return file.split(path.sep).join('/');
}
