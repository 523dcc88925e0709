import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { AuraAttribute, AuraHandler, AuraMarkup, AuraNode } from '../../page/aura/markup';

type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  readonly fails: (problem: string) => Error;
};

/** Reads a `.cmp` file. What the runtime does not play is an error with file, line and column, and never left out. */
export function readMarkup(name: string, file: string, text: string): AuraMarkup {
  const root = readElements(file, text);
  if (root.name !== 'aura:component') throw root.fails(`<${root.name}> is no component`);
  given(root, [], ['implements', 'access', 'description']);
  const { implements: marker = 'flexipage:availableForAllPageTypes' } = root.attributes;
  if (marker !== 'flexipage:availableForAllPageTypes') throw root.fails(`the runtime has no interface ${marker}`);
  const attributes: AuraAttribute[] = [];
  const handlers: AuraHandler[] = [];
  const body: AuraNode[] = [];
  for (const child of root.children)
    if (typeof child === 'string') {
      if (child.trim() !== '') body.push({ kind: 'value', attribute: reference(child.trim(), 'v', root) });
    } else if (child.name === 'aura:attribute') attributes.push(readAttribute(child));
    else if (child.name === 'aura:handler') handlers.push(readHandler(child));
    else if (child.name.startsWith('aura:')) throw child.fails(`the runtime does not play <${child.name}>`);
    else body.push(readNode(child));
  for (const node of body)
    if (node.kind === 'value' && attributes.find((each) => each.name === node.attribute)?.type !== 'Aura.Component[]')
      throw root.fails(`v.${node.attribute} is no attribute that holds components`);
  return { name, attributes, handlers, body };
}

const types = ['String', 'Boolean', 'Integer', 'Object[]', 'Aura.Component[]'] as const;

function readAttribute(element: Element): AuraAttribute {
  const { name = '', type: wanted, default: initial } = given(element, ['name', 'type'], ['default', 'access']);
  const type = types.find((each) => each === wanted);
  if (!type) throw element.fails(`the runtime has no attributes of type ${wanted ?? ''}`);
  if (initial === undefined) return { name, type };
  if (type === 'String') return { name, type, initial };
  if (type === 'Boolean' && /^(true|false)$/.test(initial)) return { name, type, initial: initial === 'true' };
  if (type === 'Integer' && /^-?\d+$/.test(initial)) return { name, type, initial: Number(initial) };
  throw element.fails(`${initial} is no ${type}`);
}

/** `init` and `destroy` are the component's own and say `{!this}`; everything else is an application event. */
function readHandler(element: Element): AuraHandler {
  const { name, event, value, action = '' } = given(element, ['action'], ['name', 'event', 'value']);
  const called = reference(action, 'c', element);
  if (event !== undefined && name === undefined && value === undefined) return { hears: event, action: called };
  if ((name === 'init' || name === 'destroy') && value === '{!this}') return { hears: name, action: called };
  throw element.fails('the runtime plays handlers of init and destroy with {!this}, and of application events');
}

function readNode(element: Element): AuraNode {
  const { 'aura:id': id, ...attributes } = element.attributes;
  if (element.children.some((child) => typeof child !== 'string' || child.trim() !== ''))
    throw element.fails(`the runtime puts nothing into <${element.name}>`);
  if (element.name === 'lightning:messageChannel') {
    given(element, ['type', 'scope'], ['aura:id', 'onMessage']);
    if (attributes['scope'] !== 'APPLICATION') throw element.fails('the runtime has channels of the whole app only');
    if (attributes['onMessage'] !== undefined) reference(attributes['onMessage'], 'c', element);
  } else if (element.name.startsWith('c:')) given(element, [], ['aura:id']);
  else if (element.name === 'lightning:omniToolkitAPI') given(element, [], ['aura:id']);
  else throw element.fails(`the runtime has no <${element.name}>`);
  return { kind: 'component', descriptor: element.name, ...(id === undefined ? {} : { id }), attributes };
}

/** The name in `{!v.name}` or `{!c.name}`. */
function reference(text: string, of: 'v' | 'c', element: Element): string {
  const found = new RegExp(String.raw`^\{!\s*${of}\.(\w+)\s*\}$`).exec(text)?.[1];
  if (found === undefined) throw element.fails(`the runtime reads {!${of}.name} here, and not ${text}`);
  return found;
}

function given(element: Element, needed: readonly string[], allowed: readonly string[]): Element['attributes'] {
  const names = Object.keys(element.attributes);
  const missing = needed.find((name) => !names.includes(name));
  if (missing !== undefined) throw element.fails(`<${element.name}> needs ${missing}`);
  const strange = names.find((name) => !needed.includes(name) && !allowed.includes(name));
  if (strange !== undefined) throw element.fails(`the runtime does not play ${strange} of <${element.name}>`);
  return element.attributes;
}

function readElements(file: string, text: string): Element {
  const parser = new SaxesParser({ xmlns: false });
  const open: Element[] = [];
  let root: Element | undefined;
  const failsAt =
    (line: number, column: number) =>
    (problem: string): Error =>
      new Error(`${file}:${line}:${column}: ${problem}`);
  parser.on('error', (error) => {
    throw new Error(`${file}:${error.message}`);
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const { name, attributes } = tag;
    const element = { name, attributes, children: [], fails: failsAt(parser.line, parser.column) };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (part) => void open.at(-1)?.children.push(part));
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (!root) throw new Error(`${file}: there is nothing in it`);
  return root;
}
