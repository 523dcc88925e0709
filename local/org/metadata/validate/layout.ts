import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import { fieldExists } from './known-field';
import { isThere, objectExists, type OrgView } from './reference';

/** What an org has against a page layout; its name is that of its object, a hyphen, and its own. */
export function layoutProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const object = draft.fullName.slice(0, draft.fullName.indexOf('-'));
  if (!object || !objectExists(view.org, object))
    return { message: `In field: layout - no CustomObject named ${object} found` };
  const seen = new Set<string>();
  for (const item of itemsOf(root)) {
    const field = childOf(item, 'field');
    if (!field) continue;
    if (!fieldExists(view.org, object, field.text))
      return problemAt(field, `In field: field - no CustomField named ${object}.${field.text} found`);
    if (seen.has(field.text)) return problemAt(field, `The field ${field.text} is on the layout twice`);
    seen.add(field.text);
  }
  return actionProblem(root, view);
}

const itemsOf = (root: XmlElement): readonly XmlElement[] =>
  childrenOf(root, 'layoutSections')
    .flatMap((section) => childrenOf(section, 'layoutColumns'))
    .flatMap((column) => childrenOf(column, 'layoutItems'));

/** Actions of the platform have names that no component has. */
function actionProblem(root: XmlElement, view: OrgView): Problem | undefined {
  const lists = [...childrenOf(root, 'quickActionList'), ...childrenOf(root, 'platformActionList')];
  for (const item of lists.flatMap(({ children }) => children)) {
    const name =
      childOf(item, 'quickActionName') ??
      (textOf(item, 'actionType') === 'QuickAction' ? childOf(item, 'actionName') : undefined);
    if (name && !isStandardAction(name.text) && !isThere(view, 'QuickAction', name.text))
      return problemAt(name, `In field: QuickAction - no QuickAction named ${name.text} found`);
  }
  return undefined;
}

const isStandardAction = (name: string): boolean =>
  /^(FeedItem\.\w+|NewTask|NewEvent|NewContact|NewAccount|NewCase|NewLead|NewOpportunity|NewNote|NewGroup|LogACall|SendEmail|Global\.\w+|\w+\.(Defer|Edit\w*|UpdatePriority|UpdateStatus|ChangeDueDate)\w*)$/.test(
    name
  );
