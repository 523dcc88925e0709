import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { loadConfig, validateConfig } from '../config/load-config';
import type { ResolvedConfig } from '../config/resolved-config';
import { buildDirectoryNotOurs, buildNeedsOrg, buildWithoutDirectory } from '../errors/build';
import { outputUnwritable } from '../errors/run';
import { exitCode } from '../exit-code';
import { buildTree, type BuiltFile } from '../resources/deployable/build-tree';
import { offlineComponents } from '../resources/deployable/offline-components';
import { sessionCallCenter } from '../resources/session-service/session-org';
import { signOnOf } from '../resources/sign-on-app/client-id';
import type { CommandContext, CommandResult } from './command';
import { requireOrg } from './open-run';
import { writeOrgsFile, type WrittenOrgsFile } from './session-service-file';
import { withPackages } from './with-packages';

/** Lists what build wrote, so that the next build knows what it may replace. */
const markerName = '.ringdown-build.json';

/** Writes deployable source, package.xml and Setup-import files for one org, without talking to it. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const org = requireOrg(context);
  const { out } = context.options;
  if (out === undefined) throw buildWithoutDirectory(org);
  const config = withKnownPages(withPackages(offlineConfig(context, org), context));
  const files = buildTree(config);
  const directory = resolve(context.cwd, out);
  const before = filesOfLastBuild(directory, out, org);
  const orgsFile = await writeOrgsFile(config, context, signOnOf(config, new Map()));
  removeStale(directory, before, files);
  const written = files.filter((file) => writeWhenDifferent(directory, file));
  writeWhenDifferent(directory, { path: markerName, content: marker(files) });
  const { leftOut } = offlineComponents(config);
  return {
    exitCode: exitCode.done,
    data: { org, directory: out, files: files.map(({ path }) => path), written: written.length, leftOut, orgsFile },
    lines: [
      `# ${out}: ${files.length} files for ${org}, ${written.length === 0 ? 'none' : written.length} changed`,
      '',
      ...files.map((file) => `  ${written.includes(file) ? '+' : '='} ${file.path}`),
      ...(leftOut.length === 0
        ? []
        : ['', 'Left out, because only the org knows it:', ...leftOut.map((line) => `  ! ${line}`)]),
      '',
      ...orgsFileLines(orgsFile),
      `Next: ${join(out, 'README.md')} says how to deploy it by hand, or npx ringdown apply --org ${org}`
    ]
  };
}

/** What the session service is told of this org stands beside the configuration: it holds the other orgs as well. */
function orgsFileLines(written: WrittenOrgsFile | undefined): readonly string[] {
  return written === undefined ? [] : [`  ${written.changed ? '+' : '='} ${written.path}, for the session service`, ''];
}

/** An address without the org's id leads nowhere, and a build with half a contact center would be deployed by mistake. */
function withKnownPages(config: ResolvedConfig): ResolvedConfig {
  const { name, orgId, myDomain } = config.org;
  if (sessionCallCenter(config) === undefined) return config;
  const missing = [
    ...(orgId === undefined ? [`orgs.${name}.orgId`] : []),
    ...(myDomain === undefined ? [`orgs.${name}.myDomain`] : [])
  ];
  if (missing.length > 0) throw buildNeedsOrg(name, missing);
  return config;
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
