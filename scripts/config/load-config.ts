import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { configurationInvalid, configurationMissing, type Diagnostic } from '../errors/configuration';
import { readConfiguration, type Configuration, type ReadFile } from './read-configuration';
import { resolveForOrg } from './resolve-for-org';
import type { Environment } from './resolve/secrets';
import type { ResolvedConfig } from './resolved-config';
import { nearest } from './shape/nearest';

export type LoadOptions = {
  /** As the person gave it; messages repeat it. */
  readonly file: string;
  readonly env: Environment;
  /** What relative paths are relative to; default: the process's directory. */
  readonly cwd?: string;
  /** Throws for a file that cannot be read. */
  readonly readFile?: ReadFile;
};

/** Everything that holds for one org of the file. Throws CONFIGURATION_INVALID with all that is wrong in the file, for any of its orgs. */
export function loadConfig({ org, ...options }: LoadOptions & { readonly org: string }): ResolvedConfig {
  const readFile = reader(options);
  const configuration = read(options, readFile);
  const { diagnostics, configs } = checkAll(configuration, readFile, (name) =>
    name === org ? options.env : undefined
  );
  const unknown = configuration.readable && !configuration.orgs.includes(org) ? [unknownOrg(configuration, org)] : [];
  const config = configs.get(org);
  const wrong = [...unknown, ...diagnostics];
  if (wrong.length > 0 || config === undefined) throw configurationInvalid(wrong);
  return config;
}

/** Checks the file for every org that it names, secrets in the environment apart, and gives what holds for each. Throws like loadConfig. */
export function validateConfig(options: LoadOptions): readonly ResolvedConfig[] {
  const readFile = reader(options);
  const configuration = read(options, readFile);
  const { diagnostics, configs } = checkAll(configuration, readFile, () => undefined);
  if (diagnostics.length > 0) throw configurationInvalid(diagnostics);
  return [...configs.values()];
}

function reader({ cwd, readFile }: LoadOptions): ReadFile {
  return readFile ?? ((path) => readFileSync(resolve(cwd ?? '.', path), 'utf8'));
}

function read({ file }: LoadOptions, readFile: ReadFile): Configuration {
  let text: string;
  try {
    text = readFile(file);
  } catch (error) {
    throw configurationMissing(file, error);
  }
  return readConfiguration(file, text, readFile);
}

type Checked = { readonly diagnostics: readonly Diagnostic[]; readonly configs: ReadonlyMap<string, ResolvedConfig> };

function checkAll(
  configuration: Configuration,
  readFile: ReadFile,
  envOf: (org: string) => Environment | undefined
): Checked {
  const configs = new Map<string, ResolvedConfig>();
  const diagnostics = [...configuration.diagnostics];
  for (const org of configuration.orgs) {
    const result = resolveForOrg({ configuration, org, readFile, env: envOf(org) });
    diagnostics.push(...result.diagnostics);
    if (result.config !== undefined) configs.set(org, result.config);
  }
  return { diagnostics: inOrder(configuration.document.file, diagnostics), configs };
}

/** Each thing once, though several orgs may have met it; the file itself first, then by line. */
function inOrder(file: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const one of diagnostics) {
    const known = `${one.file}:${one.line}:${one.column} ${one.path} ${one.message}`;
    if (!unique.has(known)) unique.set(known, one);
  }
  const rank = (one: Diagnostic): number => (one.file === file ? 0 : 1);
  return [...unique.values()].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      one.file.localeCompare(other.file) ||
      one.line - other.line ||
      one.column - other.column
  );
}

function unknownOrg({ document, orgs }: Configuration, org: string): Diagnostic {
  const meant = nearest(org, orgs);
  const expected = orgs.length === 0 ? 'an org' : `one of ${orgs.join(', ')}`;
  const fix = meant === undefined ? 'Add it there, or name another with --org' : `Did you mean --org ${meant}?`;
  return {
    file: document.file,
    ...document.locate(['orgs'], 'key'),
    path: 'orgs',
    message: `has no ${org}: expected ${expected}`,
    expected,
    got: org,
    fix
  };
}
