import { childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import { hasField, hasObject } from '../tree/known-fields';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type Component, type PackageTree } from '../tree/package-tree';
import { shownOfTask } from '../tree/standard-fields';

/** A layout shows fields that its object has, each once. */
export const layoutReferences: Rule = (files) => {
  const tree = treeOf(files);
  return tree.ofType('Layout').flatMap((layout) => {
    const [object = ''] = layout.name.split('-');
    if (!hasObject(tree, object)) return [`${layout.path} is of ${object}, which is not there`];
    return fieldProblems(layout, object, tree);
  });
};

function fieldProblems(layout: Component, object: string, tree: PackageTree): readonly string[] {
  const seen = new Set<string>();
  return childrenOf(layout.root, 'layoutSections')
    .flatMap((section) => childrenOf(section, 'layoutColumns'))
    .flatMap((column) => childrenOf(column, 'layoutItems'))
    .flatMap((item) => {
      const field = textOf(item, 'field');
      if (field === undefined) return [];
      const isThere = hasField(tree, object, field) || (object === 'Task' && shownOfTask.has(field));
      const problem = !isThere ? 'is not there' : seen.has(field) ? 'is shown twice' : undefined;
      seen.add(field);
      return problem ? [`${at(layout, item)} ${object}.${field} ${problem}`] : [];
    });
}
