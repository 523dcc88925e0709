import { escapeXml } from './escape';

/** An element to write: either text or children. */
export type XmlNode = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlNode[];
};

/** The namespace of every Metadata API file. */
export const metadataNamespace = 'http://soap.sforce.com/2006/04/metadata';

/** An element with text, or none when the value is undefined. */
export function leaf(name: string, value: string | boolean | undefined): readonly XmlNode[] {
  return value === undefined ? [] : [{ name, content: String(value) }];
}

/** A whole XML document: four spaces a level and a line feed at the end, as Salesforce formats it. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '')}`;
}

/** A metadata file: the type as the root element, its children inside. */
export function writeMetadata(
  type: string,
  children: readonly XmlNode[],
  attributes: Readonly<Record<string, string>> = {}
): string {
  return writeXml({ name: type, attributes: { xmlns: metadataNamespace, ...attributes }, content: children });
}

function writeElement(node: XmlNode, indent: string): string {
  const attributes = Object.entries(node.attributes ?? {}).map(
    ([name, value]) => ` ${name}="${escapeAttribute(value)}"`
  );
  const start = `${indent}<${node.name}${attributes.join('')}>`;
  const end = `</${node.name}>\n`;
  if (typeof node.content === 'string') return `${start}${escapeXml(node.content)}${end}`;
  const children = node.content.map((child) => writeElement(child, `${indent}    `));
  return `${start}\n${children.join('')}${indent}${end}`;
}

/** XML readers turn a bare line feed or tab of an attribute into a space. */
function escapeAttribute(value: string): string {
  return escapeXml(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
