import type { CallCenterSection } from '../../config/resolved-config/call-center';

/** A call center as the org holds it: what both XML dialects say. */
export type CallCenterDefinition = {
  /** Internal name: file name of the metadata form, reqInternalName of the import form. */
  readonly fullName: string;
  readonly adapterUrl?: string;
  /** Flat settings that Salesforce keeps as JSON text, in the order they are written. */
  readonly customSettings?: CustomSettings;
  readonly displayName: string;
  readonly displayNameLabel: string;
  readonly internalNameLabel: string;
  readonly sections: readonly CallCenterSection[];
  /** Vendor states and the presence statuses they stand for; the org's own, kept as read. */
  readonly statusMaps: readonly StatusMap[];
  /** CTI toolkit version; absent for Open CTI. */
  readonly version?: string;
};

export type CustomSettings = ReadonlyMap<string, string>;
export type StatusMap = { readonly externalStatus: string; readonly servicePresenceStatus: string };

/** The value of one item, or undefined when the definition has no such item. */
export function itemValue(definition: CallCenterDefinition, section: string, item: string): string | undefined {
  const found = definition.sections.find(({ name }) => name === section);
  return found?.items.find(({ name }) => name === item)?.value;
}

/** The customSettings text: a JSON object of strings whose keys keep their order. */
export function writeCustomSettings(settings: CustomSettings): string {
  const pairs = [...settings].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${pairs.join(',')}}`;
}

/** Reads customSettings text; undefined when it is not a JSON object. Values that are not strings become their text. */
export function readCustomSettings(text: string): CustomSettings | undefined {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(
    Object.entries(value).map(([key, held]) => [key, typeof held === 'string' ? held : JSON.stringify(held)])
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
