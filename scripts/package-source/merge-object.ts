import { readXml, type XmlElement } from '../resources/xml/read-xml';
import { writeMetadata, type XmlNode } from '../resources/xml/write-xml';
import type { ConvertedSource, SourceFile, SourceProblem } from './source-file';
import { partTypes, type PartType, type SourceType } from './source-types';

type Part = { readonly file: SourceFile; readonly type: PartType; readonly name: string };

/** Puts the files of one object, or of one translation of an object, together into the one file that the Metadata API knows. */
export function mergeObject(
  { name: root, folder, suffix }: SourceType,
  name: string,
  files: readonly SourceFile[]
): ConvertedSource {
  const problems: SourceProblem[] = [];
  const own = files.find(({ path }) => path === `${folder}/${name}/${name}.${suffix}-meta.xml`);
  const isTranslation = root === 'CustomObjectTranslation';
  const parts = files.flatMap((file): readonly Part[] => {
    if (file === own) return [];
    const part = isTranslation ? translatedField(file, name) : partOf(file, name);
    if (part === undefined) problems.push({ path: file.path, message: `is no part of ${root} ${name} that is known` });
    return part === undefined ? [] : [{ file, ...part }];
  });
  const read = (file: SourceFile): readonly XmlElement[] => {
    const reading = readXml(file.text);
    if (reading.ok) return reading.root.children;
    problems.push({ path: file.path, ...reading.problem });
    return [];
  };
  const nodes: readonly XmlNode[] = [
    ...(own === undefined ? [] : read(own).map(nodeOf)),
    ...parts.map(({ file, type, name: called }): XmlNode => {
      const children = read(file);
      const stated = children.find(({ name: element }) => element === (isTranslation ? 'name' : 'fullName'))?.text;
      if (stated !== called)
        problems.push({
          path: file.path,
          message: `is called ${stated ?? 'nothing'} inside and ${called} by its name`
        });
      return { name: type.element, content: children.map(nodeOf) };
    })
  ];
  return {
    files: [{ path: `${folder}/${name}.${suffix}`, content: writeMetadata(root, inOrder(nodes)) }],
    members: [
      ...(own === undefined && !isTranslation ? [] : [{ type: root, fullName: name }]),
      // A part of a translation has no name of its own in a manifest.
      ...(isTranslation ? [] : parts.map((part) => ({ type: part.type.type, fullName: `${name}.${part.name}` })))
    ],
    problems
  };
}

function partOf({ path }: SourceFile, object: string): Omit<Part, 'file'> | undefined {
  const [, folder, file] = path.slice(`objects/${object}`.length).split('/');
  const type = partTypes.find((one) => one.folder === folder);
  const end = `.${type?.suffix ?? ''}-meta.xml`;
  return type === undefined || !file?.endsWith(end) ? undefined : { type, name: file.slice(0, -end.length) };
}

/** The files of translated fields stand beside the translation itself. */
function translatedField({ path }: SourceFile, translation: string): Omit<Part, 'file'> | undefined {
  const [, name] =
    /^([^/]+)\.fieldTranslation-meta\.xml$/.exec(path.slice(`objectTranslations/${translation}/`.length)) ?? [];
  const type = partTypes.find(({ element }) => element === 'fields');
  return name === undefined || type === undefined ? undefined : { type, name };
}

function nodeOf({ name, attributes, children, text }: XmlElement): XmlNode {
  return { name, attributes, content: children.length > 0 ? children.map(nodeOf) : text };
}

/** Equal elements must stand beside each other; the order of the alphabet is the one in which Salesforce returns them. */
function inOrder(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return [...nodes].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}
