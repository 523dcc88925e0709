import type { Fields, OrgData, Row } from '../org-data';

/** The body of a request. */
export type Given = Readonly<Record<string, unknown>>;
/** What is answered, or why a request is refused. */
export type Answer = Readonly<Record<string, unknown>> | { readonly refused: string };

const required = ['callCenterApiName', 'vendorCallKey', 'to', 'from', 'initiationMethod', 'startTime'] as const;

/** Makes a VoiceCall [Create a Voice Call Record]; the same vendor's key again gives the call that is there. */
export function createVoiceCall(org: OrgData, callCenter: string, given: Given): Answer {
  const missing = required.filter((name) => typeof given[name] !== 'string' || given[name] === '');
  if (missing.length > 0) return { refused: `Required: ${missing.join(', ')}` };
  const { callCenterApiName, vendorCallKey, initiationMethod, startTime } = given as Record<string, string>;
  if (callCenterApiName !== callCenter) return { refused: 'callCenterApiName is not the contact center that signs' };
  // "Outbound calls aren't supported": Salesforce's own page makes those.
  const methods = ['Inbound', 'Transfer'];
  if (!methods.includes(initiationMethod ?? ''))
    return { refused: `initiationMethod must be one of ${methods.join(', ')}` };
  if (Number.isNaN(Date.parse(startTime ?? ''))) return { refused: 'startTime is no time' };
  const parent = callOf(org, given.parentVoiceCallId);
  if (initiationMethod === 'Transfer' && !parent)
    return { refused: 'A transfer needs the parentVoiceCallId of a call that exists' };
  const known = callOf(org, vendorCallKey);
  const row =
    known ??
    org.insert('VoiceCall', {
      ...{ Name: nextCallName(org), ...fieldsOf(org, given) },
      ...{ CallDisposition: 'new', OwnerId: automatedUser(org) }
    });
  if (!known && parent) org.update('VoiceCall', row.Id, { PreviousCallId: parent.Id });
  return { voiceCallId: row.Id, errors: [] };
}

/** Completes a VoiceCall, by Salesforce's id or the vendor's key, or makes one that is over [Update a Voice Call Record]. */
export function updateVoiceCall(org: OrgData, callCenter: string, id: string, given: Given): Answer {
  const { startTime, endTime, totalHoldDuration, numberOfHolds, recordingLocation, isActiveCall, callOrigin } = given;
  const known = callOf(org, id);
  if (!known && salesforceId.test(id)) return { refused: `There is no voice call ${id}` };
  const [from, to] = [startTime ?? known?.CallStartDateTime, endTime].map((time) =>
    typeof time === 'string' ? Date.parse(time) : NaN
  ) as [number, number];
  if (startTime !== undefined && Number.isNaN(from)) return { refused: 'startTime is no time' };
  if (endTime !== undefined && Number.isNaN(to)) return { refused: 'endTime is no time' };
  if (to < from) return { refused: 'endTime is before startTime' };
  if (totalHoldDuration !== undefined && typeof recordingLocation !== 'string')
    return { refused: 'totalHoldDuration needs recordingLocation' };
  const row = known ?? madeAfterwards(org, callCenter, id, given);
  const isOver = endTime !== undefined && isActiveCall !== true;
  const hasBothTimes = startTime !== undefined && endTime !== undefined;
  org.update('VoiceCall', row.Id, {
    ...(isOver ? { CallEndDateTime: new Date(to).toISOString(), CallDisposition: 'completed' } : {}),
    ...(hasBothTimes ? { CallDurationInSeconds: Math.round((to - from) / 1000) } : {}),
    // What is not passed becomes zero.
    CustomerHoldDuration: typeof totalHoldDuration === 'number' ? totalHoldDuration : 0,
    NumberOfHolds: typeof numberOfHolds === 'number' ? numberOfHolds : 0,
    ...(typeof recordingLocation === 'string' ? { IsRecorded: true } : {}),
    ...(typeof callOrigin === 'string' ? { CallOrigin: callOrigin } : {}),
    ...disconnectReasonOf(given)
  });
  // The work is asynchronous there, and nobody can ask how it went.
  return { status: 'pending' };
}

const salesforceId = /^0LQ[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

function disconnectReasonOf({ disconnectReason }: Given): Fields {
  const { value } = (disconnectReason ?? {}) as { readonly value?: unknown };
  return typeof value === 'string' ? { DisconnectReason: value } : {};
}

/** A call that nobody made while it went on, such as one that the customer gave up. */
function madeAfterwards(org: OrgData, callCenter: string, vendorCallKey: string, given: Given): Row {
  const { startTime, fromNumber } = given;
  const center = org.rows('CallCenter').find((row) => row.InternalName === callCenter);
  return org.insert('VoiceCall', {
    Name: nextCallName(org),
    ...{ CallType: 'Inbound', VendorCallKey: vendorCallKey, VendorType: 'ServiceCloudVoicePartner' },
    ...(typeof startTime === 'string' ? { CallStartDateTime: new Date(startTime).toISOString() } : {}),
    ...(typeof fromNumber === 'string' ? { FromPhoneNumber: fromNumber } : {}),
    ...(center ? { CallCenterId: center.Id } : {}),
    OwnerId: automatedUser(org)
  });
}

function fieldsOf(org: OrgData, given: Given): Fields {
  const { callCenterApiName, vendorCallKey, to, from, initiationMethod, startTime, queue, callOrigin } = given;
  const center = org.rows('CallCenter').find((row) => row.InternalName === callCenterApiName);
  return {
    CallType: String(initiationMethod),
    CallStartDateTime: new Date(String(startTime)).toISOString(),
    FromPhoneNumber: String(from),
    ToPhoneNumber: String(to),
    VendorCallKey: String(vendorCallKey),
    VendorType: 'ServiceCloudVoicePartner',
    ...(typeof queue === 'string' ? { QueueName: queue } : {}),
    ...(typeof callOrigin === 'string' ? { CallOrigin: callOrigin } : {}),
    ...(center ? { CallCenterId: center.Id } : {})
  };
}

/** The name of the next call, such as VC-00000001 [Object Reference, VoiceCall]; no client can take one away, so that their count is the last number. */
export const nextCallName = (org: OrgData): string => `VC-${String(org.rows('VoiceCall').length + 1).padStart(8, '0')}`;

/** A call by Salesforce's id, long or short, or the vendor's key. */
export function callOf(org: OrgData, id: unknown): Row | undefined {
  return org.rows('VoiceCall').find((row) => row.Id === id || row.Id.slice(0, 15) === id || row.VendorCallKey === id);
}

/** Until a rep accepts, nobody who takes calls owns it. */
export function automatedUser(org: OrgData): string | null {
  return org.rows('User').find((row) => row.Alias === 'autoproc')?.Id ?? org.rows('User')[0]?.Id ?? null;
}
