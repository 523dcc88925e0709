import { loadConfig, type LoadOptions } from './load-config';
import { missingSecrets } from './missing-secrets';
import { projectFiles } from './project-files';
import type { ResolvedConfig, ResolvedValue } from './resolved-config';

/** A value with where it came from; `note` says what a run would miss. */
export type ExplainedValue = ResolvedValue & { readonly note?: string };

export type ExplainedConfig = { readonly config: ResolvedConfig; readonly values: readonly ExplainedValue[] };

/** Every resolved value of one org with where it came from, in the order of the configuration. Needs no secret. Throws like loadConfig. */
export function explainConfig(options: LoadOptions & { readonly org: string }): ExplainedConfig {
  const config = loadConfig({ ...options, secrets: 'unneeded' });
  const missing = missingSecrets(config, options.env, options.readFile ?? projectFiles(options.cwd).read);
  const notes = new Map(missing.map(({ path, says }) => [path, says.replace(/^is /, '')]));
  const values = config.origins.map((value) => {
    const note = notes.get(value.path);
    return note === undefined ? value : { ...value, note };
  });
  return { config, values };
}
