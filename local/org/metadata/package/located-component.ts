import { metadataTypes, type MetadataType } from '../schema/metadata-types';

/** A component's files in a package, found by their paths alone. */
export type LocatedComponent = {
  readonly type: string;
  readonly fullName: string;
  /** The file that messages are about: the content where there is one. */
  readonly fileName: string;
  /** The file in the metadata dialect; a bundle of Aura has none of ours to read. */
  readonly xmlPath?: string;
  readonly files: ReadonlyMap<string, Buffer>;
};

type Place = { readonly type: string; readonly fullName: string; readonly isXml: boolean };

/** Groups a package's files into components; `strays` are files that belong to no known folder. */
export function locateComponents(files: ReadonlyMap<string, Buffer>): {
  readonly components: readonly LocatedComponent[];
  readonly strays: readonly string[];
} {
  const groups = new Map<string, { place: Place; files: Map<string, Buffer>; xmlPath?: string }>();
  const strays: string[] = [];
  for (const [path, bytes] of files) {
    if (/^(package|destructiveChanges(Pre|Post)?)\.xml$/.test(path)) continue;
    const place = placeOf(path);
    if (!place) {
      strays.push(path);
      continue;
    }
    const key = `${place.type}:${place.fullName}`;
    const group = groups.get(key) ?? { place, files: new Map<string, Buffer>() };
    group.files.set(path, bytes);
    if (place.isXml) group.xmlPath = path;
    groups.set(key, group);
  }
  const components = [...groups.values()].map(({ place, files: own, xmlPath }) => ({
    type: place.type,
    fullName: place.fullName,
    fileName: mainFile(place, own, xmlPath),
    xmlPath,
    files: own
  }));
  return { components, strays };
}

function mainFile({ fullName }: Place, files: ReadonlyMap<string, Buffer>, xmlPath: string | undefined): string {
  const contents = [...files.keys()].filter((path) => path !== xmlPath);
  return contents.find((path) => path.endsWith(`/${fullName}/${fullName}.js`)) ?? contents[0] ?? xmlPath ?? '';
}

function placeOf(path: string): Place | undefined {
  const [folder, ...rest] = path.split('/');
  for (const type of metadataTypes) {
    if (type.folder !== folder || rest.length === 0) continue;
    const place = type.bundle ? inBundle(type, rest) : inFolder(type, rest.join('/'));
    if (place) return place;
  }
  return undefined;
}

function inBundle(type: MetadataType, rest: readonly string[]): Place | undefined {
  const [bundle, file] = rest;
  if (!bundle || !file) return undefined;
  return {
    type: type.name,
    fullName: bundle,
    isXml: type.name === 'LightningComponentBundle' && file === `${bundle}.js-meta.xml`
  };
}

function inFolder(type: MetadataType, path: string): Place | undefined {
  const suffix = `.${type.suffix}`;
  if (type.metaFile && path.endsWith(`${suffix}-meta.xml`)) {
    return { type: type.name, fullName: path.slice(0, -`${suffix}-meta.xml`.length), isXml: true };
  }
  if (path.endsWith(suffix)) return { type: type.name, fullName: path.slice(0, -suffix.length), isXml: !type.metaFile };
  // A folder of reports or dashboards is `reports/Name-meta.xml` in a package zip.
  if (type.folderType && path.endsWith('-meta.xml')) {
    return { type: type.folderType, fullName: path.slice(0, -'-meta.xml'.length), isXml: true };
  }
  return undefined;
}
