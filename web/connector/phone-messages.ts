import { type Interaction, type InteractionState } from '../../core/interaction/interaction';
import { type FromPhone } from '../../core/phone-message/phone-message';
import { type PhoneFailure, type Presence, type QueueStatus, type Session } from '../../core/phone-message/session';
import {
  type AgentPresence,
  type PhoneCall,
  type PhoneError,
  type PhonePresence,
  type PhoneQueue
} from '../phone/phone';
import { customerLeg } from './sdk-call';
import { type SessionState } from './session-state';

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
const failureKinds: Partial<Record<PhoneError['code'], PhoneFailure['kind']>> = {
  'microphone-blocked': 'microphone-blocked',
  'not-connected': 'offline',
  'not-authorised': 'server',
  'timed-out': 'server',
  failed: 'server'
};

/** The call as the package's components know it. `now` is for the talk of a call that still goes on. */
export function interactionOf(call: PhoneCall, now: number): Interaction {
  const end = call.endedAt ? Date.parse(call.endedAt) : now;
  const talk = call.answeredAt ? (end - Date.parse(call.answeredAt)) / 1000 - call.holdSeconds : 0;
  const isHeld = call.state === 'connected' && customerLeg(call)?.state === 'held';
  return {
    callKey: call.callId,
    interactionKey: call.interactionKey,
    channel: call.channel,
    direction: directions[call.direction],
    state: isHeld ? 'held' : states[call.state],
    ...(call.queue ? { queue: call.queue } : {}),
    ...(call.from ? { from: call.from } : {}),
    ...(call.to ? { to: call.to } : {}),
    vendorCallId: call.callId,
    startedAt: call.startedAt,
    ...(call.answeredAt ? { answeredAt: call.answeredAt } : {}),
    ...(call.endedAt ? { endedAt: call.endedAt } : {}),
    talkSeconds: Math.max(0, Math.round(talk)),
    holdSeconds: Math.max(0, Math.round(call.holdSeconds)),
    ...(call.outcome ? { outcome: call.outcome } : {}),
    ...(call.recordingUrl ? { recordingUrl: call.recordingUrl } : {}),
    ...(call.text === undefined ? {} : { text: call.text }),
    attributes: call.attributes
  };
}

/** Where the login stands, for the component that shows it. `endsAt` is in the rep's own clock. */
export function sessionMessage(state: SessionState, isWarned: boolean, endsAt: string | undefined): FromPhone {
  const session = 'session' in state ? state.session : undefined;
  const words: Readonly<Record<SessionState['name'], Session['state']>> = {
    looking: 'signing-in',
    'signed-out': 'signed-out',
    ended: 'signed-out',
    unreachable: 'reconnecting',
    'signed-in': isWarned ? 'expiring' : 'signed-in'
  };
  return {
    type: 'session',
    body: {
      session: {
        state: words[state.name],
        ...(session ? { userName: session.userName, agentName: session.agentName, connectedAt: session.issuedAt } : {}),
        ...(session && endsAt ? { expiresAt: endsAt } : {})
      }
    }
  };
}

/** What every agent is doing. */
export function presenceMessage(
  mine: PhonePresence,
  agentName: string,
  since: string,
  others: readonly AgentPresence[],
  at: string
): FromPhone {
  const made = (name: string, presence: PhonePresence, from: string): Presence => ({
    agentName: name,
    status: presence.kind,
    statusName: presence.name,
    since: from
  });
  return {
    type: 'presence',
    body: {
      mine: made(agentName, mine, since),
      others: others.map((other) => made(other.agent.name, other.presence, other.since)),
      at
    }
  };
}

/** How the queues are. */
export function queuesMessage(queues: readonly PhoneQueue[], at: string): FromPhone {
  const made = queues.map(({ id: _, ...queue }): QueueStatus => queue);
  return { type: 'queues', body: { queues: made, at } };
}

/** Why the phone does not work. */
export function failureMessage(error: PhoneError): FromPhone | undefined {
  const kind = failureKinds[error.code];
  return kind && { type: 'failure', body: { failure: { kind, detail: error.message } } };
}
