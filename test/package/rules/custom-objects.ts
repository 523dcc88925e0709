import { textOf } from '../../../local/org/metadata/xml/xml-element';
import { customFields, isCustomSetting, isSettingsType } from '../tree/custom-field';
import type { PackageFile, Rule, Violation } from '../tree/package-file';
import { treeOf, type Component } from '../tree/package-tree';

/** What a settings type may hold [Metadata API guide, CustomMetadata: supported field types]. */
const settingsTypes = new Set(
  'Checkbox Date DateTime Email LongTextArea MetadataRelationship Number Percent Phone Picklist Text TextArea Url'.split(
    ' '
  )
);
/** What a custom setting may hold. */
const settingTypes = new Set('Checkbox Currency Date DateTime Email Number Percent Phone Text TextArea Url'.split(' '));

/** Of what an administrator edits, nothing is lost by an upgrade; records are private until a permission set says else. */
export const customObjects: Rule = (files) => {
  const tree = treeOf(files);
  return [
    ...tree
      .ofType('CustomObject')
      .flatMap((object) => objectProblems(object).map((words) => `${object.path} ${words}`)),
    ...fieldProblems(files)
  ];
};

function objectProblems({ name, root }: Component): readonly string[] {
  const text = (element: string): string | undefined => textOf(root, element);
  const needed = (element: string): readonly string[] => (text(element) ? [] : [`has no ${element}`]);
  const isPublic = text('visibility') === 'Public' ? [] : ['must be Public, so that administrators can edit it'];
  const common = [...needed('label'), ...isPublic];
  if (isSettingsType(name)) return [...common, ...needed('pluralLabel')];
  const setting = text('customSettingsType');
  if (setting !== undefined) return [...common, ...(setting === 'Hierarchy' ? [] : ['must be a Hierarchy'])];
  return [
    ...common,
    ...['pluralLabel', 'nameField', 'deploymentStatus'].flatMap((element) =>
      root.children.some((child) => child.name === element) ? [] : [`has no ${element}`]
    ),
    ...(text('deploymentStatus') === 'Deployed' ? [] : ['is not deployed, so that nobody sees it']),
    ...['sharingModel', 'externalSharingModel'].flatMap((element) =>
      text(element) === 'Private' ? [] : [`must have the ${element} Private`]
    )
  ];
}

function fieldProblems(files: readonly PackageFile[]): readonly Violation[] {
  const tree = treeOf(files);
  return customFields(files).flatMap((field) => {
    if (isSettingsType(field.object)) {
      if (!settingsTypes.has(field.type)) return [`${field.path} is a ${field.type}, which no settings type holds`];
      const manageability = field.text('fieldManageability');
      return manageability === 'SubscriberControlled'
        ? []
        : [`${field.path} must be SubscriberControlled, or an upgrade takes back what an administrator chose`];
    }
    if (!isCustomSetting(tree, field.object)) return [];
    if (!settingTypes.has(field.type)) return [`${field.path} is a ${field.type}, which no custom setting holds`];
    if (field.type === 'Checkbox')
      return [
        `${field.path} is a Checkbox, which is never empty, so that a row hides what the profile and the org say`
      ];
    return [];
  });
}
