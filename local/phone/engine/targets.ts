import { contactOf } from './directory';
import { agentOf, type OrgState } from './org-state';
import { nextAgent } from './queues';
import { Refusal } from './shapes';

/** Where a call goes: a number outside, an agent, or whoever of a queue is free. */
export type Resolved = { readonly number: string; readonly peerAgent?: string; readonly queue?: string };

/** What the last four digits of a number mean here. */
const behaviours: Readonly<Record<string, 'unknown' | 'busy' | 'silent'>> = {
  '0404': 'unknown',
  '0486': 'busy',
  '0480': 'silent'
};

export function behaviourOf(number: string): 'unknown' | 'busy' | 'silent' | 'answers' {
  return behaviours[number.replaceAll(/\D/g, '').slice(-4)] ?? 'answers';
}

/** What is behind the target, seen from this agent; refuses what cannot be called. */
export function resolve(state: OrgState, target: unknown, caller: string): Resolved {
  const { kind, id, number } = (target ?? {}) as Partial<Record<string, unknown>>;
  if (kind === 'number' && typeof number === 'string') return numberTarget(state, number, caller);
  if (kind === 'agent' && typeof id === 'string') return agentTarget(state, id, caller);
  if (kind === 'queue' && typeof id === 'string') {
    if (![...state.agents.values()].some(({ queues }) => queues.includes(id)))
      throw new Refusal('invalid-destination', `There is no queue ${id}`);
    const free = nextAgent(state, id, [caller]);
    return { number: id, queue: id, ...(free === undefined ? {} : { peerAgent: free }) };
  }
  if (kind === 'contact' && typeof id === 'string') return numberTarget(state, contactOf(id).number, caller);
  if (kind === 'flow') throw new Refusal('invalid-destination', 'A flow takes calls, and nobody can call it');
  throw new Refusal('bad-request', 'A target is a number, an agent, a queue or a contact');
}

/** The same for somebody to talk to now: of a queue, an agent who is free. */
export function resolveToTalk(state: OrgState, target: unknown, caller: string): Resolved {
  const found = resolve(state, target, caller);
  if (found.queue !== undefined && found.peerAgent === undefined)
    throw new Refusal('invalid-destination', `Nobody of ${found.queue} is available`);
  return found;
}

function agentTarget(state: OrgState, id: string, caller: string): Resolved {
  const known = agentOf(state, id);
  if (id === caller) throw new Refusal('invalid-destination', 'That is the agent who calls');
  if (known.presence.kind === 'offline') throw new Refusal('invalid-destination', `${id} is offline`);
  return { number: known.agent.extension ?? id, peerAgent: id };
}

function numberTarget(state: OrgState, number: string, caller: string): Resolved {
  const extension = [...state.agents.values()].find(({ agent }) => agent.extension === number.trim());
  if (extension) return agentTarget(state, extension.agent.agentId, caller);
  const digits = number.replaceAll(/[^\d]/g, '');
  if (digits.length < 2 || digits.length > 18 || !/^[+\d ().*#-]+$/.test(number))
    throw new Refusal('invalid-destination', `${number} is no phone number`);
  if (behaviourOf(number) === 'unknown') throw new Refusal('invalid-destination', `${number} does not exist`);
  return { number };
}
