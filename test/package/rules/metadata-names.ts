import { textOf } from '../../../local/org/metadata/xml/xml-element';
import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

/** The element in which a file says its own name, where a type has one. */
const nameElement: Readonly<Record<string, string>> = {
  ConversationVendorInfo: 'developerName',
  CustomFieldTranslation: 'name'
};
/** Parts of an object say their names in source format too; a deploy of one that does not is refused. */
const mustSayIt = new Set([
  'CustomField',
  'CustomFieldTranslation',
  'ConversationVendorInfo',
  'ListView',
  'RecordType'
]);

/** A file that says its own name says the name of the file. */
export const metadataNames: Rule = (files) =>
  treeOf(files).components.flatMap(({ path, type, name, root }) => {
    const element = nameElement[type] ?? 'fullName';
    const said = textOf(root, element);
    if (said === undefined) return mustSayIt.has(type) ? [`${path} has no ${element}`] : [];
    return said === name ? [] : [`${path} calls itself ${said}`];
  });
