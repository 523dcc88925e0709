import { configurationInvalid, configurationMissing, type Diagnostic } from '../errors/configuration';
import { projectFiles } from './project-files';
import { readConfiguration, type Configuration, type ReadFile } from './read-configuration';
import { resolveForOrg } from './resolve-for-org';
import type { Environment } from './resolve/secrets';
import type { ResolvedConfig } from './resolved-config';
import { nearest } from '../resources/nearest';

export type LoadOptions = {
  /** As the person gave it; messages repeat it. */
  readonly file: string;
  readonly env: Environment;
  /** What relative paths are relative to; default: the process's directory. */
  readonly cwd?: string;
  /** Throws for a file that cannot be read. */
  readonly readFile?: ReadFile;
};

type OneOrgOptions = LoadOptions & {
  readonly org: string;
  /** Whether this org's secrets must be where the file says they are. Default: needed. */
  readonly secrets?: 'needed' | 'unneeded';
};

/** Everything that holds for one org of the file. Throws CONFIGURATION_INVALID with all that is wrong in the file, for any of its orgs. */
export function loadConfig({ org, secrets = 'needed', ...options }: OneOrgOptions): ResolvedConfig {
  const { diagnostics, configs } = checkConfig(options, { org, secrets });
  const config = configs.get(org);
  if (diagnostics.length > 0 || config === undefined) throw configurationInvalid(diagnostics);
  return config;
}

/** Checks the file for every org that it names, secrets in the environment apart, and gives what holds for each. Throws like loadConfig. */
export function validateConfig(options: LoadOptions): readonly ResolvedConfig[] {
  const { diagnostics, configs } = checkConfig(options);
  if (diagnostics.length > 0) throw configurationInvalid(diagnostics);
  return [...configs.values()];
}

export type CheckedConfig = {
  /** The file itself first, then by line. */
  readonly diagnostics: readonly Diagnostic[];
  /** By the name of the org; they count when nothing is wrong. */
  readonly configs: ReadonlyMap<string, ResolvedConfig>;
};

/** Checks the file for every org; when one is named it has to be there, and its secrets where they are needed. Throws only for a missing file. */
export function checkConfig(options: LoadOptions, one?: Pick<OneOrgOptions, 'org' | 'secrets'>): CheckedConfig {
  const files = { ...projectFiles(options.cwd), ...(options.readFile && { read: options.readFile }) };
  const configuration = readFrom(options.file, files.read);
  const { orgs, readable, document } = configuration;
  const isUnknown = one !== undefined && readable && !orgs.includes(one.org);
  const configs = new Map<string, ResolvedConfig>();
  const diagnostics = [...configuration.diagnostics];
  for (const org of orgs) {
    const env = org === one?.org && one.secrets === 'needed' ? options.env : undefined;
    const result = resolveForOrg({ configuration, org, readFile: files.read, absolute: files.absolute, env });
    diagnostics.push(...result.diagnostics);
    if (result.config !== undefined) configs.set(org, result.config);
  }
  const inFile = inOrder(document.file, diagnostics);
  return { diagnostics: isUnknown ? [unknownOrg(configuration, one.org), ...inFile] : inFile, configs };
}

function readFrom(file: string, readFile: ReadFile): Configuration {
  let text: string;
  try {
    text = readFile(file);
  } catch (error) {
    throw configurationMissing(file, error);
  }
  return readConfiguration(file, text, readFile);
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
