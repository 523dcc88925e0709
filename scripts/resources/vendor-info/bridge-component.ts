import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';

const bridge = 'voiceBridge';

/** The component through which our connector page and our panels speak, where this file installs it; else the org's own stays. */
export function bridgeOf(
  { sessionPages }: ResolvedCallCenter,
  { ringdown }: Pick<ResolvedConfig, 'ringdown'>
): string | undefined {
  if (sessionPages === undefined || ringdown === undefined) return undefined;
  const isInSource = ringdown.packages.some(({ members }) =>
    members.some(({ type, fullName }) => type === 'LightningComponentBundle' && fullName === bridge)
  );
  return isInSource || ringdown.release !== undefined ? `${ringdown.namespace || 'c'}:${bridge}` : undefined;
}
