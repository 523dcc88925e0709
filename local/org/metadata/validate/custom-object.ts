import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { childOf, textOf, type XmlElement } from '../xml/xml-element';
import { objectExists, type OrgView } from './reference';

/** What an org has against a new custom object; later deploys may leave out what is set already. */
export function customObjectProblem(root: XmlElement, draft: Draft, { org }: OrgView): Problem | undefined {
  if (objectExists(org, draft.fullName)) return undefined;
  if (!/^[A-Za-z]\w*__(c|mdt|e)$/.test(draft.fullName)) {
    return { message: `Entity of type 'CustomObject' named '${draft.fullName}' cannot be found` };
  }
  if (!textOf(root, 'label')) return problemAt(root, 'Must specify a non-empty label for the CustomObject');
  const plain = draft.fullName.endsWith('__c') && !textOf(root, 'customSettingsType');
  if (!plain) return undefined;
  if (!textOf(root, 'pluralLabel'))
    return problemAt(root, 'Must specify a non-empty plural label for the CustomObject');
  if (!childOf(root, 'nameField')) return problemAt(root, 'Must specify a nameField of type Text or AutoNumber');
  return textOf(root, 'sharingModel') ? undefined : problemAt(root, 'Must specify a sharingModel for the CustomObject');
}
