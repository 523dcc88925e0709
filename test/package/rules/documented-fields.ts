import { textOf } from '../../../local/org/metadata/xml/xml-element';
import { customFields } from '../tree/custom-field';
import type { Rule } from '../tree/package-file';
import { at, treeOf } from '../tree/package-tree';

/** What administrators choose from lists, and so should know from a sentence. */
const described = [
  'CustomApplication',
  'CustomObject',
  'CustomTab',
  'Dashboard',
  'FlexiPage',
  'LightningComponentBundle',
  'LightningMessageChannel',
  'PermissionSet',
  'QuickAction',
  'Report',
  'ReportType'
];

/** Every field says what it is for, to administrators and to users; every object and page says it to administrators. */
export const documentedFields: Rule = (files) => [
  ...customFields(files).flatMap((field) =>
    ['description', 'inlineHelpText']
      .filter((element) => !field.text(element)?.trim())
      .map((element) => `${field.path} has no ${element}`)
  ),
  ...described
    .flatMap((type) => treeOf(files).ofType(type))
    .filter(({ root }) => !textOf(root, 'description')?.trim())
    .map((component) => `${at(component)} has no description`)
];
