import type { XmlProblem } from '../xml/read-xml';
import { itemValue, type CallCenterDefinition } from './definition';
import { readImportCallCenter, writeImportCallCenter } from './import-dialect';
import { readMetadataCallCenter, writeMetadataCallCenter } from './metadata-dialect';
import { generalSection } from './names';

/** A converted file, and what of the original the other dialect has no place for. */
export type Conversion =
  | { readonly ok: true; readonly fullName: string; readonly content: string; readonly lost: readonly string[] }
  | { readonly ok: false; readonly problems: readonly XmlProblem[] };

/** A metadata file as a file that Setup imports. */
export function metadataToImport(source: string, fullName: string): Conversion {
  const reading = readMetadataCallCenter(source, fullName);
  if (!reading.ok) return reading;
  const { definition } = reading;
  return { ok: true, fullName, content: writeImportCallCenter(definition), lost: lostInImport(definition) };
}

/** A file that Setup imports as a metadata file; its internal name becomes the file's name. */
export function importToMetadata(source: string): Conversion {
  const reading = readImportCallCenter(source);
  if (!reading.ok) return reading;
  const { definition } = reading;
  const lost =
    definition.adapterUrl === undefined ? ['adapterUrl (the import form takes it from the vendor info)'] : [];
  return { ok: true, fullName: definition.fullName, content: writeMetadataCallCenter(definition), lost };
}

/** Setup makes adapterUrl and customSettings from items, and for Voice from the vendor info; the rest has no import form. */
function lostInImport(definition: CallCenterDefinition): readonly string[] {
  const isItem = (name: string): boolean => itemValue(definition, generalSection.name, name) !== undefined;
  return [
    ...(definition.adapterUrl === undefined || isItem('reqAdapterUrl') ? [] : ['adapterUrl']),
    ...[...(definition.customSettings ?? new Map<string, string>()).keys()]
      .filter((key) => !isItem(key))
      .map((key) => `customSettings.${key}`),
    ...(definition.statusMaps.length > 0 ? ['vendorCallCenterStatusMaps'] : []),
    ...(definition.version === undefined ? [] : ['version'])
  ];
}
