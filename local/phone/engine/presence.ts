import { agentOf, callsOf, presences, tell, type KnownAgent, type OrgState } from './org-state';
import { othersThan } from './others';
import { queuesOf } from './queues';
import { Refusal, type Presence } from './shapes';

/** Sets what the agent chose, at once or when the last call is over. */
export function choosePresence(state: OrgState, agentId: string, presenceId: unknown, when: unknown): void {
  const presence = presences.find(({ id }) => id === presenceId);
  if (!presence) throw new Refusal('invalid-presence', `There is no presence ${String(presenceId)}`);
  const known = agentOf(state, agentId);
  if (when === 'after-call' && isOccupied(state, agentId)) {
    state.agents.set(agentId, { ...known, pending: presence });
    return;
  }
  if (presence.kind === 'available' && isOccupied(state, agentId)) {
    // Nobody is available during a call; they will be when it is over.
    const busy = presences.find(({ id }) => id === 'busy')!;
    return changePresence(state, { ...known, pending: presence }, busy, 'phone-system');
  }
  changePresence(state, { ...known, pending: undefined }, presence, 'rep');
}

export function changePresence(
  state: OrgState,
  known: KnownAgent,
  presence: Presence,
  by: 'rep' | 'phone-system'
): void {
  state.agents.set(known.agent.agentId, { ...known, presence, since: state.clock.now() });
  tell(state, known.agent.agentId, { type: 'presence', presence, by });
  tellEveryone(state);
}

/** A call makes its agent busy; after the last one the agent is what was chosen meanwhile, or as before. */
export function followCalls(state: OrgState, agentId: string): void {
  const known = state.agents.get(agentId);
  if (!known) return;
  const busy = presences.find(({ id }) => id === 'busy')!;
  if (isOccupied(state, agentId)) {
    if (known.presence.kind === 'available')
      changePresence(state, { ...known, pending: known.pending ?? known.presence }, busy, 'phone-system');
    return;
  }
  if (known.presence.id === busy.id || known.pending)
    changePresence(state, { ...known, pending: undefined }, known.pending ?? presences[0]!, 'phone-system');
}

/** Ringing does not make busy: the agent may decline. */
export function isOccupied(state: OrgState, agentId: string): boolean {
  return callsOf(state, agentId).some(({ state: now }) => now !== 'ringing');
}

export function tellEveryone(state: OrgState): void {
  const queues = queuesOf(state);
  for (const agentId of state.agents.keys()) {
    tell(state, agentId, { type: 'others', others: othersThan(state, agentId) });
    tell(state, agentId, { type: 'queues', queues });
  }
}
