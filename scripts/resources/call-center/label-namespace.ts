import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import { itemLabels, presenceItem, ringdownSection } from './names';

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
 * namespace of the package, and on Voice the country of numbers without a country code and the presence map, one item a row (with
 * Open CTI the page asks `PhoneUser`, and a component reads the map).
 */
export function withLabelNamespace(
  callCenter: ResolvedCallCenter,
  { ringdown, logging, presence }: Pick<ResolvedConfig, 'ringdown' | 'logging' | 'presence'>
): ResolvedCallCenter {
  if (callCenter.sessionPages === undefined || ringdown === undefined) return callCenter;
  const mark = marks[callCenter.kind];
  const isInSource = ringdown.packages.some(({ members }) =>
    members.some(({ type, fullName }) => type === mark.type && fullName === mark.fullName)
  );
  if (!isInSource && ringdown.release === undefined) return callCenter;
  const value = ringdown.namespace || 'c';
  const isVoice = callCenter.kind === 'voice';
  const country = isVoice ? logging?.defaultCountry : undefined;
  const rows = isVoice ? (presence ?? []) : [];
  const items = [
    { name: 'labelNamespace', label: itemLabels.labelNamespace, value },
    ...(country === undefined ? [] : [{ name: 'country', label: itemLabels.country, value: country }]),
    ...rows.map(({ phoneState, direction, status }, index) => ({
      ...presenceItem(index + 1),
      value: `${phoneState} ${direction} ${status}`
    }))
  ];
  return { ...callCenter, sections: [...callCenter.sections, { ...ringdownSection, items }] };
}
