import { childOf, childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import type { CustomField } from './custom-field';

/** The values of a picklist, by the names that records hold. */
export function valuesOf({ root }: CustomField): readonly string[] {
  const definition = childOf(childOf(root, 'valueSet') ?? root, 'valueSetDefinition') ?? root;
  return childrenOf(definition, 'value').map((value) => textOf(value, 'fullName') ?? '');
}
