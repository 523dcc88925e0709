import type { MetadataFile } from '../change';
import { leaf, writeMetadata, type XmlNode } from '../xml/write-xml';

/** A component as a manifest names it. */
export type Member = Pick<MetadataFile, 'type' | 'fullName'>;

/** The package.xml of these components: types and members sorted, so that equal components give equal text. */
export function packageManifest(files: readonly Member[], apiVersion: string): string {
  const types = [...new Set(files.map(({ type }) => type))].sort();
  return writeMetadata('Package', [...types.map((type) => typeNode(type, files)), ...leaf('version', apiVersion)]);
}

function typeNode(type: string, files: readonly Member[]): XmlNode {
  const members = files.filter((file) => file.type === type).map(({ fullName }) => fullName);
  return {
    name: 'types',
    content: [...members.sort().flatMap((member) => leaf('members', member)), ...leaf('name', type)]
  };
}

/** Where a component stands in source format, below a package directory: its path in a deployed zip with `-meta.xml`. */
export function sourcePath({ path }: MetadataFile): string {
  return `${path}-meta.xml`;
}
