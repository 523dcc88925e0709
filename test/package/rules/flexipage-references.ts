import { childOf, childrenOf, textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import { isExposed, propertiesAt, targetConfigsOf, targetsOf } from '../tree/component-bundle';
import { deepElements } from '../tree/deep-elements';
import { hasField, hasObject } from '../tree/known-fields';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type Component, type PackageTree } from '../tree/package-tree';
import { pageTemplates, standardComponents } from '../tree/standard-components';

/** A Lightning page places components that are there, where they say they may stand, in regions that its template has. */
export const flexipageReferences: Rule = (files) => {
  const tree = treeOf(files);
  return tree
    .ofType('FlexiPage')
    .flatMap((page) => [
      ...objectProblems(page, tree),
      ...regionProblems(page),
      ...deepElements(page.root, 'componentInstance').flatMap((placed) => componentProblems(page, placed, tree)),
      ...identifierProblems(page)
    ]);
};

function objectProblems(page: Component, tree: PackageTree): readonly string[] {
  const object = textOf(page.root, 'sobjectType');
  const isRecordPage = textOf(page.root, 'type') === 'RecordPage';
  if (object === undefined) return isRecordPage ? [`${page.path} is a record page of no object`] : [];
  if (!isRecordPage || !hasObject(tree, object)) return [`${page.path} ${object} is no object for it`];
  return deepElements(page.root, 'fieldItem', 'leftValue')
    .filter(({ text }) => !hasField(tree, object, /^(?:\{!)?Record\.(\w+)\}?$/.exec(text)?.[1] ?? text))
    .map((field) => `${at(page, field)} ${field.text} is not there`);
}

function regionProblems(page: Component): readonly string[] {
  const template = textOf(childOf(page.root, 'template') ?? page.root, 'name') ?? '';
  const known = pageTemplates[template];
  if (!known) return [`${page.path} has the unknown template ${template}`];
  const regions = childrenOf(page.root, 'flexiPageRegions');
  const facets = regions.filter((region) => textOf(region, 'type') === 'Facet').map((region) => textOf(region, 'name'));
  const used = ['body', 'tabs'].flatMap((name) => propertyValues(page, name));
  return [
    ...regions
      .filter((region) => textOf(region, 'type') !== 'Facet' && !known.includes(textOf(region, 'name') ?? ''))
      .map((region) => `${at(page, region)} ${template} has no region ${textOf(region, 'name')}`),
    ...used
      .filter((name) => !facets.includes(name))
      .map((name) => `${page.path} shows the facet ${name}, which is not there`),
    ...facets.filter((name) => !used.includes(name ?? '')).map((name) => `${page.path} shows the facet ${name} nowhere`)
  ];
}

const propertyValues = (page: Component, name: string): readonly string[] =>
  deepElements(page.root, 'componentInstanceProperties')
    .filter((property) => textOf(property, 'name') === name)
    .map((property) => textOf(property, 'value') ?? '');

function componentProblems(page: Component, placed: XmlElement, tree: PackageTree): readonly string[] {
  const name = textOf(placed, 'componentName') ?? '';
  const place = at(page, placed);
  if (name.includes(':') && !name.startsWith('c:'))
    return standardComponents.has(name) ? [] : [`${place} ${name} is no standard component`];
  const component = tree.find('LightningComponentBundle', name.replace(/^c:/, ''));
  // What an Aura component may stand on, its markup says.
  if (!component && tree.find('AuraDefinitionBundle', name.replace(/^c:/, ''))) return [];
  if (!component) return [`${place} there is no component ${name}`];
  const target = `lightning__${textOf(page.root, 'type')}`;
  if (!isExposed(component)) return [`${place} ${name} is not exposed`];
  if (!targetsOf(component).includes(target)) return [`${place} ${name} may not stand on ${target}`];
  const objects = targetConfigsOf(component)
    .filter(({ attributes }) => (attributes['targets'] ?? '').includes(target))
    .flatMap((config) => childrenOf(childOf(config, 'objects') ?? config, 'object').map(({ text }) => text.trim()));
  const object = textOf(page.root, 'sobjectType');
  if (objects.length > 0 && object !== undefined && !objects.includes(object))
    return [`${place} ${name} may not stand on a page of ${object}`];
  const known = propertiesAt(component, target).map(({ attributes }) => attributes['name']);
  return childrenOf(placed, 'componentInstanceProperties')
    .filter((property) => textOf(property, 'type') !== 'decorator' && !known.includes(textOf(property, 'name') ?? ''))
    .map((property) => `${at(page, property)} ${name} has no property ${textOf(property, 'name')}`);
}

function identifierProblems(page: Component): readonly string[] {
  const all = deepElements(page.root, 'identifier').map(({ text }) => text);
  return all
    .filter((text, index) => all.indexOf(text) !== index)
    .map((text) => `${page.path} identifies ${text} twice`);
}
