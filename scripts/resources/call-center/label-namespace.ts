import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import { itemLabels, ringdownSection } from './names';

/**
 * What tells that a package brings what the page names: a label that the connector page refuses with, or the class of which the
 * softphone asks who the rep is.
 */
const marks = {
  voice: { type: 'CustomLabel', fullName: 'VoiceServerLost' },
  'open-cti': { type: 'ApexClass', fullName: 'PhoneUser' }
} as const;

/**
 * The call center with the namespace of our package in it, where its pages are ours and this file installs that package: the page
 * has no other way to learn it.
 */
export function withLabelNamespace(
  callCenter: ResolvedCallCenter,
  { ringdown }: Pick<ResolvedConfig, 'ringdown'>
): ResolvedCallCenter {
  if (callCenter.sessionPages === undefined || ringdown === undefined) return callCenter;
  const mark = marks[callCenter.kind];
  const isInSource = ringdown.packages.some(({ members }) =>
    members.some(({ type, fullName }) => type === mark.type && fullName === mark.fullName)
  );
  if (!isInSource && ringdown.release === undefined) return callCenter;
  const item = { name: 'labelNamespace', label: itemLabels.labelNamespace, value: ringdown.namespace || 'c' } as const;
  return { ...callCenter, sections: [...callCenter.sections, { ...ringdownSection, items: [item] }] };
}
