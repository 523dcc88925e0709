import { textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import { isExposed, targetConfigsOf, targetsOf } from '../tree/component-bundle';
import type { PackageFile, Rule } from '../tree/package-file';
import { at, treeOf, type Component } from '../tree/package-tree';

/** Places that our components may take [Lightning Web Components guide, configuration file: target]. */
const targets = new Set(
  ['AppPage', 'HomePage', 'RecordPage', 'Tab', 'UtilityBar', 'VoiceExtension'].map((name) => `lightning__${name}`)
);
const configElements = new Set(['objects', 'property', 'supportedFormFactors']);
const propertyAttributes = new Set(
  'datasource default description label max maxLength min name placeholder required type'.split(' ')
);
/** What a property of each type is in TypeScript. */
const typeOf: Readonly<Record<string, string>> = { Boolean: 'boolean', Integer: 'number', String: 'string' };

/** A component that people place says where it may stand, has a name, words and an icon for the list, and takes what it offers to set. */
export const componentSettings: Rule = (files) => {
  const paths = new Map(files.map((file) => [file.path, file]));
  return treeOf(files)
    .ofType('LightningComponentBundle')
    .flatMap((component) => [
      ...(isExposed(component) ? exposedProblems(component, paths) : hiddenProblems(component)),
      ...targetsOf(component)
        .filter((target) => !targets.has(target))
        .map((target) => `${component.path} there is no target ${target}`),
      ...targetConfigsOf(component).flatMap((config) => configProblems(component, config, paths))
    ]);
};

const hiddenProblems = (component: Component): readonly string[] =>
  targetsOf(component).length > 0 ? [`${component.path} has targets but is not exposed`] : [];

function exposedProblems(component: Component, files: ReadonlyMap<string, PackageFile>): readonly string[] {
  const { path, name, root } = component;
  const beside = (ending: string): PackageFile | undefined => files.get(path.replace(/\.js-meta\.xml$/, ending));
  const takesRecord = /@api\s+(?:get\s+|set\s+)?recordId\b/.test(beside('.ts')?.text ?? '');
  return [
    ...(targetsOf(component).length > 0 ? [] : [`${path} is exposed and has no target`]),
    ...(textOf(root, 'masterLabel') ? [] : [`${path} has no masterLabel for the list of components`]),
    ...(beside('.html') ? [] : [`${path} is exposed and shows nothing`]),
    ...(beside('.svg') ? [] : [`${path} has no ${name}.svg for the list of components`]),
    ...(targetsOf(component).includes('lightning__RecordPage') && !takesRecord ? [`${path} takes no recordId`] : [])
  ];
}

function configProblems(
  component: Component,
  config: XmlElement,
  files: ReadonlyMap<string, PackageFile>
): readonly string[] {
  const wanted = (config.attributes['targets'] ?? '').split(',').map((target) => target.trim());
  return [
    ...wanted
      .filter((target) => !targetsOf(component).includes(target))
      .map((target) => `${at(component, config)} configures ${target}, which is no target of it`),
    ...config.children
      .filter(({ name }) => !configElements.has(name))
      .map((child) => `${at(component, child)} ${child.name} is nothing of a targetConfig`),
    ...config.children
      .filter(({ name }) => name === 'property')
      .flatMap((property) => propertyProblems(component, property, files))
  ];
}

function propertyProblems(
  component: Component,
  property: XmlElement,
  files: ReadonlyMap<string, PackageFile>
): readonly string[] {
  const { name = '', type = '', label } = property.attributes;
  const source = files.get(component.path.replace(/\.js-meta\.xml$/, '.ts'))?.text ?? '';
  const [, declared] =
    new RegExp(`@api\\s+(?:get\\s+)?${name}\\b[!?]?(?:\\(\\))?\\s*(?::\\s*(\\w+)|=\\s*)`).exec(source) ?? [];
  const isDeclared = new RegExp(`@api\\s+(?:get\\s+|set\\s+)?${name}\\b`).test(source);
  const strange = Object.keys(property.attributes).find((each) => !propertyAttributes.has(each));
  const problem =
    (strange && `has the unknown attribute ${strange}`) ||
    (!label && 'has no label') ||
    (!typeOf[type] && `has the unknown type ${type}`) ||
    (!isDeclared && 'is not declared with @api') ||
    (declared !== undefined && declared !== typeOf[type] && `is a ${declared} and not a ${type}`);
  return problem ? [`${at(component, property)} the property ${name} ${problem}`] : [];
}
