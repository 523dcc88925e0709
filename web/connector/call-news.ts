import { mostParties } from '../phone/call-wishes';
import { type PhoneCall, type PhoneLeg } from '../phone/phone';
import { isSupervisedBy } from '../phone/supervision';
import {
  afterWorkInfo,
  callResult,
  hangupResult,
  recordingToggleResult,
  superviseCallResult,
  supervisedCallInfo,
  supervisorHangupResult
} from './connector-sdk';
import { type ConnectorEvent } from './sdk-events';
import { isCustomerGone, isLive, isMultiParty, sdkCallOf, sdkCallOfLeg, thirdParties, type Beholder } from './sdk-call';
import { holdResultOf, muteResultOf, participantOf } from './sdk-results';

/** What Salesforce knows of a call. */
export type Told = {
  readonly phase: 'ringing' | 'connected' | 'ended';
  readonly isMuted: boolean;
  /** Further parties whom nobody hears. */
  readonly silenced: readonly string[];
  /** What the controls of the call depend on besides: how many there are. */
  readonly size: 'few' | 'many' | 'full';
  readonly hold: string;
  readonly isMerged: boolean;
  readonly recording: PhoneCall['recording'];
  readonly parties: Readonly<Record<string, 'ringing' | 'connected'>>;
  readonly isCustomerThere: boolean;
  /** The id of the supervisor who speaks, the last of several. */
  readonly bargedInBy: string | undefined;
  readonly isWrappingUp: boolean;
  readonly voiceCallId: string | undefined;
};

/** All of the call, as Salesforce will know it when it has been told. */
export function toldOf(call: PhoneCall): Told {
  // A call that is handed over brings a colleague and a customer on hold along, who are nobody's parties before it is answered.
  const isAnswered = call.state === 'connected';
  const held = (isAnswered ? call.legs : []).filter(({ state }) => state === 'held').map(({ legId }) => legId);
  return {
    phase: !isLive(call) ? 'ended' : call.state === 'connected' ? 'connected' : 'ringing',
    isMuted: call.isMuted,
    silenced: (isAnswered ? thirdParties(call) : []).filter((leg) => leg.isMuted).map(({ legId }) => legId),
    size: !isMultiParty(call) ? 'few' : thirdParties(call).length < mostParties - 2 ? 'many' : 'full',
    hold: held.sort().join(),
    isMerged: call.isMerged,
    recording: call.recording,
    parties: Object.fromEntries(
      (isAnswered ? thirdParties(call) : []).map(({ legId, state }) => [
        legId,
        state === 'ringing' ? 'ringing' : 'connected'
      ])
    ),
    isCustomerThere: !isCustomerGone(call),
    bargedInBy: call.supervision?.state === 'barged-in' ? call.supervision.agent.agentId : undefined,
    isWrappingUp: call.state === 'wrap-up',
    voiceCallId: call.voiceCallId
  };
}

/** What Salesforce must still be told, in the order in which it makes sense there. */
export function callNews(told: Told | undefined, call: PhoneCall, beholder: Beholder): readonly ConnectorEvent[] {
  const now = toldOf(call);
  const own = sdkCallOf(call, beholder);
  const isSupervisor = isSupervisedBy(call, beholder.agentId);
  if (now.phase === 'ended') {
    const end: ConnectorEvent = isSupervisor
      ? { type: 'SUPERVISOR_HANGUP', payload: supervisorHangupResult({ calls: own }) }
      : { type: 'HANGUP', payload: hangupResult({ calls: own }) };
    return [...(told && told.phase !== 'ended' ? [end] : []), ...afterWorkNews(told, now, call)];
  }
  if (isSupervisor) return supervisorNews(told, now, call, beholder);
  const isCallback = call.direction === 'callback' && now.phase === 'ringing';
  const begun = isCallback ? 'QUEUED_CALL_STARTED' : 'CALL_STARTED';
  const news: ConnectorEvent[] = [];
  if (told === undefined) news.push({ type: begun, payload: callResult({ call: own }) });
  else if (told.voiceCallId !== now.voiceCallId)
    news.push({ type: 'CALL_UPDATED', payload: callResult({ call: own }) });
  if (now.phase === 'connected' && told?.phase !== 'connected')
    news.push({ type: 'CALL_CONNECTED', payload: callResult({ call: own }) });
  if (now.phase === 'ringing') return news;
  return [...news, ...partyNews(told, call, beholder), ...toggleNews(told, now, call, beholder)];
}

