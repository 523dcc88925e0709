import type { OrgData, Row } from '../org-data';
import { automatedUser, callOf, type Answer, type Given } from './voice-calls';

/**
 * Runs the flow of a dialed number [Execute an Omni-Channel Flow]. There are no flows here: a call goes to the queue that the request
 * names for the case that the flow fails, and a request without one is answered as a flow that failed.
 */
export function executeFlow(org: OrgData, id: string, given: Given): Answer {
  const call = callOf(org, id);
  if (!call) return { refused: `There is no voice call ${id}` };
  const { dialedNumber, flowName, fallbackQueue } = given;
  if (typeof dialedNumber !== 'string' && typeof flowName !== 'string')
    return { refused: 'Required: dialedNumber or flowName' };
  const queue = queueOf(org, fallbackQueue);
  if (!queue) return { errors: [{ message: 'No flow ran, and there is no fallbackQueue to go to' }] };
  org.update('VoiceCall', call.Id, { QueueName: String(queue.Name ?? queue.Id) });
  return { agent: null, queue: queue.Id };
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
    ...{ PreviousCallId: call.Id, FromPhoneNumber: call.ToPhoneNumber ?? null, ToPhoneNumber: callbackNumber },
    ...(call.CallCenterId === undefined ? {} : { CallCenterId: call.CallCenterId }),
    OwnerId: call.OwnerId ?? null
  });
  return { status: 'Success' };
}

const queueOf = (org: OrgData, named: unknown): Row | undefined =>
  org.rows('Group').find((row) => row.Type === 'Queue' && isNamed(row, named));

const isNamed = (row: Row, named: unknown): boolean =>
  typeof named === 'string' &&
  (row.Id === named || row.Id.slice(0, 15) === named || row.DeveloperName === named || row.Username === named);
