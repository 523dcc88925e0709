import type { ResolvedConfig } from '../config/resolved-config';
import { myDomainMismatch, myDomainUnknown } from '../errors/session-service';
import type { Org } from '../org/org';
import { organizationQuestion, readOrganization } from '../resources/organization/read-organization';
import { orgDomains } from '../resources/session-service/org-domains';
import { lacksOrgId, sessionCallCenter, withOrgFacts } from '../resources/session-service/session-org';

/**
 * The configuration with the id and the domain that the addresses of our session service's pages are made of. Asks only where a
 * contact center has such pages, and its id only where the file does not say it. Throws MY_DOMAIN_UNKNOWN and MY_DOMAIN_MISMATCH.
 */
export async function learnOrg(config: ResolvedConfig, org: Org): Promise<ResolvedConfig> {
  const callCenter = sessionCallCenter(config);
  const { name, login, myDomain: given } = config.org;
  const found = `https://${org.domain}`;
  if (callCenter === undefined) {
    const isKnown = given === undefined && orgDomains(found) !== undefined;
    return isKnown ? { ...config, org: { ...config.org, myDomain: found } } : config;
  }
  const myDomain = given ?? found;
  if (orgDomains(myDomain) === undefined) throw myDomainUnknown(name, org.domain);
  const isOther = login.kind !== 'local' && orgDomains(found) !== undefined && myDomain !== found;
  if (isOther) throw myDomainMismatch(name, myDomain, found);
  if (!lacksOrgId(callCenter)) return withOrgFacts(config, { id: config.org.orgId ?? '', myDomain });
  const { id } = readOrganization(await org.ask([organizationQuestion]));
  // An org that does not say its id is reported by the resource that compares it; nothing is written then.
  return id === '' ? config : withOrgFacts(config, { id, myDomain });
}
