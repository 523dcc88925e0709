import { SaxesParser } from 'saxes';
import type { XmlElement } from './xml-element';

/** A document's root, or the first thing that is wrong with it. */
export type ParsedXml =
  | { readonly root: XmlElement }
  | { readonly root?: undefined; readonly problem: string; readonly line: number; readonly column: number };

type OpenElement = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] };

/** Reads a whole document; positions are those after a start tag, counted from 1, as an org reports them. */
export function parseXml(text: string): ParsedXml {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let failure: { problem: string; line: number; column: number } | undefined;
  parser.on('error', (error) => {
    failure ??= { problem: error.message.replace(/^(\d+:\d+: )/, ''), line: parser.line, column: parser.column + 1 };
  });
  parser.on('opentag', (tag) => {
    const element: OpenElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: Object.fromEntries(
        Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value])
      ),
      children: [],
      text: '',
      line: parser.line,
      column: parser.column + 1
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (part: string): void => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && element.children.length > 0) element.text = '';
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  if (failure) return failure;
  if (!root) return { problem: 'Content is not allowed in prolog.', line: 1, column: 1 };
  return { root };
}
