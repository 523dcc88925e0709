import { childOf, childrenOf, textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import { deepElements } from '../tree/deep-elements';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type Component, type PackageTree } from '../tree/package-tree';
import { standardActions } from '../tree/standard-components';

/**
 * A page offers actions that are there, in a list that it uses: a global one is spelled `Global.Name`, one of an object
 * `Object.Name`. A part that shows a record shows it by an action that updates its object.
 */
export const pageActions: Rule = (files) => {
  const tree = treeOf(files);
  return tree
    .ofType('FlexiPage')
    .flatMap((page) =>
      deepElements(page.root, 'componentInstance').flatMap((placed) => [
        ...listProblems(page, placed, tree),
        ...shownProblems(page, placed, tree)
      ])
    );
};

function listProblems(page: Component, placed: XmlElement, tree: PackageTree): readonly string[] {
  const offered = deepElements(property(placed, 'actionNames') ?? placed, 'valueListItems').flatMap((item) =>
    childrenOf(item, 'value')
  );
  const names = offered.map(({ text }) => text);
  const isUsed = valueOf(placed, 'enableActionsConfiguration') === 'true';
  return [
    ...(names.length > 0 === isUsed ? [] : [`${at(page, placed)} has a list of actions that it does not use, or none`]),
    ...offered
      .filter(({ text }) => !isThere(text, page, tree))
      .map((value) => `${at(page, value)} there is no action ${value.text}`),
    ...offered
      .filter(({ text }, index) => names.indexOf(text) !== index)
      .map((value) => `${at(page, value)} offers ${value.text} twice`)
  ];
}

function isThere(name: string, page: Component, tree: PackageTree): boolean {
  if (!name.includes('.')) return standardActions.has(name);
  const [of, action = ''] = name.split('.');
  if (of === 'Global') return tree.find('QuickAction', action) !== undefined;
  return of === textOf(page.root, 'sobjectType') && tree.find('QuickAction', name) !== undefined;
}

function shownProblems(page: Component, placed: XmlElement, tree: PackageTree): readonly string[] {
  if (textOf(placed, 'componentName') !== 'console:relatedRecord') return [];
  const name = valueOf(placed, 'updateQuickActionName') ?? '';
  const action = tree.find('QuickAction', name);
  const isOfRecord =
    valueOf(placed, 'lookupFieldName') === 'Id' && name.split('.')[0] === textOf(page.root, 'sobjectType');
  return isOfRecord && action && textOf(action.root, 'type') === 'Update'
    ? []
    : [`${at(page, placed)} ${name} updates no record of this page`];
}

const property = (placed: XmlElement, name: string): XmlElement | undefined =>
  childrenOf(placed, 'componentInstanceProperties').find((each) => textOf(each, 'name') === name);

const valueOf = (placed: XmlElement, name: string): string | undefined => {
  const found = property(placed, name);
  return found && childOf(found, 'value')?.text;
};
