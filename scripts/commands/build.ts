import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { loadConfig, validateConfig } from '../config/load-config';
import type { ResolvedConfig } from '../config/resolved-config';
import { buildDirectoryNotOurs, buildWithoutDirectory } from '../errors/build';
import { outputUnwritable } from '../errors/run';
import { exitCode } from '../exit-code';
import { buildTree, type BuiltFile } from '../resources/deployable/build-tree';
import { offlineComponents } from '../resources/deployable/offline-components';
import type { CommandContext, CommandResult } from './command';
import { requireOrg } from './open-run';
import { withPackages } from './with-packages';

/** Lists what build wrote, so that the next build knows what it may replace. */
const markerName = '.ringdown-build.json';

/** Writes deployable source, package.xml and Setup-import files for one org, without talking to it. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const org = requireOrg(context);
  const { out } = context.options;
  if (out === undefined) throw buildWithoutDirectory(org);
  const config = withPackages(offlineConfig(context, org), context);
  const files = buildTree(config);
  const directory = resolve(context.cwd, out);
  const before = filesOfLastBuild(directory, out, org);
  removeStale(directory, before, files);
  const written = files.filter((file) => writeWhenDifferent(directory, file));
  writeWhenDifferent(directory, { path: markerName, content: marker(files) });
  const { leftOut } = offlineComponents(config);
  return Promise.resolve({
    exitCode: exitCode.done,
    data: { org, directory: out, files: files.map(({ path }) => path), written: written.length, leftOut },
    lines: [
      `# ${out}: ${files.length} files for ${org}, ${written.length === 0 ? 'none' : written.length} changed`,
      '',
      ...files.map((file) => `  ${written.includes(file) ? '+' : '='} ${file.path}`),
      ...(leftOut.length === 0
        ? []
        : ['', 'Left out, because only the org knows it:', ...leftOut.map((line) => `  ! ${line}`)]),
      '',
      `Next: ${join(out, 'README.md')} says how to deploy it by hand, or npx ringdown apply --org ${org}`
    ]
  });
}

/** Without the environment: a build needs no secret, so that none must be there. */
function offlineConfig({ options, env, cwd }: CommandContext, org: string): ResolvedConfig {
  const given = { file: options.config, env, cwd };
  return validateConfig(given).find(({ org: { name } }) => name === org) ?? loadConfig({ ...given, org });
}

/** Paths that the last build wrote; refuses a directory in which others have put files. */
function filesOfLastBuild(directory: string, out: string, org: string): readonly string[] {
  if (!existsSync(directory)) return [];
  if (!statSync(directory).isDirectory())
    throw outputUnwritable(out, 'it is a file, and build writes a folder', undefined);
  const markerPath = join(directory, markerName);
  if (existsSync(markerPath)) return readMarker(readFileSync(markerPath, 'utf8'));
  if (readdirSync(directory).length > 0) throw buildDirectoryNotOurs(out, org);
  return [];
}

function marker(files: readonly BuiltFile[]): string {
  return `${JSON.stringify({ builtBy: 'ringdown', files: files.map(({ path }) => path) }, undefined, 2)}\n`;
}

function readMarker(text: string): readonly string[] {
  const { files } = JSON.parse(text) as { files?: unknown };
  return Array.isArray(files) ? files.filter((path): path is string => typeof path === 'string') : [];
}

/** What an earlier configuration led to and this one does not would be deployed by mistake. */
function removeStale(directory: string, before: readonly string[], files: readonly BuiltFile[]): void {
  const wanted = new Set(files.map(({ path }) => path));
  for (const path of before) {
    const file = resolve(directory, path);
    const isInside = !relative(directory, file).startsWith('..') && file.startsWith(directory + sep);
    if (isInside && !wanted.has(path)) rmSync(file, { force: true });
  }
}

function writeWhenDifferent(directory: string, { path, content }: BuiltFile): boolean {
  const file = join(directory, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return false;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw outputUnwritable(file, (error as Error).message, error);
  }
  return true;
}
