import { childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import type { PackageFile, Rule } from '../tree/package-file';
import { at, treeOf, type Component } from '../tree/package-tree';

const languages = ['de', 'es', 'fr', 'ja'];

/** What the translation of a language names besides labels, and the API version from which on it does [Metadata API guide]. */
const kinds = [
  { element: 'customApplications', type: 'CustomApplication', since: 0 },
  { element: 'customTabs', type: 'CustomTab', since: 0 },
  { element: 'dashboards', type: 'Dashboard', since: 67 },
  { element: 'quickActions', type: 'QuickAction', since: 0 },
  { element: 'reportTypes', type: 'ReportType', since: 0 },
  { element: 'reports', type: 'Report', since: 67 }
] as const;

/** Every app, tab, action, report and the like of a package is in every language as far as the API version allows, and nothing else is. */
export const translatedParts: Rule = (files) => {
  const apiVersion = apiVersionOf(files);
  return treeOf(files)
    .ofType('Translations')
    .filter(({ name }) => languages.includes(name))
    .flatMap((translation) =>
      kinds.flatMap(({ element, type, since }) => {
        const given = childrenOf(translation.root, element);
        if (apiVersion < since)
          return given.map((each) => `${at(translation, each)} ${element} are known from the API version ${since} on`);
        const names = namesOf(files, translation, type);
        const translated = given.map((each) => textOf(each, 'name') ?? '');
        return [
          ...given
            .filter((each) => !names.includes(textOf(each, 'name') ?? ''))
            .map((each) => `${at(translation, each)} there is no ${type} ${textOf(each, 'name')}`),
          ...given
            .filter((each) => !textOf(each, 'label')?.trim())
            .map((each) => `${at(translation, each)} ${textOf(each, 'name')} has no label`),
          ...names
            .filter((name) => !translated.includes(name))
            .map((name) => `${translation.path} does not translate the ${type} ${name}`)
        ];
      })
    );
};

/** Actions of an object are translated with the object. */
const namesOf = (files: readonly PackageFile[], { package: of }: Component, type: string): readonly string[] =>
  treeOf(files)
    .ofType(type)
    .filter((each) => each.package === of && !(type === 'QuickAction' && each.name.includes('.')))
    .map(({ name }) => name);

function apiVersionOf(files: readonly PackageFile[]): number {
  const project = files.find(({ path }) => path === 'sfdx-project.json')?.text ?? '{}';
  const { sourceApiVersion } = JSON.parse(project) as { readonly sourceApiVersion?: string };
  return Number(sourceApiVersion ?? 0);
}
