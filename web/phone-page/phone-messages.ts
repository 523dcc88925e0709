import { type FromPhone } from '../../core/phone-message/phone-message';
import {
  type AgentCall,
  type PhoneFailure,
  type Presence,
  type QueueStatus,
  type Session,
  type SupervisorAction
} from '../../core/phone-message/session';
import { type AgentPresence, type PhoneAbilities, type PhoneError, type PhonePresence } from '../phone/phone';
import { type PhoneQueue } from '../phone/queue';
import { type WatchedCall } from '../phone/watched-call';
import { type SessionState } from './session-state';

/** UTF-16 units that the components read. */
const longestNotice = 10_000;

const failureKinds: Partial<Record<PhoneError['code'], PhoneFailure['kind']>> = {
  'microphone-blocked': 'microphone-blocked',
  'not-connected': 'offline',
  'not-authorised': 'server',
  'timed-out': 'server',
  failed: 'server'
};

/** Where the login stands, for the component that shows it. `endsAt` is in the rep's own clock. */
export function sessionMessage(
  state: SessionState,
  isWarned: boolean,
  endsAt: string | undefined,
  bridge?: Session['bridge']
): FromPhone {
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
        ...(session && endsAt ? { expiresAt: endsAt } : {}),
        ...(bridge ? { bridge } : {})
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
  at: string,
  abilities?: PhoneAbilities
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
      others: others.map((other) => {
        const shown = made(other.agent.name, other.presence, other.since);
        return other.call ? { ...shown, call: agentCallOf(other.call, abilities) } : shown;
      }),
      at
    }
  };
}

/** Another agent's call, with what this phone system lets a supervisor do with it. */
function agentCallOf(call: WatchedCall, abilities: PhoneAbilities | undefined): AgentCall {
  const actions: readonly SupervisorAction[] = [
    ...(abilities?.listenIn ? (['listen'] as const) : []),
    ...(abilities?.bargeIn ? (['barge-in'] as const) : []),
    ...(call.supervision ? (['stop'] as const) : [])
  ];
  return { ...call, actions };
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

/** A word for the rep from the phone system; the components show it and keep it by its id. */
export function noticeMessage(text: string, noticeId: string, at: string): FromPhone {
  return { type: 'notice', body: { notice: { noticeId, text: text.slice(0, longestNotice), at } } };
}
