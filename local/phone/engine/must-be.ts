import { type KeptCall, type OrgState, callsOf } from './org-state';
import { Refusal } from './shapes';

/** Refuses what cannot be done with a call as it is now. */
export function mustBe(call: KeptCall, ...states: readonly KeptCall['state'][]): void {
  if (!states.includes(call.state)) throw new Refusal('wrong-state', `${call.callId} is ${call.state}`);
}

/** An agent has one mouth: one phone call at a time, while chats may go on beside it. */
export function mustBeFree(state: OrgState, agentId: string): void {
  const isTalking = callsOf(state, agentId).some(
    (call) => call.channel === 'phone' && (call.state === 'dialing' || call.state === 'connected')
  );
  if (isTalking) throw new Refusal('busy', `${agentId} is on a call already`);
}

/** Refuses what an agent cannot do who only listens. */
export function mustNotListen(call: KeptCall): void {
  if (isListeningIn(call)) throw new Refusal('wrong-state', `${call.callId} is only listened to`);
}

/** Whether the call is a supervisor's own, who listens; a call that is listened to has a supervision too. */
export function isListeningIn(call: KeptCall): boolean {
  return call.supervision?.agent.agentId === call.agentId;
}
