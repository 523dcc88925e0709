import { type Drawn, type Handlers } from './drawn';

/** What an element was made of last. */
const drawnBy = new WeakMap<Node, Drawn>();

/**
 * Makes the children of an element what they should be, and touches nothing that is so already: the focus, a selection and what a
 * screen reader has read stay. Elements are reused by key, or else by place and tag.
 */
export function patch(parent: Element, children: readonly (Drawn | string)[]): void {
  const before = [...parent.childNodes];
  const free = new Map(before.map((node) => [keyOf(node), node]));
  let unkeyed = before.filter((node) => keyOf(node) === undefined);
  const after = children.map((child) => {
    if (typeof child === 'string') {
      const text = unkeyed.find((node) => node instanceof Text);
      unkeyed = unkeyed.filter((node) => node !== text);
      return textNode(parent.ownerDocument, text, child);
    }
    const found =
      child.key === undefined
        ? unkeyed.find((node) => drawnBy.get(node)?.tag === child.tag)
        : free.get(`${child.tag} ${child.key}`);
    unkeyed = unkeyed.filter((node) => node !== found);
    return dress((found as Element | undefined) ?? newElement(parent.ownerDocument, child), child);
  });
  const kept = new Set<Node>(after);
  for (const node of before) if (!kept.has(node)) node.remove();
  // Moving an element takes its focus away, and loads a frame anew: only what is out of place is moved.
  after.forEach((node, index) => {
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
}

function keyOf(node: Node): string | undefined {
  const drawn = drawnBy.get(node);
  return drawn?.key === undefined ? undefined : `${drawn.tag} ${drawn.key}`;
}

function textNode(document: Document, found: Node | undefined, text: string): Text {
  const node = (found as Text | undefined) ?? document.createTextNode('');
  if (node.data !== text) node.data = text;
  return node;
}

function newElement(document: Document, { tag }: Drawn): Element {
  const element = document.createElement(tag);
  const handlers = (): Handlers => drawnBy.get(element)?.on ?? {};
  element.addEventListener('click', () => handlers().click?.());
  element.addEventListener('input', () => handlers().input?.((element as HTMLInputElement).value));
  element.addEventListener('change', () => handlers().change?.((element as HTMLSelectElement).value));
  element.addEventListener('keydown', (event) => handlers().keydown?.(event as KeyboardEvent));
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    handlers().submit?.();
  });
  return element;
}

function dress(element: Element, drawn: Drawn): Element {
  const before = drawnBy.get(element)?.attributes ?? {};
  drawnBy.set(element, drawn);
  for (const name of Object.keys(before)) if (!isSet(drawn.attributes[name])) element.removeAttribute(name);
  for (const [name, value] of Object.entries(drawn.attributes)) {
    const text = value === true ? '' : value;
    if (isSet(text) && element.getAttribute(name) !== text) element.setAttribute(name, String(text));
  }
  patch(element, drawn.children);
  // After the children: a choice must be there before it can be made.
  const field = element as HTMLInputElement;
  if (drawn.value !== undefined && field.value !== drawn.value) field.value = drawn.value;
  return element;
}

const isSet = (value: string | boolean | undefined): boolean => value !== undefined && value !== false;
