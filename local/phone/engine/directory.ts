import { type OrgState } from './org-state';
import { queuesOf } from './queues';
import { Refusal } from './shapes';

/** The phone book: people outside, whom Salesforce may not know. */
const book = [
  ['b1', 'Amal Haddad', '+442079460101'],
  ['b2', 'Beatriz Costa', '+442079460102'],
  ['b3', 'Chen Wei', '+442079460103'],
  ['b4', 'Dagny Lund', '+442079460104'],
  ['b5', 'Emeka Obi', '+442079460105'],
  ['b6', 'Freya Novak', '+442079460106'],
  ['b7', 'Giorgio Rossi', '+442079460107'],
  ['b8', 'Hana Suzuki', '+442079460108'],
  ['b9', 'No such number', '+442079460404'],
  ['b10', 'Always busy', '+442079460486']
].map(([id, name, number]) => ({ kind: 'contact' as const, id: id!, name: name!, number: number! }));

export type Contact = {
  readonly id: string;
  readonly kind: 'agent' | 'queue' | 'contact';
  readonly name: string;
  readonly number?: string;
  readonly extension?: string;
  readonly availability?: 'available' | 'busy' | 'offline';
  readonly queueWaitSeconds?: number;
};

export function contactOf(id: string): { readonly number: string } {
  const found = book.find((each) => each.id === id);
  if (!found) throw new Refusal('invalid-destination', `There is no contact ${id}`);
  return found;
}

/** Whom an agent can call or hand on to, by name or number, in the order agents, queues, phone book. */
export function contacts(
  state: OrgState,
  agentId: string,
  filter: Readonly<Record<string, unknown>>
): { readonly contacts: readonly Contact[]; readonly total: number } {
  const offset = countIn(filter.offset, 0, Number.MAX_SAFE_INTEGER);
  const limit = countIn(filter.limit, 50, 200);
  const kinds = Array.isArray(filter.kinds) ? (filter.kinds as readonly unknown[]) : ['agent', 'queue', 'contact'];
  const word = typeof filter.contains === 'string' ? filter.contains.trim().toLowerCase() : '';
  const found = [...agentsIn(state, agentId), ...queuesIn(state), ...book].filter(
    (contact: Contact) =>
      kinds.includes(contact.kind) &&
      (filter.onlyAvailable !== true || contact.kind !== 'agent' || contact.availability === 'available') &&
      [contact.name, contact.number ?? '', contact.extension ?? ''].some((text) => text.toLowerCase().includes(word))
  );
  return { contacts: found.slice(offset, offset + limit), total: found.length };
}

function agentsIn(state: OrgState, without: string): readonly Contact[] {
  return [...state.agents.values()]
    .filter(({ agent }) => agent.agentId !== without)
    .map(({ agent, presence }) => ({
      id: agent.agentId,
      kind: 'agent',
      name: agent.name,
      ...(agent.extension === undefined ? {} : { extension: agent.extension }),
      availability: presence.kind === 'break' ? 'busy' : presence.kind
    }));
}

function queuesIn(state: OrgState): readonly Contact[] {
  return queuesOf(state).map(({ id, name, longestWaitSeconds }) => ({
    id,
    kind: 'queue',
    name,
    queueWaitSeconds: longestWaitSeconds
  }));
}

function countIn(value: unknown, otherwise: number, most: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, most) : otherwise;
}
