import type { ResolvedConfig } from '../config/resolved-config';
import { loadPackages } from '../package-source/load-packages';
import type { CommandContext } from './command';

/** The configuration with what our packages hold; the Voice package only where a call center is of Voice. */
export function withPackages(
  config: ResolvedConfig,
  { toolDirectory }: Pick<CommandContext, 'toolDirectory'>
): ResolvedConfig {
  const { ringdown, callCenters, file, apiVersion } = config;
  if (ringdown?.source === undefined) return config;
  const hasVoice = callCenters.some(({ kind }) => kind === 'voice');
  const { folder, translations } = ringdown.source;
  const names = hasVoice ? (['main', 'voice'] as const) : (['main'] as const);
  const packages = loadPackages({ file, toolDirectory, folder, names, translations, apiVersion });
  return { ...config, ringdown: { ...ringdown, packages } };
}
