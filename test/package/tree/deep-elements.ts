import type { XmlElement } from '../../../local/org/metadata/xml/xml-element';

/** Every element of one of these names below this one, at any depth. */
export const deepElements = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  element.children.flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...deepElements(child, ...names)
  ]);
