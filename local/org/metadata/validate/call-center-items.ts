import { childrenOf, textOf, type XmlElement } from '../xml/xml-element';

/** The items of a call center by `section/item`. */
export type CallCenterItems = ReadonlyMap<string, XmlElement>;

/** Collects the items of every section. */
export const callCenterItems = (root: XmlElement): CallCenterItems =>
  new Map(
    childrenOf(root, 'sections').flatMap((section) =>
      childrenOf(section, 'items').map((item) => [`${textOf(section, 'name')}/${textOf(item, 'name')}`, item] as const)
    )
  );

/** An item's value. */
export const itemValue = (item: XmlElement): string => textOf(item, 'value') ?? '';
