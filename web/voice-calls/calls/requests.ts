import type { VoiceOrg } from '../voice-org';
import type { Wanted } from '../salesforce/telephony';
import type { KeptCall } from './kept-call';

/** How the parent of a transfer is named: by Salesforce's id, or by the phone system's key when that is not known. */
export type ParentName = string | undefined;

/** Makes a VoiceCall [Create a Voice Call Record]. */
export function creationOf(org: VoiceOrg, call: KeptCall, parent: ParentName): Wanted {
  const { from, to, initiationMethod, startedAt, callOrigin } = call.start;
  // A transfer must name its parent. One without, such as of a call that a rep dialled, is kept as a call that comes in.
  const isTransfer = initiationMethod === 'Transfer' && parent !== undefined;
  const body = {
    callCenterApiName: org.callCenter,
    ...(isTransfer ? { parentVoiceCallId: parent } : {}),
    vendorCallKey: call.callKey,
    to,
    from,
    initiationMethod: isTransfer ? 'Transfer' : 'Inbound',
    startTime: utc(startedAt),
    ...(callOrigin === undefined ? {} : { callOrigin }),
    participants: [{ participantKey: from, type: 'END_USER' }]
  };
  return { method: 'POST', path: '/voiceCalls', body };
}

/**
 * Completes it [Update a Voice Call Record]; where we do not know its id, the phone system's key names it, and Salesforce makes it if it
 * is not there. The duration needs both times. Hold time may only be set with the place of the recording.
 */
export function completionOf(org: VoiceOrg, call: KeptCall): Wanted | undefined {
  const { end, start, voiceCallId, callKey } = call;
  if (end === undefined) return undefined;
  const { endedAt, holdSeconds, holds, recordingUrl } = end;
  const hasHoldTime = recordingUrl !== undefined && holdSeconds !== undefined;
  const body = {
    startTime: utc(start.startedAt),
    endTime: utc(endedAt),
    ...(holds === undefined ? {} : { numberOfHolds: holds }),
    ...(hasHoldTime ? { totalHoldDuration: holdSeconds } : {}),
    ...(recordingUrl === undefined ? {} : { recordingLocation: recordingUrl }),
    ...(voiceCallId === undefined ? { callCenterApiName: org.callCenter, fromNumber: start.from } : {})
  };
  return { method: 'PATCH', path: `/voiceCalls/${encodeURIComponent(voiceCallId ?? callKey)}`, body };
}

const utc = (time: string): string => new Date(time).toISOString();
