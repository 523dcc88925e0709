import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { contentOf } from '../retrieve/component-content';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { fieldExists } from './known-field';
import { propertiesAt } from './lightning-bundle';
import { hasVoiceLicence, objectExists, type OrgView } from './reference';

/** The target that a component must list for each kind of page. */
const targetOf: Readonly<Record<string, string>> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage',
  UtilityBar: 'lightning__UtilityBar',
  VoiceExtension: 'lightning__VoiceExtension'
};

/** What an org has against a Lightning page. */
export function flexiPageProblem(root: XmlElement, _draft: Draft, view: OrgView): Problem | undefined {
  const type = textOf(root, 'type') ?? '';
  if (type === 'VoiceExtension' && !hasVoiceLicence(view.org))
    return problemAt(childOf(root, 'type'), 'Not available for deploy for this organization');
  const object = childOf(root, 'sobjectType');
  if (type === 'RecordPage' && !object) return problemAt(root, 'Required field is missing: sobjectType');
  if (object && !objectExists(view.org, object.text))
    return problemAt(object, `In field: sobjectType - no CustomObject named ${object.text} found`);
  const identifiers = new Set<string>();
  for (const region of childrenOf(root, 'flexiPageRegions')) {
    for (const item of childrenOf(region, 'itemInstances')) {
      const problem = itemProblem(item, type, object?.text, view) ?? twice(item, identifiers);
      if (problem) return problem;
    }
  }
  return undefined;
}

function itemProblem(item: XmlElement, type: string, object: string | undefined, view: OrgView): Problem | undefined {
  const component = childOf(item, 'componentInstance');
  if (component) return componentProblem(component, type, view);
  const place = childOf(childOf(item, 'fieldInstance') ?? item, 'fieldItem');
  const [, field] = /^Record\.(\w+)$/.exec(place?.text ?? '') ?? [];
  if (!place || field === undefined || object === undefined || fieldExists(view.org, object, field)) return undefined;
  return problemAt(place, `The field ${place.text} doesn't exist or isn't accessible`);
}

/** A component of this namespace is written `c:name`, or by its name alone. */
function componentProblem(component: XmlElement, type: string, { org }: OrgView): Problem | undefined {
  const place = childOf(component, 'componentName');
  const written = place?.text ?? '';
  const name = written.replace(/^c:/, '');
  if (name.includes(':') && !org.component('LightningComponentBundle', name.replace(':', '__'))) return undefined;
  const bundle = org.component('LightningComponentBundle', name.replace(':', '__'));
  const shown = name.includes(':') ? name : `c:${name}`;
  const unknown = `We couldn't retrieve the design time component information for component ${shown}.`;
  if (!bundle) return org.component('AuraDefinitionBundle', name) ? undefined : problemAt(place, unknown);
  const config = contentOf({ ...bundle, files: bundle.files.filter(({ path }) => path.endsWith('.js-meta.xml')) });
  const target = targetOf[type];
  if (!config || target === undefined) return undefined;
  const properties = textOf(config, 'isExposed') === 'true' ? propertiesAt(config, target) : undefined;
  if (!properties) return problemAt(place, `The component ${shown} is not exposed to ${target}`);
  const strange = childrenOf(component, 'componentInstanceProperties').find(
    (property) => textOf(property, 'type') !== 'decorator' && !properties.includes(textOf(property, 'name') ?? '')
  );
  return (
    strange && problemAt(strange, `The component ${shown} has no property ${textOf(strange, 'name')} at ${target}`)
  );
}

function twice(item: XmlElement, identifiers: Set<string>): Problem | undefined {
  const place = item.children.flatMap((child) => childOf(child, 'identifier') ?? [])[0];
  if (!place) return undefined;
  if (identifiers.has(place.text)) return problemAt(place, `Duplicate identifier on the page: ${place.text}`);
  identifiers.add(place.text);
  return undefined;
}
