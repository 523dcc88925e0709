import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { childOf, textOf, type XmlElement } from '../xml/xml-element';
import { apexClassExists, hasVoiceLicence, type OrgView } from './reference';

/** What an org has against the description of a telephony vendor. */
export function conversationVendorInfoProblem(root: XmlElement, draft: Draft, { org }: OrgView): Problem | undefined {
  if (!hasVoiceLicence(org)) return { message: 'Not available for deploy for this organization' };
  const developerName = childOf(root, 'developerName');
  const bareName = draft.fullName.replace(/^[A-Za-z]\w*?__/, '');
  if (developerName?.text !== draft.fullName && developerName?.text !== bareName) {
    return problemAt(developerName, `Developer Name: must be the name of the file, ${draft.fullName}`);
  }
  const integrationClass = childOf(root, 'integrationClass');
  if (textOf(root, 'vendorType') === 'ServiceCloudVoicePartner' && !integrationClass?.text) {
    return problemAt(root, 'Required field is missing: integrationClass');
  }
  if (integrationClass?.text && !apexClassExists(org, integrationClass.text)) {
    return problemAt(
      integrationClass,
      `In field: integrationClass - no ApexClass named ${integrationClass.text} found`
    );
  }
  for (const name of ['bridgeComponent', 'telephonySettingsComponent']) {
    const component = childOf(root, name);
    if (component?.text && !/^[A-Za-z]\w*:[A-Za-z]\w*$/.test(component.text)) {
      return problemAt(component, `In field: ${name} - must be namespace:component, got ${component.text}`);
    }
  }
  return undefined;
}
