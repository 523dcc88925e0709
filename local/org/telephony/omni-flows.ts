import type { ApiRequest } from '../api';
import { parseXml } from '../metadata/xml/parse-xml';
import { childOf, childrenOf, textOf, type XmlElement } from '../metadata/xml/xml-element';
import type { OrgData, Row } from '../org-data';

/** An Omni-Channel flow that reps may hand a call to. */
export type OmniFlow = { readonly name: string; readonly label: string };

/** Where the page of a rep learns which flows there are; what Salesforce's own page asks for it, no document says. */
export const isOmniFlowsCall = ({ method, path }: ApiRequest): boolean =>
  method === 'GET' && path === '/__local/ui-api/omni-flows';

/** Where a flow sends a call, or why it does not. */
export type FlowRoute =
  | { readonly user: Row; readonly queue?: undefined }
  | { readonly queue: Row; readonly user?: undefined }
  | { readonly failure: string };

/**
 * "All active flows of process type Omni-Channel Flow that are assigned to the phone channel" [Enable Voice Call Transfers Using
 * Omni-Channel Flows and Partner Telephony].
 */
export function omniFlows(org: OrgData): readonly OmniFlow[] {
  return org.components('Flow').flatMap(({ fullName: name }) => {
    const root = activeFlow(org, name);
    return root && inputOf(root, 'serviceChannelDevName') === 'sfdc_phone'
      ? [{ name, label: textOf(root, 'label') ?? name }]
      : [];
  });
}

/** Follows a flow whose only step is to route work; one that decides or looks something up is not played here. */
export function routeOfFlow(org: OrgData, name: string): FlowRoute {
  const root = activeFlow(org, name);
  if (!root) return { failure: `There is no active Omni-Channel flow ${name}` };
  const start = childOf(root, 'start');
  const first = start && childOf(start, 'connector');
  const route = childrenOf(root, 'actionCalls').find(
    (action) => textOf(action, 'name') === (first && textOf(first, 'targetReference'))
  );
  if (!route || textOf(route, 'actionType') !== 'routeWork') return { failure: `${name} routes nothing` };
  const [agent, queue] = [inputOf(root, 'agentId'), inputOf(root, 'queueId')];
  const user = org.rows('User').find((row) => isNamed(row, agent));
  if (inputOf(root, 'routingType') === 'Agent' && user) return { user };
  const found = queueOf(org, queue);
  return found ? { queue: found } : { failure: `${name} routes to ${queue ?? 'no queue'}, which is not there` };
}

/** A queue by its id or API name. */
export const queueOf = (org: OrgData, named: unknown): Row | undefined =>
  org.rows('Group').find((row) => row.Type === 'Queue' && isNamed(row, named));

/** Whether the row is meant by an id, long or short, or an API name. */
export const isNamed = (row: Row, named: unknown): boolean =>
  typeof named === 'string' &&
  (row.Id === named || row.Id.slice(0, 15) === named || row.DeveloperName === named || row.Username === named);

function activeFlow(org: OrgData, name: string): XmlElement | undefined {
  const root = parseXml(org.component('Flow', name)?.files[0]?.text ?? '').root;
  return root && textOf(root, 'processType') === 'RoutingFlow' && textOf(root, 'status') === 'Active'
    ? root
    : undefined;
}

/** What the flow gives to its Route Work. */
function inputOf(root: XmlElement, name: string): string | undefined {
  const given = childrenOf(root, 'actionCalls').flatMap((action) => childrenOf(action, 'inputParameters'));
  const value = given.filter((each) => textOf(each, 'name') === name).map((each) => childOf(each, 'value'))[0];
  return value && textOf(value, 'stringValue');
}
