import type { Fields, OrgData, Row } from '../org-data';

export type Given = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>> | { readonly refused: string };

const required = ['callCenterApiName', 'vendorCallKey', 'to', 'from', 'initiationMethod', 'startTime'] as const;

/** Makes a VoiceCall [Create a Voice Call Record]; the same vendor's key again gives the call that is there. */
export function createVoiceCall(org: OrgData, callCenter: string, given: Given): Answer {
  const missing = required.filter((name) => typeof given[name] !== 'string' || given[name] === '');
  if (missing.length > 0) return { refused: `Required: ${missing.join(', ')}` };
  const { callCenterApiName, vendorCallKey, to, from, initiationMethod, startTime } = given as Record<string, string>;
  if (callCenterApiName !== callCenter) return { refused: 'callCenterApiName is not the contact center that signs' };
  const methods = ['Inbound', 'Transfer', 'Outbound', 'Callback'];
  if (!methods.includes(initiationMethod ?? ''))
    return { refused: `initiationMethod must be one of ${methods.join(', ')}` };
  if (Number.isNaN(Date.parse(startTime ?? ''))) return { refused: 'startTime is no time' };
  const parent = callOf(org, given.parentVoiceCallId);
  if (initiationMethod === 'Transfer' && !parent)
    return { refused: 'A transfer needs the parentVoiceCallId of a call that exists' };
  const known = callOf(org, vendorCallKey);
  const row =
    known ?? org.insert('VoiceCall', { ...fieldsOf(org, given), CallDisposition: 'new', OwnerId: automatedUser(org) });
  if (!known && parent) org.update('VoiceCall', row.Id, { PreviousCallId: parent.Id });
  const participants = Array.isArray(given.participants) ? (given.participants as readonly unknown[]) : [];
  return { voiceCallId: row.Id, participants: [...participants], to, from };
}

/** Completes a VoiceCall, by Salesforce's id or the vendor's key [Update a Voice Call Record]. */
export function updateVoiceCall(org: OrgData, id: string, given: Given): Answer {
  const row = callOf(org, id);
  if (!row) return { refused: `There is no voice call ${id}` };
  const { startTime, endTime, totalHoldDuration, numberOfHolds, recordingLocation, isActiveCall, disconnectReason } =
    given;
  const [from, to] = [startTime ?? row.CallStartDateTime, endTime].map((time) =>
    typeof time === 'string' ? Date.parse(time) : NaN
  ) as [number, number];
  if (endTime !== undefined && Number.isNaN(to)) return { refused: 'endTime is no time' };
  if (to < from) return { refused: 'endTime is before startTime' };
  const isOver = endTime !== undefined && isActiveCall !== true;
  org.update('VoiceCall', row.Id, {
    ...(isOver ? { CallEndDateTime: new Date(to).toISOString(), CallDisposition: 'completed' } : {}),
    ...(isOver ? { CallDurationInSeconds: Math.round((to - from) / 1000) } : {}),
    ...(typeof totalHoldDuration === 'number' ? { CustomerHoldDuration: totalHoldDuration } : {}),
    ...(typeof numberOfHolds === 'number' ? { NumberOfHolds: numberOfHolds } : {}),
    ...(typeof recordingLocation === 'string' ? { IsRecorded: true } : {}),
    ...(typeof disconnectReason === 'string' ? { DisconnectReason: disconnectReason } : {})
  });
  return { voiceCallId: row.Id };
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

function callOf(org: OrgData, id: unknown): Row | undefined {
  return org.rows('VoiceCall').find((row) => row.Id === id || row.Id.slice(0, 15) === id || row.VendorCallKey === id);
}

/** Until a rep accepts, nobody who takes calls owns it. */
function automatedUser(org: OrgData): string | null {
  return org.rows('User').find((row) => row.Alias === 'autoproc')?.Id ?? org.rows('User')[0]?.Id ?? null;
}
