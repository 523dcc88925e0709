import { childrenOf, textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import { deepElements } from '../tree/deep-elements';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type Component, type PackageTree } from '../tree/package-tree';

/** Tabs that Salesforce brings, as apps spell them. */
const standardTabs = new Set(
  'Account Case Contact Dashboard Event Lead Task VoiceCall home report'.split(' ').map((name) => `standard-${name}`)
);

/** An app shows tabs, pages and a utility bar that are there and are of the kind that stands in that place, and our own home page. */
export const appReferences: Rule = (files) => {
  const tree = treeOf(files);
  return tree
    .ofType('CustomApplication')
    .flatMap((app) => [
      ...utilityBarProblems(app, tree),
      ...childrenOf(app.root, 'actionOverrides').flatMap((override) => overrideProblems(app, override, tree)),
      ...homeProblems(app),
      ...tabProblems(app, tree)
    ]);
};

function utilityBarProblems(app: Component, tree: PackageTree): readonly string[] {
  const name = textOf(app.root, 'utilityBar');
  if (name === undefined) return [];
  const page = tree.find('FlexiPage', name);
  return page && textOf(page.root, 'type') === 'UtilityBar' ? [] : [`${app.path} ${name} is no utility bar`];
}

function overrideProblems(app: Component, override: XmlElement, tree: PackageTree): readonly string[] {
  const [content = '', about = ''] = ['content', 'pageOrSobjectType'].map((name) => textOf(override, name));
  const page = tree.find('FlexiPage', content);
  const isHome = textOf(override, 'actionName') === 'Tab' && about === 'standard-home';
  const fits = isHome
    ? page && textOf(page.root, 'type') === 'HomePage'
    : page && textOf(page.root, 'type') === 'RecordPage' && textOf(page.root, 'sobjectType') === about;
  return fits ? [] : [`${at(app, override)} ${content} is no page of ${about}`];
}

/** Without a page of its own the tab shows the home page of the org, which launches no phone. */
function homeProblems(app: Component): readonly string[] {
  const hasTab = childrenOf(app.root, 'tabs').some(({ text }) => text === 'standard-home');
  const pages = childrenOf(app.root, 'actionOverrides').map((override) => textOf(override, 'pageOrSobjectType'));
  return hasTab && !pages.includes('standard-home') ? [`${app.path} begins with the home page of the org`] : [];
}

function tabProblems(app: Component, tree: PackageTree): readonly string[] {
  const shown = childrenOf(app.root, 'tabs');
  const names = shown.map(({ text }) => text);
  const unknown = shown.filter(({ text }) => !standardTabs.has(text) && !tree.find('CustomTab', text));
  const mapped = deepElements(app.root, 'mappings').flatMap((mapping) => textOf(mapping, 'tab') ?? []);
  return [
    ...unknown.map((tab) => `${at(app, tab)} there is no tab ${tab.text}`),
    ...mapped.filter((tab) => !names.includes(tab)).map((tab) => `${app.path} maps ${tab}, which it does not show`),
    ...names.filter((tab) => mapped.length > 0 && !mapped.includes(tab)).map((tab) => `${app.path} does not map ${tab}`)
  ];
}
