import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { childOf, textOf, type XmlElement } from '../xml/xml-element';
import type { OrgView } from './reference';

/** What an org has against a trusted URL. */
export function cspTrustedSiteProblem(root: XmlElement, _draft: Draft, { apiVersion }: OrgView): Problem | undefined {
  const url = childOf(root, 'endpointUrl');
  if (!/^(https|wss):\/\/(\*\.)?[A-Za-z0-9][A-Za-z0-9.-]*(:\d+)?(\/\S*)?$/.test(url?.text ?? '')) {
    return problemAt(
      url,
      `Trusted Site URL: must begin with https:// or wss:// and name a host, such as https://example.com`
    );
  }
  const uses = root.children.filter((child) => /^(isApplicableTo|canAccess)/.test(child.name));
  const used = uses.some((child) => /^(true|1)$/.test(child.text.trim()));
  // Since API 59.0 a trusted URL must be good for something [Metadata API guide, CspTrustedSite].
  if (apiVersion >= 59 && !used)
    return problemAt(root, 'Select at least one CSP directive or permissions policy for the trusted URL');
  return textOf(root, 'context') === 'FieldServiceMobileExtension' && !textOf(root, 'mobileExtension')
    ? problemAt(root, 'Required field is missing: mobileExtension')
    : undefined;
}
