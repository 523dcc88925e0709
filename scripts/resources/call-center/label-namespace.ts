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
 * The call center with what our page has no other way to learn, where its pages are ours and this file installs our package: the
 * namespace of the package, and on Voice the country of numbers without a country code (a softphone asks `PhoneUser`).
 */
export function withLabelNamespace(
  callCenter: ResolvedCallCenter,
  { ringdown, logging }: Pick<ResolvedConfig, 'ringdown' | 'logging'>
): ResolvedCallCenter {
  if (callCenter.sessionPages === undefined || ringdown === undefined) return callCenter;
  const mark = marks[callCenter.kind];
  const isInSource = ringdown.packages.some(({ members }) =>
    members.some(({ type, fullName }) => type === mark.type && fullName === mark.fullName)
  );
  if (!isInSource && ringdown.release === undefined) return callCenter;
  const value = ringdown.namespace || 'c';
  const country = callCenter.kind === 'voice' ? logging?.defaultCountry : undefined;
  const items = [
    { name: 'labelNamespace', label: itemLabels.labelNamespace, value },
    ...(country === undefined ? [] : [{ name: 'country', label: itemLabels.country, value: country }])
  ];
  return { ...callCenter, sections: [...callCenter.sections, { ...ringdownSection, items }] };
}
