import type { OrgData } from '../../org-data';
import { metadataTypes } from '../schema/metadata-types';

/** The types that the org knows; a folder's type is described by what the folder holds. */
export function describeMetadata(org: OrgData): object {
  const folderTypes = new Set(metadataTypes.map((type) => type.folderType));
  return {
    metadataObjects: metadataTypes
      .filter((type) => !folderTypes.has(type.name))
      .map((type) => ({
        childXmlNames: Object.values(type.children ?? {}).map((child) => child.type),
        directoryName: type.folder,
        inFolder: type.inFolder === true,
        metaFile: type.metaFile === true,
        ...(type.suffix ? { suffix: type.suffix } : {}),
        xmlName: type.name
      })),
    organizationNamespace: '',
    partialSaveAllowed: org.kind !== 'production',
    testRequired: org.kind === 'production'
  };
}
