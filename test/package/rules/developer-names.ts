import type { Rule } from '../tree/package-file';
import { treeOf, type Component } from '../tree/package-tree';

/** Their names are made of something else: languages, a fixed name, an object and a title, what an org gives to the tool. */
const unnamed = new Set([
  'CustomFieldTranslation',
  'CustomLabels',
  'CustomObjectTranslation',
  'Layout',
  'Translations'
]);

/** Our developer names are PascalCase without underscores; components begin with a small letter. */
export const developerNames: Rule = (files) =>
  treeOf(files)
    .components.filter((component) => component.package !== 'post-install' && !unnamed.has(component.type))
    .flatMap((component) => (isWellNamed(component) ? [] : [`${component.path} is not named like ours`]));

function isWellNamed({ type, name }: Component): boolean {
  if (type === 'LightningComponentBundle' || type === 'AuraDefinitionBundle') return /^[a-z][A-Za-z0-9]*$/.test(name);
  if (type === 'CustomMetadata' || type === 'QuickAction') return name.split('.').every((part) => pascal.test(part));
  if (name.includes('/')) return name.split('/').every((part) => pascal.test(part));
  return pascal.test(name.replace(/__(c|mdt)$/, ''));
}

const pascal = /^[A-Z][A-Za-z0-9]{0,39}$/;
