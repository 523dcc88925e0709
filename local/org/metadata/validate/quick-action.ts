import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { fieldExists } from './known-field';
import { isThere, objectExists, type OrgView } from './reference';

/** What an org has against a quick action; its fields are those of the object that it makes or changes. */
export function quickActionProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const parent = draft.fullName.includes('.') ? draft.fullName.slice(0, draft.fullName.indexOf('.')) : undefined;
  if (parent !== undefined && !objectExists(view.org, parent))
    return { message: `In field: quickAction - no CustomObject named ${parent} found` };
  const bundle = childOf(root, 'lightningWebComponent');
  if (bundle && !isThere(view, 'LightningComponentBundle', bundle.text))
    return problemAt(
      bundle,
      `In field: lightningWebComponent - no LightningComponentBundle named ${bundle.text} found`
    );
  const target = childOf(root, 'targetObject');
  const type = textOf(root, 'type') ?? '';
  if (!target)
    return /^(Create|LogACall)$/.test(type) ? problemAt(root, 'Required field is missing: targetObject') : undefined;
  if (!objectExists(view.org, target.text))
    return problemAt(target, `In field: targetObject - no CustomObject named ${target.text} found`);
  if (!textOf(root, 'label') && !textOf(root, 'standardLabel'))
    return problemAt(root, 'Required field is missing: label');
  const missing = fieldsIn(root).find((field) => !fieldExists(view.org, target.text, field.text));
  return missing && problemAt(missing, `In field: field - no CustomField named ${target.text}.${missing.text} found`);
}

const fieldsIn = (root: XmlElement): readonly XmlElement[] => [
  ...childrenOf(root, 'fieldOverrides').flatMap((override) => childOf(override, 'field') ?? []),
  ...childrenOf(root, 'quickActionLayout')
    .flatMap((layout) => childrenOf(layout, 'quickActionLayoutColumns'))
    .flatMap((column) => childrenOf(column, 'quickActionLayoutItems'))
    .flatMap((item) => childOf(item, 'field') ?? [])
];
