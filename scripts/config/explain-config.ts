import type { ResolvedConfig, ResolvedValue } from './resolved-config';

/** Every resolved value with where it came from, in the order of the configuration. */
export function explainConfig(config: ResolvedConfig): readonly ResolvedValue[] {
  return config.origins;
}
