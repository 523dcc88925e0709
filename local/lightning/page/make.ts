/** An element with attributes and contents. */
export function make(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...contents: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...contents);
  return element;
}
