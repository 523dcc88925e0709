import type { ApiRequest, ApiResponse } from '../api';
import type { Fields, OrgData, Row } from '../org-data';
import { hasVoiceLicence } from '../metadata/validate/reference';
import { callOf, nextCallName } from './voice-calls';

type Given = Readonly<Record<string, unknown>>;

/** Where the page of a rep keeps the rep's calls; what Salesforce's own page asks for it, no document says. */
export const isPageCallPath = (path: string): boolean => path === '/__local/ui-api/voice-calls';

/** Answers the page of a rep: POST for a call that the rep placed, PATCH for one that the rep took. */
export function answerPageCall(org: OrgData, userId: string, { method, body }: ApiRequest): ApiResponse {
  if (hasVoiceLicence(org) && method === 'POST') return keepPlacedCall(org, userId, givenIn(body));
  if (hasVoiceLicence(org) && method === 'PATCH') return keepTakenCall(org, userId, givenIn(body));
  return { status: 404, body: { message: 'There is nothing here' } };
}

/**
 * Makes the VoiceCall of an outbound call, or of a callback, for the user whose page was told that it started, under the connector's id of the call. The same
 * key again, from another tab or after a reload, gives the call that is there.
 */
function keepPlacedCall(org: OrgData, userId: string, given: Given): ApiResponse {
  const { vendorCallKey, to, from, startTime, callType = 'Outbound' } = given;
  const began = Date.parse(typeof startTime === 'string' ? startTime : '');
  if (typeof vendorCallKey !== 'string' || vendorCallKey === '' || typeof to !== 'string' || Number.isNaN(began))
    return { status: 400, body: { message: 'Required: vendorCallKey, to, startTime' } };
  if (callType !== 'Outbound' && callType !== 'Callback')
    return { status: 400, body: { message: 'callType is Outbound or Callback' } };
  const kept = org.transaction(
    (): Row =>
      callOf(org, vendorCallKey) ??
      org.insert('VoiceCall', {
        Name: nextCallName(org),
        ...{ CallType: callType, CallDisposition: 'new', VendorType: 'ServiceCloudVoicePartner' },
        ...{ VendorCallKey: vendorCallKey, OwnerId: userId, UserId: userId },
        ...placeOf(org, userId),
        ...numbersOf(callType, to, numberOf(org, userId, from)),
        CallStartDateTime: new Date(began).toISOString()
      })
  );
  return { status: 200, body: { voiceCallId: kept.Id } };
}

/** Makes the user who took a call its owner, as Omni-Channel does of work that is accepted; whoever comes into it later changes nothing. */
function keepTakenCall(org: OrgData, userId: string, { voiceCallId }: Given): ApiResponse {
  const call = typeof voiceCallId === 'string' ? org.row('VoiceCall', voiceCallId) : undefined;
  if (!call) return { status: 404, body: { message: 'There is no such VoiceCall' } };
  if (!call.UserId) org.transaction(() => org.update('VoiceCall', call.Id, { OwnerId: userId, UserId: userId }));
  return { status: 200, body: { voiceCallId: call.Id } };
}

/**
 * Object Reference, VoiceCall: `FromPhoneNumber` is the number of the user who initiated the call, unless the connector says another.
 * `ToPhoneNumber` is the customer's of an outbound call and the agent's of a callback, which the customer asked for.
 */
function numbersOf(callType: 'Outbound' | 'Callback', customer: string, rep: string | undefined): Fields {
  const [from, to] = callType === 'Callback' ? [customer, rep] : [rep, customer];
  return { ...(from ? { FromPhoneNumber: from } : {}), ...(to ? { ToPhoneNumber: to } : {}) };
}

function numberOf(org: OrgData, userId: string, from: unknown): string | undefined {
  const number = typeof from === 'string' && from !== '' ? from : org.row('User', userId)?.Phone;
  return typeof number === 'string' ? number : undefined;
}

/** `CallCenterId` is the call center where the activity took place. */
function placeOf(org: OrgData, userId: string): Fields {
  const center = org.row('User', userId)?.CallCenterId;
  return center ? { CallCenterId: center } : {};
}

function givenIn(body: Buffer): Given {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Given) : {};
  } catch {
    return {};
  }
}
