import type { OrgData } from '../org-data';
import { isNamed, queueOf, routeOfFlow, type FlowRoute } from './omni-flows';
import { automatedUser, callOf, type Answer, type Given } from './voice-calls';

/**
 * Runs a flow [Execute an Omni-Channel Flow]. No number here has a phone channel, so that the flow is the one that is named, and a flow
 * that fails goes to the fallback queue. The answer is in the phone system's words: whoever has none cannot get a call.
 */
export function executeFlow(org: OrgData, id: string, given: Given): Answer {
  const call = callOf(org, id);
  if (!call) return { refused: `There is no voice call ${id}` };
  const { dialedNumber, flowDevName, fallbackQueue } = given;
  if (typeof dialedNumber !== 'string' && typeof flowDevName !== 'string')
    return { refused: 'Required: dialedNumber or flowDevName' };
  const named = typeof flowDevName === 'string' ? routeOfFlow(org, flowDevName) : failed('No flow was named');
  const route = 'failure' in named ? fallback(org, fallbackQueue, named) : named;
  if ('failure' in route) return { errors: [route.failure] };
  const { user, queue } = route;
  const target = user ?? queue;
  const external = org
    .rows('CallCenterRoutingMap')
    .find((row) => row.ReferenceRecordId === target.Id && row.CallCenterId === call.CallCenterId)?.ExternalId;
  if (typeof external !== 'string') return { errors: [`${String(target.Name)} is nobody of the phone system`] };
  if (queue) org.update('VoiceCall', call.Id, { QueueName: String(queue.Name ?? queue.Id) });
  return { agent: user ? external : null, queue: queue ? external : null };
}

const failed = (failure: string): { readonly failure: string } => ({ failure });

function fallback(org: OrgData, named: unknown, { failure }: { readonly failure: string }): FlowRoute {
  if (named === undefined) return failed(`${failure}, and there is no fallbackQueue`);
  const queue = queueOf(org, named);
  return queue ? { queue } : failed(`${failure}, and there is no queue ${String(named)}`);
}

/** Hands the call to Omni-Channel's routing [Route a Voice Call]: to a queue or a user of the org. */
export function routeCall(org: OrgData, id: string, { routingTarget }: Given): Answer {
  const call = callOf(org, id);
  if (!call) return { refused: `There is no voice call ${id}` };
  const queue = queueOf(org, routingTarget);
  const user = queue ? undefined : org.rows('User').find((row) => isNamed(row, routingTarget));
  if (!queue && !user) return { refused: `There is no queue or user ${String(routingTarget)}` };
  org.update('VoiceCall', call.Id, user ? { OwnerId: user.Id } : { QueueName: String(queue?.Name ?? queue?.Id) });
  return { status: 'Success' };
}

/** Takes the call out of routing again [Clear Routing]. */
export function clearRouting(org: OrgData, id: string): Answer {
  const call = callOf(org, id);
  if (!call) return { refused: `There is no voice call ${id}` };
  org.update('VoiceCall', call.Id, { QueueName: null });
  return { status: 'Success' };
}

/**
 * Takes the call from the rep who has it and routes it anew [Reroute a Voice Call]. There is no Omni-Channel here that would find another
 * rep: the call waits where it was routed to, and no rep owns it.
 */
export function rerouteCall(org: OrgData, id: string): Answer {
  const call = callOf(org, id);
  if (!call) return { refused: `There is no voice call ${id}` };
  if (call.CallDisposition === 'completed') return { refused: `Voice call ${id} is over` };
  org.update('VoiceCall', call.Id, { OwnerId: automatedUser(org) });
  return { status: 'Success' };
}

/** Ends the wait of a caller who wants to be called back, and keeps that as a call to be made [Request a Callback]. */
export function requestCallback(org: OrgData, id: string, { callbackNumber }: Given): Answer {
  const call = callOf(org, id);
  if (!call) return { refused: `There is no voice call ${id}` };
  if (typeof callbackNumber !== 'string' || callbackNumber === '') return { refused: 'Required: callbackNumber' };
  org.insert('VoiceCall', {
    ...{ CallType: 'Callback', CallDisposition: 'new', VendorType: 'ServiceCloudVoicePartner' },
    // Object Reference, VoiceCall: of a callback the recipient is the agent's side.
    ...{ PreviousCallId: call.Id, FromPhoneNumber: callbackNumber, ToPhoneNumber: call.ToPhoneNumber ?? null },
    ...(call.CallCenterId === undefined ? {} : { CallCenterId: call.CallCenterId }),
    OwnerId: call.OwnerId ?? null
  });
  return { status: 'Success' };
}
