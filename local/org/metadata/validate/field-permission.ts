import type { OrgData } from '../../org-data';
import { problemAt, type Problem } from '../problem';
import { contentOf } from '../retrieve/component-content';
import { childOf, textOf, type XmlElement } from '../xml/xml-element';
import { objectExists } from './reference';

/** The standard fields of tasks and events whose access a permission set may set. */
const permissionable: Readonly<Record<string, readonly string[]>> = {
  Task: ['ActivityDate', 'Description', 'Type', 'WhoId', 'WhatId', 'IsVisibleInSelfService'],
  Event: ['Description', 'Type', 'WhoId', 'WhatId', 'Location', 'IsAllDayEvent', 'IsVisibleInSelfService']
};

/** What an org has against one entry of field access. */
export function fieldPermissionProblem(element: XmlElement, org: OrgData): Problem | undefined {
  const place = childOf(element, 'field');
  const field = place?.text ?? '';
  const [object = '', name = ''] = field.split('.');
  const missing = problemAt(place, `In field: field - no CustomField named ${field} found`);
  if (!name || object === 'Activity' || !objectExists(org, object)) return missing;
  const editable = /^(true|1)$/.test(textOf(element, 'editable') ?? '');
  const readable = /^(true|1)$/.test(textOf(element, 'readable') ?? '');
  if (name.endsWith('__c')) {
    const shared = object === 'Task' || object === 'Event';
    const component = org.component('CustomField', `${shared ? 'Activity' : object}.${name}`);
    if (!component) return missing;
    const definition = contentOf(component);
    const problem = definition && definitionProblem(definition, field, editable);
    if (problem) return problemAt(place, problem);
  } else if (permissionable[object] && !permissionable[object].includes(name)) {
    return missing;
  }
  // Reading comes with editing [Metadata API guide, PermissionSetFieldPermissions].
  return editable && !readable
    ? problemAt(element, `Permission Edit ${field} depends on permission(s): Read ${field}`)
    : undefined;
}

function definitionProblem(definition: XmlElement, field: string, editable: boolean): string | undefined {
  if (textOf(definition, 'required') === 'true' || textOf(definition, 'type') === 'MasterDetail') {
    return `You cannot deploy to a required field: ${field}`;
  }
  const computed =
    textOf(definition, 'formula') !== undefined || /^(AutoNumber|Summary)$/.test(textOf(definition, 'type') ?? '');
  return editable && computed ? `Permission Edit ${field} is not valid for a read-only field` : undefined;
}
