import type { MetadataFile } from '../change';
import { namespaced } from '../namespaced';
import { customMetadataFile } from '../package-source/package-files';
import type { RecordType, Value } from './record-rows';

export type RecordIdentity = {
  readonly type: RecordType;
  readonly name: string;
  /** Of the type and its fields. */
  readonly namespace: string;
  /** Of the record itself: set when it came with a package. */
  readonly recordNamespace: string;
};

/** The file of a record of one of our custom metadata types, every reference with its namespace. */
export function recordFile(
  { type, name, namespace, recordNamespace }: RecordIdentity,
  label: string,
  values: Readonly<Record<string, Value>>
): MetadataFile {
  const fullName = `${namespaced(namespace, type)}.${namespaced(recordNamespace, name)}`;
  const own = Object.entries(values).map(([field, value]) => [namespaced(namespace, field), value] as const);
  return {
    type: 'CustomMetadata',
    fullName,
    path: `customMetadata/${fullName}.md`,
    content: customMetadataFile(label, Object.fromEntries(own))
  };
}
