import { readFileSync } from 'node:fs';
import { parseXml } from '../../../org/metadata/xml/parse-xml';
import { childrenOf, textOf, type XmlElement } from '../../../org/metadata/xml/xml-element';

/** A component on a page, with what the page sets. */
export type Instance = { readonly component: string; readonly properties: Readonly<Record<string, string>> };

/** The top element of a file of metadata. */
export function metadataIn(file: string): XmlElement {
  const { root } = parseXml(readFileSync(file, 'utf8'));
  if (!root) throw new Error(`${file} is empty`);
  return root;
}

/** The components of a page, from its first region to its last. */
export const instancesIn = (page: XmlElement): readonly Instance[] =>
  childrenOf(page, 'flexiPageRegions')
    .flatMap((region) => childrenOf(region, 'itemInstances'))
    .flatMap((item) => childrenOf(item, 'componentInstance'))
    .map((instance) => ({ component: textOf(instance, 'componentName') ?? '', properties: propertiesOf(instance) }));

/** Components of the platform and of other packages have a namespace; the platform's own parts of a page are drawn by the console. */
export const isOurs = ({ component }: Instance): boolean => !component.includes(':');

/** Names of our components on a page. */
export const oursIn = (page: XmlElement): readonly string[] =>
  instancesIn(page)
    .filter(isOurs)
    .map(({ component }) => component);

const propertiesOf = (instance: XmlElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    childrenOf(instance, 'componentInstanceProperties').map((property) => [
      textOf(property, 'name') ?? '',
      textOf(property, 'value') ?? ''
    ])
  );
