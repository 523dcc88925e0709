import { childOf, childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import { customFieldOf } from '../tree/custom-field';
import { hasField, hasObject } from '../tree/known-fields';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type Component, type PackageTree } from '../tree/package-tree';
import { valuesOf } from '../tree/picklist-values';

/** A quick action shows and fills fields that its object has, with values that they take. */
export const quickActionReferences: Rule = (files) => {
  const tree = treeOf(files);
  return tree.ofType('QuickAction').flatMap((action) => {
    const object = objectOf(action);
    if (!hasObject(tree, object)) return [`${action.path} makes a ${object}, which is not there`];
    const isForCalls = textOf(action.root, 'type') !== 'LogACall' || object === 'Task';
    return [
      ...(isForCalls ? [] : [`${action.path} logs a call as a ${object}`]),
      ...fieldProblems(action, object, tree)
    ];
  });
};

/** An action that updates is of the object that its name begins with. */
const objectOf = ({ name, root }: Component): string =>
  textOf(root, 'type') === 'Update' ? (name.split('.')[0] ?? '') : (textOf(root, 'targetObject') ?? '');

function fieldProblems(action: Component, object: string, tree: PackageTree): readonly string[] {
  const shown = childrenOf(childOf(action.root, 'quickActionLayout') ?? action.root, 'quickActionLayoutColumns')
    .flatMap((column) => childrenOf(column, 'quickActionLayoutItems'))
    .filter((item) => textOf(item, 'emptySpace') !== 'true');
  return [...shown, ...childrenOf(action.root, 'fieldOverrides')].flatMap((element) => {
    const name = textOf(element, 'field') ?? '';
    if (!hasField(tree, object, name)) return [`${at(action, element)} ${object}.${name} is not there`];
    const field = customFieldOf(tree, object, name);
    const value = textOf(element, 'literalValue');
    const isTaken = value === undefined || field?.type !== 'Picklist' || valuesOf(field).includes(value);
    return isTaken ? [] : [`${at(action, element)} ${object}.${name} has no value ${value}`];
  });
}
