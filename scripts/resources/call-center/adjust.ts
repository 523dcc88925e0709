import type { CallCenterItem, CallCenterSection } from '../../config/resolved-config/call-center';
import type { CallCenterDefinition, CustomSettings } from './definition';
import { generalSection, ringdownSection } from './names';

/** What of the desired definition a packaged call center has no place for; its set of fields cannot change. */
export type Adjusted = { readonly definition: CallCenterDefinition; readonly missing: readonly string[] };

/** A packaged call center with our values in the fields it came with; its own names, labels and other fields stay. */
export function adjustPackaged(current: CallCenterDefinition, desired: CallCenterDefinition): Adjusted {
  const missing: string[] = [];
  const values = new Map(
    desired.sections.flatMap(({ name, items }) => items.map((item) => [`${name}/${item.name}`, item.value]))
  );
  const sections = current.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, value: values.get(`${section.name}/${item.name}`) ?? item.value }))
  }));
  const present = new Set(current.sections.flatMap(({ name, items }) => items.map((item) => `${name}/${item.name}`)));
  missing.push(...[...values.keys()].filter((path) => !present.has(path)));
  const customSettings =
    current.customSettings &&
    new Map([...current.customSettings].map(([key, value]) => [key, desired.customSettings?.get(key) ?? value]));
  return {
    definition: { ...current, adapterUrl: desired.adapterUrl, ...(customSettings && { customSettings }), sections },
    missing
  };
}

/**
 * Our own call center with what only the org knows: presence statuses, the toolkit version, and for Voice the settings and
 * items that the platform adds from the vendor info. Deploying without them would take them away.
 */
export function keepWhatTheOrgAdds(
  current: CallCenterDefinition,
  desired: CallCenterDefinition,
  kind: 'open-cti' | 'voice'
): CallCenterDefinition {
  const version = desired.version ?? current.version;
  const kept = { ...desired, statusMaps: current.statusMaps, ...(version !== undefined && { version }) };
  if (kind === 'open-cti') return kept;
  return {
    ...kept,
    customSettings: withAdded(current.customSettings, desired.customSettings),
    sections: desired.sections.map((section) => withAddedItems(current, section))
  };
}

function withAdded(current: CustomSettings | undefined, desired: CustomSettings | undefined): CustomSettings {
  return new Map([...(desired ?? []), ...[...(current ?? [])].filter(([key]) => !desired?.has(key))]);
}

function withAddedItems(current: CallCenterDefinition, section: CallCenterSection): CallCenterSection {
  const held = current.sections.find(({ name }) => name === section.name);
  // Into the section of our pages nobody else writes: a row too many there would still count.
  if (!held || section.name === ringdownSection.name) return section;
  const names = new Set(section.items.map(({ name }) => name));
  const ours = section.items.filter((item) => !isFoldedAway(section, item, held));
  return { ...section, items: [...ours, ...held.items.filter(({ name }) => !names.has(name))] };
}

/** The platform turns both names into fullName and displayName and returns no items for them. */
function isFoldedAway(section: CallCenterSection, item: CallCenterItem, held: CallCenterSection): boolean {
  const isIdentity = item.name === 'reqInternalName' || item.name === 'reqDisplayName';
  return section.name === generalSection.name && isIdentity && !held.items.some(({ name }) => name === item.name);
}
