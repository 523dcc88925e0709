import { metadataTypes, type MetadataType } from '../../../local/org/metadata/schema/metadata-types';
import { partTypes } from '../../../scripts/package-source/source-types';

export type PackageName = 'main' | 'voice' | 'post-install';

/** What a path says of the metadata file that stands there. */
export type Place = {
  readonly package: PackageName;
  /** The metadata type, which is also the file's root element. */
  readonly type: string;
  /** As package.xml would name it; for a part of an object without the object. */
  readonly name: string;
  /** The object that it is a part of, or the object and language of a translation. */
  readonly of?: string;
};

/** Which component a metadata file of force-app holds, or undefined when the path is none that Salesforce reads. */
export function placeOf(path: string): Place | undefined {
  const [, packageName, folder, rest] =
    /^force-app\/(main|voice|post-install)\/default\/(\w+)\/(.+)-meta\.xml$/.exec(path) ?? [];
  const type = metadataTypes.find((each) => each.folder === folder);
  if (packageName === undefined || rest === undefined || !type) return undefined;
  const place = placeInFolder(type, rest);
  return place && { package: packageName as PackageName, ...place };
}

function placeInFolder(type: MetadataType, rest: string): Omit<Place, 'package'> | undefined {
  const steps = rest.split('/');
  const file = steps.at(-1) ?? '';
  const dot = file.lastIndexOf('.');
  const [name, suffix] = [decodeURIComponent(file.slice(0, dot)), file.slice(dot + 1)];
  if (type.name === 'CustomObject' || type.name === 'CustomObjectTranslation')
    return placeInObject(type, steps, name, suffix);
  if (type.bundle) return steps.length === 2 && steps[0] === name ? { type: type.name, name } : undefined;
  if (type.inFolder && type.folderType !== undefined) {
    if (steps.length === 1) return suffix === `${type.suffix}Folder` ? { type: `${type.name}Folder`, name } : undefined;
    return suffix === type.suffix ? { type: type.name, name: [...steps.slice(0, -1), name].join('/') } : undefined;
  }
  return steps.length === 1 && suffix === type.suffix ? { type: type.name, name } : undefined;
}

function placeInObject(
  type: MetadataType,
  steps: readonly string[],
  name: string,
  suffix: string
): Omit<Place, 'package'> | undefined {
  const [of = '', second = ''] = steps;
  if (steps.length === 2 && suffix === type.suffix) return of === name ? { type: type.name, name } : undefined;
  if (type.name === 'CustomObjectTranslation')
    return steps.length === 2 && suffix === 'fieldTranslation'
      ? { type: 'CustomFieldTranslation', name, of }
      : undefined;
  const part = partTypes.find((each) => each.folder === second && each.suffix === suffix);
  return part && steps.length === 3 ? { type: part.type, name, of } : undefined;
}
