import { metadataNamespace, type XmlElement } from './xml-element';

/** Escapes text for an element or an attribute, quotes included, as an org writes it. */
export const escapeXml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');

/** A metadata file: declaration, namespace on the root, four spaces a level. */
export function writeMetadataFile(root: XmlElement): string {
  const typed = root.children.some(usesTypes)
    ? ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
    : '';
  const inner = root.children.map((child) => writeElement(child, 1)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root.name} xmlns="${metadataNamespace}"${typed}>\n${inner}</${root.name}>\n`;
}

/** The element and what is in it, without namespaces: for inside a message or a file. */
export function writeElement(element: XmlElement, depth: number): string {
  const indent = '    '.repeat(depth);
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !/^xmlns(:|$)/.test(name))
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  if (element.children.length > 0) {
    const inner = element.children.map((child) => writeElement(child, depth + 1)).join('');
    return `${indent}<${element.name}${attributes}>\n${inner}${indent}</${element.name}>\n`;
  }
  if (element.text === '') return `${indent}<${element.name}${attributes}/>\n`;
  return `${indent}<${element.name}${attributes}>${escapeXml(element.text)}</${element.name}>\n`;
}

const usesTypes = (element: XmlElement): boolean =>
  Object.keys(element.attributes).some((name) => name.startsWith('xsi:')) || element.children.some(usesTypes);
