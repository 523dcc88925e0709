import type { ApiRequest, ApiResponse } from '../api';
import type { Fields, OrgData, Row } from '../org-data';
import { hasVoiceLicence } from '../metadata/validate/reference';
import { callOf, nextCallName } from './voice-calls';

/** Where the page of a rep keeps a call that the rep placed; what Salesforce's own page asks for it, no document says. */
export const isPageCallPath = (path: string): boolean => path === '/__local/ui-api/voice-calls';

/**
 * Makes the VoiceCall of an outbound call, or of a callback, for the user whose page was told that it started, under the connector's id of the call. The same
 * key again, from another tab or after a reload, gives the call that is there.
 */
export function keepPlacedCall(org: OrgData, sessionUserId: string, { method, body }: ApiRequest): ApiResponse {
  const userId = repOf(org, givenIn(body)) ?? sessionUserId;
  if (method === 'PATCH' && hasVoiceLicence(org)) return keepTakenCall(org, userId, givenIn(body));
  if (!hasVoiceLicence(org) || method !== 'POST') return { status: 404, body: { message: 'There is nothing here' } };
  const { vendorCallKey, to, startTime, callType = 'Outbound', ...given } = givenIn(body);
  const began = Date.parse(typeof startTime === 'string' ? startTime : '');
  const isKnownType = callType === 'Outbound' || callType === 'Callback';
  if (typeof vendorCallKey !== 'string' || vendorCallKey === '' || typeof to !== 'string' || Number.isNaN(began))
    return { status: 400, body: { message: 'Required: vendorCallKey, to, startTime' } };
  if (!isKnownType) return { status: 400, body: { message: 'callType is Outbound or Callback' } };
  const kept = org.transaction(
    (): Row =>
      callOf(org, vendorCallKey) ??
      org.insert('VoiceCall', {
        Name: nextCallName(org),
        ...{ CallType: callType, CallDisposition: 'new', VendorType: 'ServiceCloudVoicePartner' },
        ...{ VendorCallKey: vendorCallKey, ToPhoneNumber: to, OwnerId: userId, UserId: userId },
        ...placeOf(org, userId, given),
        CallStartDateTime: new Date(began).toISOString()
      })
  );
  return { status: 200, body: { voiceCallId: kept.Id } };
}

/** Makes the user who took a call its owner, as Omni-Channel does of work that is accepted; whoever comes into it later changes nothing. */
function keepTakenCall(org: OrgData, userId: string, { voiceCallId }: Readonly<Record<string, unknown>>): ApiResponse {
  const call = typeof voiceCallId === 'string' ? org.row('VoiceCall', voiceCallId) : undefined;
  if (!call) return { status: 404, body: { message: 'There is no such VoiceCall' } };
  if (!call.UserId) org.transaction(() => org.update('VoiceCall', call.Id, { OwnerId: userId, UserId: userId }));
  return { status: 200, body: { voiceCallId: call.Id } };
}

/**
 * Object Reference, VoiceCall: `FromPhoneNumber` is required, the number of the user who initiated the call, unless the connector says
 * another; `CallCenterId` is the call center where the activity took place.
 */
function placeOf(org: OrgData, userId: string, { from, callCenter }: Readonly<Record<string, unknown>>): Fields {
  const user = org.row('User', userId);
  const center = org.rows('CallCenter').find((row) => row.InternalName === callCenter)?.Id ?? user?.CallCenterId;
  const number = typeof from === 'string' && from !== '' ? from : user?.Phone;
  return { ...(number ? { FromPhoneNumber: number } : {}), ...(center ? { CallCenterId: center } : {}) };
}

/** The rep whose page it is: the pages of all reps of a console may share a session of the org. */
const repOf = (org: OrgData, { userName }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof userName === 'string' ? org.rows('User').find(({ Username }) => Username === userName)?.Id : undefined;

function givenIn(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
