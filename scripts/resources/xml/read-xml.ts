import { SaxesParser } from 'saxes';

/** An element as it stands in a file; line and column count from 1 and point at its `<`. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, entities resolved, untrimmed. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
};

/** What is wrong with a file, and where. */
export type XmlProblem = { readonly line: number; readonly column: number; readonly message: string };

export type XmlReading =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly problem: XmlProblem };

type OpenElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
  column: number;
};

/** Reads one XML document; when it is not well-formed, says where that shows first. */
export function readXml(source: string): XmlReading {
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let problem: XmlProblem | undefined;

  parser.on('error', (error) => {
    problem ??= { line: parser.line, column: parser.column, message: withoutPlace(error.message) };
  });
  parser.on('opentagstart', (tag) => {
    // The parser has read `<`, the name and the character after it.
    const column = Math.max(1, parser.column - tag.name.length - 1);
    open.push({ name: tag.name, attributes: {}, children: [], text: '', line: parser.line, column });
  });
  parser.on('attribute', ({ name, value }) => {
    const element = open.at(-1);
    if (element) element.attributes[name] = value;
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
  });
  parser.write(source).close();

  if (problem) return { ok: false, problem: bareAmpersand(source) ?? problem };
  if (!root) return { ok: false, problem: { line: 1, column: 1, message: 'there is no XML element' } };
  return { ok: true, root };
}

/** Reads what the org returns for one component: its children without a root. */
export function readXmlChildren(type: string, children: string): XmlReading {
  return readXml(`<${type}>${children}</${type}>`);
}

/** Text of the first child of that name. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

/** The commonest mistake, a URL pasted with its `&`, which the parser notices only where the document ends. */
function bareAmpersand(source: string): XmlProblem | undefined {
  const found = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|&(?!#\d+;|#x[\da-f]+;|[a-z]+;)/gi;
  for (const match of source.matchAll(found)) {
    if (!match[0].startsWith('&')) continue;
    const before = source.slice(0, match.index).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { line: before.length, column, message: 'a bare & must be written &amp;' };
  }
  return undefined;
}

function withoutPlace(message: string): string {
  return message.replace(/^(?:.*?:)?\d+:\d+: /, '');
}
