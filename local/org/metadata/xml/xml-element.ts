/** One element of a parsed document, with where it was read. */
export type XmlElement = {
  /** Without prefix. */
  readonly name: string;
  /** Namespace, or an empty string. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, empty when it has only elements. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
};

/** The first child of this name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

/** Every child of this name, in document order. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The text of the first child of this name, or undefined when there is none. */
export const textOf = (element: XmlElement, name: string): string | undefined => childOf(element, name)?.text;

/** An element that is made and not read. */
export const xmlElement = (
  name: string,
  content: string | readonly XmlElement[],
  namespace = metadataNamespace
): XmlElement => ({
  name,
  namespace,
  attributes: {},
  children: typeof content === 'string' ? [] : content,
  text: typeof content === 'string' ? content : '',
  line: 0,
  column: 0
});

/** The namespace of every metadata file and of the Metadata API's messages. */
export const metadataNamespace = 'http://soap.sforce.com/2006/04/metadata';
