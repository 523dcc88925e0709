import type { SourcePackage } from '../../config/resolved-config/packages';
import { leaf, writeMetadata, type XmlNode } from '../xml/write-xml';

type Deployed = Pick<SourcePackage, 'files' | 'members'>;

/** The custom metadata type whose record says which source an org has. */
export const markerType = 'PackageSource__mdt';

/** Developer name of a package's record. */
export function markerName(name: SourcePackage['name']): string {
  return name === 'main' ? 'Main' : 'Voice';
}

/**
 * What a deploy of the package holds: its files without the records that the org keeps, and the record with its hash, so that the
 * org knows the source exactly when all of it was accepted.
 */
export function packageFiles(source: SourcePackage, kept: readonly string[]): Deployed {
  const isKept = ({ type, fullName }: SourcePackage['members'][number]): boolean =>
    type === 'CustomMetadata' && kept.includes(fullName);
  const keptPaths = new Set(source.members.filter(isKept).map(({ fullName }) => `customMetadata/${fullName}.md`));
  const marker = `PackageSource.${markerName(source.name)}`;
  return {
    files: [
      ...source.files.filter(({ path }) => !keptPaths.has(path)),
      { path: `customMetadata/${marker}.md`, content: markerFile(source) }
    ],
    members: [...source.members.filter((member) => !isKept(member)), { type: 'CustomMetadata', fullName: marker }]
  };
}

function markerFile({ name, hash }: SourcePackage): string {
  const label = name === 'main' ? 'Ringdown' : 'Ringdown Voice';
  return customMetadataFile(label, { Hash__c: hash });
}

/** The file of a custom metadata record; null leaves a field empty. */
export function customMetadataFile(
  label: string,
  values: Readonly<Record<string, string | number | boolean | null>>
): string {
  const fields = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return writeMetadata(
    'CustomMetadata',
    [
      ...leaf('label', label),
      ...leaf('protected', false),
      ...fields.map(([field, value]): XmlNode => ({
        name: 'values',
        content: [...leaf('field', field), valueNode(value)]
      }))
    ],
    {
      'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance'
    }
  );
}

function valueNode(value: string | number | boolean | null): XmlNode {
  if (value === null) return { name: 'value', attributes: { 'xsi:nil': 'true' }, content: '' };
  const type = typeof value === 'string' ? 'xsd:string' : typeof value === 'boolean' ? 'xsd:boolean' : 'xsd:double';
  const text = typeof value === 'number' ? value.toFixed(1) : String(value);
  return { name: 'value', attributes: { 'xsi:type': type }, content: text };
}
