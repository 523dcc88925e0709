import { componentFiles } from '../tree/component-bundle';
import { classText } from '../tree/apex-class';
import { hasField, hasObject } from '../tree/known-fields';
import type { PackageFile, Rule } from '../tree/package-file';
import { remembered } from '../tree/remembered';
import { treeOf, type PackageTree } from '../tree/package-tree';

/** Modules that the platform gives and that name nothing of an org. */
const platform = new Set(
  `apex client/formFactor community/Id i18n/dir i18n/lang i18n/locale i18n/timeZone i18n/currency user/Id user/isGuest`
    .split(/\s+/)
    .map((name) => `@salesforce/${name}`)
);

/** What a component imports from an org is there: objects, fields, Apex methods, message channels and other components. */
export const componentImports: Rule = (files) => {
  const tree = treeOf(files);
  return [
    ...componentFiles(files, '.ts').flatMap((file) =>
      modulesOf(file)
        .filter((name) => !isThere(name, tree, files))
        .map((name) => `${file.path} imports ${name}, which is not there`)
    ),
    ...componentFiles(files, '.html').flatMap(({ path, text }) =>
      [...text.matchAll(/<c-([a-z0-9-]+)/g)]
        .map(([, tag = '']) => tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()))
        .filter((name) => !tree.find('LightningComponentBundle', name))
        .map((name) => `${path} shows the component ${name}, which is not there`)
    )
  ];
};

const modulesOf = remembered(({ text }: PackageFile) =>
  [...text.matchAll(/\b(?:from|import)\s+'((?:@salesforce|c)\/[^']+)'/g)].map(([, name = '']) => name)
);

function isThere(module: string, tree: PackageTree, files: readonly PackageFile[]): boolean {
  if (platform.has(module) || module.startsWith('@salesforce/label/')) return true;
  const [scope = '', kind = '', ...rest] = module.split('/');
  if (scope === 'c') return tree.find('LightningComponentBundle', kind) !== undefined;
  const name = rest.join('/');
  if (kind === 'schema') return isSchema(name, tree);
  if (kind === 'apex') return isCallable(name, files);
  if (kind === 'messageChannel') return tree.find('LightningMessageChannel', name.replace(/__c$/, '')) !== undefined;
  return kind === 'customPermission' && tree.find('CustomPermission', name) !== undefined;
}

function isSchema(name: string, tree: PackageTree): boolean {
  const [object = '', field, related] = name.split('.');
  // Standard objects and `__c` only. Source: Lightning Web Components Developer Guide, Import References to Objects and Fields.
  if (object.endsWith('__mdt')) return false;
  if (!hasObject(tree, object)) return false;
  if (field === undefined) return true;
  if (related === undefined) return hasField(tree, object, field);
  return hasField(tree, object, field.endsWith('__r') ? field.replace(/__r$/, '__c') : `${field}Id`);
}

function isCallable(name: string, files: readonly PackageFile[]): boolean {
  const [className = '', method = ''] = name.split('.');
  const found = new RegExp(`@AuraEnabled[^\\n]*\\s+public static [\\w<>, ]+ ${method}\\(`);
  return found.test(classText(files, className) ?? '');
}
