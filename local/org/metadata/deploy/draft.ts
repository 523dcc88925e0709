import type { ComponentFile } from '../../org-data';
import type { LocatedComponent } from '../package/located-component';
import { names, type Manifest } from '../package/manifest';
import type { Problem } from '../problem';
import { metadataType, type ChildType } from '../schema/metadata-types';
import { schemaFields } from '../schema/schema';
import { structureProblem } from '../validate/structure';
import { inCanonicalOrder } from '../xml/canonical-order';
import { parseXml } from '../xml/parse-xml';
import { metadataNamespace, textOf, type XmlElement } from '../xml/xml-element';
import { writeMetadataFile } from '../xml/write-xml';

/** A component as a deploy wants it, in canonical form, before the org has said anything about it. */
export type Draft = {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  /** The content in the metadata dialect, with the positions of the deployed file. */
  readonly root?: XmlElement;
  readonly files: readonly ComponentFile[];
  /** Why the file cannot be read as its type. */
  readonly problem?: Problem;
};

/** A located component and, for an object or the labels, each of its parts that package.xml names. */
export function draftsOf(located: LocatedComponent, manifest: Manifest): readonly Draft[] {
  const whole = { type: located.type, fullName: located.fullName, fileName: located.fileName };
  const others = [...located.files]
    .filter(([path]) => path !== located.xmlPath)
    .map(([path, bytes]) => asFile(path, bytes));
  if (located.xmlPath === undefined) {
    const needsXml = located.type !== 'AuraDefinitionBundle';
    return [{ ...whole, files: others, problem: needsXml ? { message: 'No source metadata file found' } : undefined }];
  }
  const source = located.files.get(located.xmlPath)?.toString('utf8') ?? '';
  const parsed = parseXml(source);
  if (!parsed.root) {
    const problem = { message: `Error parsing file: ${parsed.problem}`, line: parsed.line, column: parsed.column };
    return [{ ...whole, files: [], problem }];
  }
  if (metadataType(located.type)?.metaFile && others.length === 0) {
    return [{ ...whole, files: [], problem: { message: `No content found for ${located.type} ${located.fullName}` } }];
  }
  const rootType = located.type === 'Settings' ? `${located.fullName}Settings` : located.type;
  const root = located.type === 'Settings' ? qualified(parsed.root) : parsed.root;
  const problem = schemaFields(rootType)
    ? structureProblem(root, rootType)
    : { message: `Unknown settings: ${located.fullName}` };
  if (problem) return [{ ...whole, files: [], problem }];
  const children = metadataType(located.type)?.children;
  if (children) return partsOf(located, root, children, manifest);
  const files = [xmlFile(located.xmlPath, inCanonicalOrder(root, rootType)), ...others];
  return [{ ...whole, root, files }];
}

/** Salesforce's own client sends the settings of a scratch org without a namespace. */
const qualified = (element: XmlElement): XmlElement =>
  element.namespace === ''
    ? { ...element, namespace: metadataNamespace, children: element.children.map(qualified) }
    : element;

function partsOf(
  located: LocatedComponent,
  root: XmlElement,
  children: Readonly<Record<string, ChildType>>,
  manifest: Manifest
): readonly Draft[] {
  const { type, fullName, fileName } = located;
  const path = located.xmlPath ?? fileName;
  const own = root.children.filter((child) => !(child.name in children));
  const parent = { ...root, children: own };
  const parts = root.children.flatMap((element): Draft[] => {
    const child = children[element.name];
    if (!child) return [];
    const partName = textOf(element, 'fullName') ?? '';
    const named = child.named === 'alone' ? partName : `${fullName}.${partName}`;
    const content = { ...element, name: child.type };
    return [
      {
        type: child.type,
        fullName: named,
        fileName,
        root: content,
        files: [xmlFile(path, inCanonicalOrder(content, child.type))]
      }
    ];
  });
  // An object's file that is there for its parts alone says nothing about the object.
  const wanted = own.length > 0 || names(manifest, type, fullName) || parts.length === 0;
  const whole: Draft = {
    type,
    fullName,
    fileName,
    root: parent,
    files: [xmlFile(path, inCanonicalOrder(parent, type))]
  };
  return wanted ? [whole, ...parts] : parts;
}

const xmlFile = (path: string, root: XmlElement): ComponentFile => ({ path, text: writeMetadataFile(root) });

function asFile(path: string, bytes: Buffer): ComponentFile {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? { path, text } : { path, base64: bytes.toString('base64') };
}
