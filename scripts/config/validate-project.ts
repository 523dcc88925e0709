import { callCenterFileInvalid } from '../errors/call-center';
import { configurationInvalid, diagnosticLine } from '../errors/configuration';
import { checkCallCenterFiles } from './call-center-files';
import { checkConfig, type LoadOptions } from './load-config';
import { missingSecrets, type MissingSecret } from './missing-secrets';
import { projectFiles } from './project-files';
import type { ResolvedConfig } from './resolved-config';

export type ValidOrg = { readonly config: ResolvedConfig; readonly missing: readonly MissingSecret[] };

/**
 * Checks the configuration for every org and the call center files of the Salesforce project in the working directory, all at
 * once. With `org` that one's secrets must be here; those of the others are only named. Throws CONFIGURATION_INVALID, or
 * CALL_CENTER_FILE_INVALID when the configuration itself is right.
 */
export function validateProject(
  options: Omit<LoadOptions, 'readFile'> & { readonly org?: string }
): readonly ValidOrg[] {
  const { org, env, cwd } = options;
  const files = projectFiles(cwd);
  const { diagnostics, configs } = checkConfig(options, org === undefined ? undefined : { org, secrets: 'needed' });
  const { inProject, inCallCenters } = checkCallCenterFiles(files);
  const inConfiguration = [...diagnostics, ...inProject];
  if (inConfiguration.length > 0) throw configurationInvalid([...inConfiguration, ...inCallCenters]);
  if (inCallCenters.length > 0) {
    const paths = [...new Set(inCallCenters.map(({ file }) => file))];
    throw callCenterFileInvalid(paths, inCallCenters.map(diagnosticLine), inCallCenters);
  }
  return [...configs.values()].map((config) => ({ config, missing: missingSecrets(config, env, files.read) }));
}
