import type { Component } from '../../org-data';
import { metadataType, parentOf } from '../schema/metadata-types';
import { parseXml } from '../xml/parse-xml';
import { childrenOf, textOf, xmlElement, type XmlElement } from '../xml/xml-element';

/** The content of a component in the metadata dialect; of a part without its parent, under the name that the org knows it by. */
export function contentOf(component: Component): XmlElement | undefined {
  const { metaFile } = metadataType(component.type) ?? {};
  const file = component.files.find(({ path }) => !metaFile || path.endsWith('-meta.xml')) ?? component.files[0];
  const root = parseXml(file?.text ?? '').root;
  const place = parentOf(component.type);
  if (!root || !place) return root;
  const name = component.fullName.slice(place.child.named === 'after-parent' ? component.fullName.indexOf('.') + 1 : 0);
  // A package may bring a part inside its parent's file.
  const part = root.name === component.type ? root : partIn(root, place.element, name);
  return (
    part && {
      ...part,
      name: component.type,
      children: [xmlElement('fullName', name), ...part.children.filter((child) => child.name !== 'fullName')]
    }
  );
}

function partIn(root: XmlElement, element: string, name: string): XmlElement | undefined {
  const parts = childrenOf(root, element);
  return parts.find((part) => name.endsWith(textOf(part, 'fullName') ?? '')) ?? parts[0];
}
