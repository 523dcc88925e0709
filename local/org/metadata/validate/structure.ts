import { problemAt, type Problem } from '../problem';
import { enumValues, schemaFields, type SchemaField } from '../schema/schema';
import { metadataNamespace, type XmlElement } from '../xml/xml-element';

/**
 * The first thing about a file's root that its type does not allow, in document order: an org stops reading there.
 * Order is free, but a repeated element must stand together.
 */
export function structureProblem(root: XmlElement, type: string): Problem | undefined {
  if (root.name !== type || root.namespace !== metadataNamespace) {
    return problemAt(
      root,
      `Error parsing file: Unexpected element {${root.namespace}}${root.name}, expected {${metadataNamespace}}${type}`
    );
  }
  return elementProblem(root, type);
}

function elementProblem(element: XmlElement, type: string): Problem | undefined {
  const fields = schemaFields(type);
  if (!fields) return undefined;
  const seen = new Set<string>();
  let previous = '';
  for (const child of element.children) {
    const field = fields.get(child.name);
    if (!field || child.namespace !== metadataNamespace) {
      return problemAt(
        child,
        `Error parsing file: Element {${child.namespace}}${child.name} invalid at this location in type ${type}`
      );
    }
    if (seen.has(child.name) && (previous !== child.name || !field.repeated)) {
      return problemAt(
        child,
        `Error parsing file: Element ${child.name} is duplicated at this location in type ${type}`
      );
    }
    seen.add(child.name);
    previous = child.name;
    const problem = valueProblem(child, field, type);
    if (problem) return problem;
  }
  for (const [name, field] of fields) {
    if (field.required && !seen.has(name)) return problemAt(element, `Required field is missing: ${name}`);
  }
  return undefined;
}

function valueProblem(element: XmlElement, field: SchemaField, type: string): Problem | undefined {
  if (schemaFields(field.type)) return elementProblem(element, field.type);
  if (field.type === 'any' || `${type}.${element.name}` === embeddedXml) return undefined;
  const nested = element.children[0];
  if (nested) {
    return problemAt(
      nested,
      `Error parsing file: Element {${nested.namespace}}${nested.name} invalid at this location in type ${field.type}`
    );
  }
  const value = element.text.trim();
  const values = enumValues(field.type);
  if (values)
    return values.includes(value)
      ? undefined
      : problemAt(element, `'${value}' is not a valid value for the enum '${field.type}'`);
  if (field.type === 'boolean' && !/^(true|false|1|0)$/.test(value)) return notOf(element, 'xsd:boolean');
  if (field.type === 'number' && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value))
    return notOf(element, 'xsd:double');
  return undefined;
}

const notOf = (element: XmlElement, type: string): Problem =>
  problemAt(element, `'${element.text.trim()}' is not a valid value for the type ${type}`);

// Typed as bytes in Salesforce's WSDL, though a file holds `targetConfig` elements there.
const embeddedXml = 'LightningComponentBundle.targetConfigs';
