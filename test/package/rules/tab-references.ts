import { textOf } from '../../../local/org/metadata/xml/xml-element';
import { targetsOf } from '../tree/component-bundle';
import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

/** A tab shows an app page or a component that is there. */
export const tabReferences: Rule = (files) => {
  const tree = treeOf(files);
  return tree.ofType('CustomTab').flatMap(({ path, name, root }) => {
    const [pageName, componentName] = [textOf(root, 'flexiPage'), textOf(root, 'lwcComponent')];
    if (name.endsWith('__c'))
      return tree.find('CustomObject', name) ? [] : [`${path} is of an object that is not there`];
    if (pageName !== undefined) {
      const page = tree.find('FlexiPage', pageName);
      return page && textOf(page.root, 'type') === 'AppPage' ? [] : [`${path} ${pageName} is no app page`];
    }
    const component = tree.find('LightningComponentBundle', componentName ?? '');
    return component && targetsOf(component).includes('lightning__Tab') ? [] : [`${path} shows nothing that is there`];
  });
};
