import { isListeningIn } from './must-be';
import { callsOf, tell, type OrgState } from './org-state';
import { customerOf } from './make-call';
import { type AgentPresence, type CallChange, type WatchedCall } from './shapes';

/** What an agent is told of all others; only a supervisor is told of their calls. */
export function othersThan(state: OrgState, agentId: string): readonly AgentPresence[] {
  const isSupervisor = state.agents.get(agentId)?.isSupervisor === true;
  return [...state.agents.values()]
    .filter(({ agent }) => agent.agentId !== agentId)
    .map(({ agent, presence, since }) => {
      const call = isSupervisor ? watchedCall(state, agent.agentId, agentId) : undefined;
      return { agent, presence, since: new Date(since).toISOString(), ...(call ? { call } : {}) };
    });
}

// A hold, a mute or a digit changes nothing that a supervisor is shown.
const unseen: readonly CallChange[] = ['offered', 'dialing', 'muted', 'held', 'recording'];

/** A call changed: whoever may listen to it is told what the agents are doing now. */
export function tellSupervisors(state: OrgState, change: CallChange): void {
  if (unseen.includes(change)) return;
  for (const [agentId, { isSupervisor }] of state.agents)
    if (isSupervisor) tell(state, agentId, { type: 'others', others: othersThan(state, agentId) });
}

/** The conversation that a supervisor can listen to: a talk before a chat. */
function watchedCall(state: OrgState, agentId: string, supervisorId: string): WatchedCall | undefined {
  const talks = callsOf(state, agentId).filter((call) => call.state === 'connected' && !isListeningIn(call));
  const call = talks.find(({ channel }) => channel === 'phone') ?? talks[0];
  if (call === undefined) return undefined;
  const own = callsOf(state, supervisorId).find((each) => isListeningIn(each) && each.parentCallId === call.callId);
  const number = customerOf(call)?.number ?? (call.direction === 'outbound' ? call.to : call.from);
  const supervision = own?.supervision?.state;
  return {
    callId: call.callId,
    number,
    since: call.answeredAt ?? call.startedAt,
    ...(supervision === 'listening' || supervision === 'barged-in' ? { supervision } : {})
  };
}
