import type { XmlElement } from './xml/xml-element';

/** Why a component is refused, and where in its file. */
export type Problem = { readonly message: string; readonly line?: number; readonly column?: number };

/** A problem at an element, or at no place when the element was never written. */
export const problemAt = (element: XmlElement | undefined, message: string): Problem =>
  element && element.line > 0 ? { message, line: element.line, column: element.column } : { message };
