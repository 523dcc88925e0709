import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import { itemLabels, ringdownSection } from './names';

/** A label that our connector page names when it refuses; all of them come in one package. */
const label = 'VoiceServerLost';

/**
 * The contact center with the namespace of our labels in it, where its pages are ours and this file installs the package
 * that brings them: the connector page has no other way to learn it.
 */
export function withLabelNamespace(
  callCenter: ResolvedCallCenter,
  { ringdown }: Pick<ResolvedConfig, 'ringdown'>
): ResolvedCallCenter {
  if (callCenter.sessionPages === undefined || ringdown === undefined) return callCenter;
  const isInSource = ringdown.packages.some(({ members }) =>
    members.some(({ type, fullName }) => type === 'CustomLabel' && fullName === label)
  );
  if (!isInSource && ringdown.release === undefined) return callCenter;
  const item = { name: 'labelNamespace', label: itemLabels.labelNamespace, value: ringdown.namespace || 'c' } as const;
  return { ...callCenter, sections: [...callCenter.sections, { ...ringdownSection, items: [item] }] };
}