/** Who came and who went. */
function partyNews(told: Told | undefined, call: PhoneCall, beholder: Beholder): readonly ConnectorEvent[] {
  const known = told?.parties ?? {};
  const there = thirdParties(call);
  const came = there.flatMap((leg): ConnectorEvent[] => {
    const isAnswered = leg.state !== 'ringing';
    const payload = participantOf(call, leg, beholder);
    return [
      ...(known[leg.legId] ? [] : [{ type: 'PARTICIPANT_ADDED', payload } as const]),
      ...(isAnswered && known[leg.legId] !== 'connected' ? [{ type: 'PARTICIPANT_CONNECTED', payload } as const] : [])
    ];
  });
  const gone = Object.keys(known).filter((legId) => !there.some((leg) => leg.legId === legId));
  const removed = gone.map((legId): ConnectorEvent => {
    const leg: PhoneLeg = call.legs.find((each) => each.legId === legId) ?? {
      legId,
      role: 'third-party',
      state: 'ended'
    };
    const payload = callResult({ call: sdkCallOfLeg(call, { ...leg, state: 'ended' }, beholder) });
    return { type: 'PARTICIPANT_REMOVED', payload };
  });
  const hasLeft = isCustomerGone(call) && (told?.isCustomerThere ?? true) && there.length > 0;
  const first: ConnectorEvent[] = hasLeft
    ? [{ type: 'PARTICIPANT_REMOVED', payload: callResult({ call: sdkCallOf(call, beholder) }) }]
    : [];
  return [...came, ...removed, ...first];
}

function toggleNews(told: Told | undefined, now: Told, call: PhoneCall, beholder: Beholder): readonly ConnectorEvent[] {
  const news: ConnectorEvent[] = [];
  const fresh = told ?? { ...now, isMuted: false, silenced: [], size: 'few', hold: '', isMerged: false };
  if (fresh.isMuted !== now.isMuted)
    news.push({ type: 'MUTE_TOGGLE', payload: muteResultOf(call, undefined, beholder) });
  for (const leg of thirdParties(call)) {
    if (fresh.silenced.includes(leg.legId) !== now.silenced.includes(leg.legId))
      news.push({ type: 'MUTE_TOGGLE', payload: muteResultOf(call, leg.legId, beholder) });
  }
  if (fresh.isMerged !== now.isMerged && now.isMerged)
    news.push({ type: 'PARTICIPANTS_CONFERENCED', payload: holdResultOf(call, beholder) });
  else if (fresh.hold !== now.hold || fresh.isMerged !== now.isMerged)
    news.push({ type: 'HOLD_TOGGLE', payload: holdResultOf(call, beholder) });
  if (fresh.recording !== now.recording && now.recording !== 'off') {
    const payload = recordingToggleResult({ isRecordingPaused: now.recording === 'paused' });
    news.push({ type: 'RECORDING_TOGGLE', payload });
  }
  if (fresh.size !== now.size)
    news.push({ type: 'CALL_UPDATED', payload: callResult({ call: sdkCallOf(call, beholder) }) });
  if (now.bargedInBy !== undefined && now.bargedInBy !== told?.bargedInBy) {
    const { callId, voiceCallId, from, to, supervision } = call;
    const payload = supervisedCallInfo({
      callId,
      ...(voiceCallId ? { voiceCallId } : {}),
      from,
      to,
      ...(supervision ? { supervisorName: supervision.agent.name } : {}),
      isBargedIn: true
    });
    news.push({ type: 'CALL_BARGED_IN', payload });
  }
  return news;
}

/** What the supervisor who listens in is told of the call. */
function supervisorNews(
  told: Told | undefined,
  now: Told,
  call: PhoneCall,
  beholder: Beholder
): readonly ConnectorEvent[] {
  const payload = superviseCallResult({ call: sdkCallOf(call, beholder) });
  return [
    ...(told === undefined && now.phase === 'ringing' ? [{ type: 'SUPERVISOR_CALL_STARTED', payload } as const] : []),
    ...(told?.phase !== 'connected' && now.phase === 'connected'
      ? [{ type: 'SUPERVISOR_CALL_CONNECTED', payload } as const]
      : []),
    ...(now.bargedInBy !== undefined && told?.bargedInBy === undefined
      ? [{ type: 'SUPERVISOR_BARGED_IN', payload } as const]
      : [])
  ];
}

/** Salesforce knows the work after a call by the VoiceCall's id alone. */
function afterWorkNews(told: Told | undefined, now: Told, { voiceCallId }: PhoneCall): readonly ConnectorEvent[] {
  if (told === undefined || voiceCallId === undefined || told.isWrappingUp === now.isWrappingUp) return [];
  const payload = afterWorkInfo({ workItemId: voiceCallId });
  return [{ type: now.isWrappingUp ? 'AFTER_CONVERSATION_WORK_STARTED' : 'AFTER_CONVERSATION_WORK_ENDED', payload }];
}
