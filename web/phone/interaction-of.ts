import { type Interaction, type InteractionState, type Outcome } from '../../core/interaction/interaction';
import { type PhoneCall } from './phone';
import { isSupervisedBy } from './supervision';

const states: Readonly<Record<PhoneCall['state'], InteractionState>> = {
  ringing: 'ringing',
  dialing: 'ringing',
  connected: 'active',
  'wrap-up': 'wrap-up',
  ended: 'done'
};
const directions: Readonly<Record<PhoneCall['direction'], Interaction['direction']>> = {
  inbound: 'inbound',
  transfer: 'inbound',
  outbound: 'outbound',
  callback: 'outbound',
  internal: 'internal',
  consult: 'internal'
};

/**
 * A call as the package's components know it, or undefined when the rep only listens in on it and has nothing to log.
 * `now` (milliseconds since 1970) counts the talk of a call that goes on.
 */
export function interactionOf(call: PhoneCall, agentId: string, now: number): Interaction | undefined {
  if (isSupervisedBy(call, agentId)) return undefined;
  const outcome = outcomeOf(call);
  const until = call.endedAt === undefined ? now : Date.parse(call.endedAt);
  const answered = call.answeredAt === undefined ? until : Date.parse(call.answeredAt);
  return {
    callKey: callKeyOf(call.callId, agentId),
    interactionKey: call.interactionKey,
    channel: call.channel,
    direction: directions[call.direction],
    state: isHeld(call) ? 'held' : states[call.state],
    ...(call.queue ? { queue: call.queue } : {}),
    ...(call.from ? { from: call.from } : {}),
    ...(call.to ? { to: call.to } : {}),
    vendorCallId: call.callId,
    startedAt: call.startedAt,
    ...(call.answeredAt === undefined ? {} : { answeredAt: call.answeredAt }),
    ...(call.endedAt === undefined ? {} : { endedAt: call.endedAt }),
    talkSeconds: Math.max(0, Math.round((until - answered) / 1000 - call.holdSeconds)),
    holdSeconds: Math.round(call.holdSeconds),
    ...(outcome === undefined ? {} : { outcome }),
    ...(call.recordingUrl === undefined ? {} : { recordingUrl: call.recordingUrl }),
    ...(call.text === undefined ? {} : { text: call.text }),
    attributes: call.attributes
  };
}

/** One key for each leg and rep: some phone systems keep a call's id when they hand it on, and both reps log their part. */
export const callKeyOf = (callId: string, agentId: string): string => `${callId}/${agentId}`;

/** The call behind a key that {@link callKeyOf} made for this rep; undefined when it is not the rep's. */
export function callIdOf(callKey: string, agentId: string): string | undefined {
  const end = `/${agentId}`;
  return callKey.endsWith(end) ? callKey.slice(0, -end.length) : undefined;
}

/** Held is who the rep began with: during a consultation the customer waits, whoever talks. */
function isHeld({ state, legs }: PhoneCall): boolean {
  const other = legs.find(({ role }) => role === 'customer') ?? legs.find(({ role }) => role === 'third-party');
  return state === 'connected' && other?.state === 'held';
}

function outcomeOf({ channel, direction, endedAt, answeredAt, outcome }: PhoneCall): Outcome | undefined {
  if (endedAt === undefined) return undefined;
  if (channel === 'voicemail') return outcome === 'failed' ? 'failed' : 'voicemail';
  // Only these two can be true of what was answered.
  if (answeredAt !== undefined) return outcome === 'voicemail' || outcome === 'failed' ? outcome : 'answered';
  if (outcome !== undefined && outcome !== 'answered') return outcome;
  return direction === 'outbound' || direction === 'callback' ? 'failed' : 'missed';
}
