import type { Component, OrgData } from '../../org-data';
import { metadataType, parentOf } from '../schema/metadata-types';
import { xmlElement, type XmlElement } from '../xml/xml-element';
import { writeMetadataFile } from '../xml/write-xml';
import { contentOf } from './component-content';
import { currentComponent, currentComponents } from './current-components';

/** One component, an object or the labels with all of their parts. */
export function wholeComponent(org: OrgData, type: string, fullName: string): Component | undefined {
  const found = currentComponent(org, type, fullName);
  const children = metadataType(type)?.children;
  if (!children) return found;
  const parts = partsOf(org, type, fullName);
  if (!found && parts.length === 0) return undefined;
  const path = found?.files[0]?.path ?? parts[0]?.files[0]?.path ?? '';
  const first = found ?? parts[0];
  return (
    first && { ...first, type, fullName, id: found?.id ?? '', files: [{ path, text: mergedFile(type, found, parts) }] }
  );
}

/** The deployed parts of an object or of the labels. */
export function partsOf(org: OrgData, type: string, fullName: string): readonly Component[] {
  return Object.values(metadataType(type)?.children ?? {}).flatMap((child) =>
    currentComponents(org, child.type).filter(
      (part) => child.named === 'alone' || part.fullName.startsWith(`${fullName}.`)
    )
  );
}

/** The file of an object or of the labels that holds these parts and, when it is given, the object's own elements. */
export function mergedFile(type: string, whole: Component | undefined, parts: readonly Component[]): string {
  const own = whole ? (contentOf(whole)?.children ?? []) : [];
  const inside = parts.flatMap((part) => {
    const place = parentOf(part.type);
    const root = contentOf(part);
    return place && root ? [{ ...root, name: place.element }] : [];
  });
  const elements = [...own, ...inside];
  // The order of the types: alphabetical, repeated ones together.
  const sorted = elements.map((element, place) => ({ element, place })).sort((left, right) => compare(left, right));
  return writeMetadataFile(
    xmlElement(
      type,
      sorted.map(({ element }) => element)
    )
  );
}

type Placed = { readonly element: XmlElement; readonly place: number };

function compare(left: Placed, right: Placed): number {
  if (left.element.name !== right.element.name) return left.element.name < right.element.name ? -1 : 1;
  return left.place - right.place;
}
