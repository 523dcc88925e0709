import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedCallCenter, SessionPages } from '../../config/resolved-config/call-center';
import type { ResolvedAgents } from '../../config/resolved-config/users';
import { orgDomains, type OrgDomains } from './org-domains';

/** What the session service knows of one org. */
export type SessionOrg = OrgDomains & {
  /** 18 characters. */
  readonly orgId: string;
  readonly name: string;
  /** API name of the contact center. */
  readonly callCenter: string;
  readonly loginFrameHeight: number;
  /** The field of the user that is the agent's name in the phone system; Username when absent. */
  readonly matchBy?: Exclude<ResolvedAgents['matchBy'], 'Username'>;
};

export type SessionCallCenter = ResolvedCallCenter & { readonly sessionPages: SessionPages };

/** The call center whose pages are ours: the one of Voice, for which calls are signed, or else that of Open CTI. */
export function sessionCallCenter({ callCenters }: Pick<ResolvedConfig, 'callCenters'>): SessionCallCenter | undefined {
  const ours = callCenters.filter((each): each is SessionCallCenter => each.sessionPages !== undefined);
  return ours.find(({ kind }) => kind === 'voice') ?? ours[0];
}

/** What stands in a URL until the org has said its id. */
const unknownId = '{orgId}';

/** Whether the pages' addresses still lack the org's id. */
export function lacksOrgId({ adapterUrl }: Pick<ResolvedCallCenter, 'adapterUrl'>): boolean {
  return adapterUrl.includes(unknownId);
}

/** The configuration with what only the org knows: its id in the addresses of its pages, and its My Domain. */
export function withOrgFacts(
  config: ResolvedConfig,
  facts: { readonly id: string; readonly myDomain: string }
): ResolvedConfig {
  const filled = (url: string): string => url.replace(unknownId, facts.id);
  return {
    ...config,
    org: { ...config.org, myDomain: config.org.myDomain ?? facts.myDomain },
    callCenters: config.callCenters.map((callCenter) =>
      callCenter.sessionPages === undefined
        ? callCenter
        : {
            ...callCenter,
            adapterUrl: filled(callCenter.adapterUrl),
            ...(callCenter.loginUrl !== undefined && { loginUrl: filled(callCenter.loginUrl) })
          }
    )
  };
}

/** What the session service is told of this org, or undefined while its id or its domain is not known. */
export function sessionOrg(config: ResolvedConfig): SessionOrg | undefined {
  const callCenter = sessionCallCenter(config);
  const domains = config.org.myDomain === undefined ? undefined : orgDomains(config.org.myDomain);
  const orgId = callCenter && /\/orgs\/(00D\w{15})\//.exec(callCenter.adapterUrl)?.[1];
  if (callCenter === undefined || domains === undefined || orgId === undefined) return undefined;
  const { matchBy = 'Username' } = config.agents ?? {};
  return {
    orgId,
    name: config.org.name,
    ...domains,
    callCenter: callCenter.internalName,
    loginFrameHeight: callCenter.sessionPages.loginFrameHeight,
    ...(matchBy !== 'Username' && { matchBy })
  };
}
