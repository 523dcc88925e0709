import type { SourcePackage } from '../../config/resolved-config/packages';
import { childText, readXml, type XmlElement } from '../xml/read-xml';
import { recordFields, type HeldRecord, type RecordType, type Value } from './record-rows';

/** The records of a type that come with our packages from source, as an org has them once those are deployed. */
export function shippedRecords(type: RecordType, packages: readonly SourcePackage[]): readonly HeldRecord[] {
  return packages.flatMap(({ files }) =>
    files.flatMap(({ path, content }): readonly HeldRecord[] => {
      const [, name] = new RegExp(`^customMetadata/${type}\\.([^/]+)\\.md$`).exec(path) ?? [];
      const reading = name === undefined ? undefined : readXml(content);
      if (name === undefined || !reading?.ok) return [];
      const label = childText(reading.root, 'label') ?? name;
      return [{ name, namespace: '', label, values: valuesOf(type, reading.root) }];
    })
  );
}

function valuesOf(type: RecordType, record: XmlElement): HeldRecord['values'] {
  const given = new Map(
    record.children
      .filter(({ name }) => name === 'values')
      .map((element) => [childText(element, 'field') ?? '', element.children.find(({ name }) => name === 'value')])
  );
  return Object.fromEntries(
    Object.entries(recordFields[type]).map(([field, kind]): [string, Value] => {
      const text = given.get(field)?.text ?? '';
      if (kind === 'flag') return [field, text === 'true'];
      return [field, text === '' ? null : kind === 'number' ? Number(text) : text];
    })
  );
}
