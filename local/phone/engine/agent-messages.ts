import { type KeptMessage } from './kept-message';
import { agentOf, clearTimer, setTimer, tell, type OrgState } from './org-state';
import { Refusal, type Addressee, type AgentMessage, type SentMessage } from './shapes';

/** UTF-16 units. */
const longestText = 500;
const longestId = 100;
const mostMessages = 100;
/** A week. */
const longestSeconds = 604_800;

/** A supervisor writes to everybody, to a queue's agents or to one agent. */
export function sendMessage(state: OrgState, agentId: string, given: Readonly<Record<string, unknown>>): SentMessage {
  mustSupervise(state, agentId);
  const { text, requestId, forSeconds, isImportant } = given;
  const said = typeof text === 'string' ? text.trim() : '';
  if (said === '' || said.length > longestText)
    throw new Refusal('invalid-message', `A message has 1 to ${longestText} characters, not ${said.length}`);
  if (typeof requestId !== 'string' || requestId === '' || requestId.length > longestId)
    throw new Refusal('bad-request', 'A message needs a requestId');
  if (forSeconds !== undefined && !isDuration(forSeconds))
    throw new Refusal('invalid-message', `A message lasts 1 to ${longestSeconds} seconds, not ${String(forSeconds)}`);
  const before = [...state.messages.values()].find((each) => each.authorId === agentId && each.requestId === requestId);
  if (before) return sentMessage(state, before);
  const to = addresseeOf(state, given.to);
  if (addressed(state, { to, authorId: agentId }).length === 0)
    throw new Refusal('invalid-destination', 'There is nobody whom this message would reach');
  makeRoom(state);
  const sentAt = state.clock.now();
  const kept: KeptMessage = {
    ...{ messageId: state.nextId('message'), authorId: agentId, requestId, text: said, to, sentAt },
    ...(forSeconds === undefined ? {} : { until: sentAt + forSeconds * 1000 }),
    ...{ isImportant: isImportant === true, readAt: new Map() }
  };
  state.messages.set(kept.messageId, kept);
  if (forSeconds !== undefined)
    setTimer(state, timerOf(kept.messageId), forSeconds * 1000, () => remove(state, kept.messageId));
  tellMessages(state);
  return sentMessage(state, kept);
}

/** Takes a message away from everybody; it may be another supervisor's. */
export function withdrawMessage(state: OrgState, agentId: string, messageId: unknown): Readonly<Record<string, never>> {
  mustSupervise(state, agentId);
  remove(state, messageOf(state, messageId).messageId);
  return {};
}

/** The agent has read it; the second time changes nothing. */
export function markMessageRead(state: OrgState, agentId: string, messageId: unknown): Readonly<Record<string, never>> {
  const message = messageOf(state, messageId);
  if (!addressed(state, message).includes(agentId))
    throw new Refusal('unknown-message', `${agentId} has no message ${message.messageId}`);
  if (message.readAt.has(agentId)) return {};
  const readAt = new Map([...message.readAt, [agentId, state.clock.now()] as const]);
  state.messages.set(message.messageId, { ...message, readAt });
  tellMessages(state);
  return {};
}

/** What the agent has not read yet, the oldest first. */
export function messagesFor(state: OrgState, agentId: string): readonly AgentMessage[] {
  return [...state.messages.values()]
    .filter((message) => addressed(state, message).includes(agentId) && !message.readAt.has(agentId))
    .map((message) => ({ ...shown(message), from: nameOf(state, message.authorId) }));
}

/** What supervisors are told of all messages; nobody else is. */
export function sentMessages(state: OrgState, agentId: string): readonly SentMessage[] | undefined {
  if (state.agents.get(agentId)?.isSupervisor !== true) return undefined;
  return [...state.messages.values()].map((message) => sentMessage(state, message));
}

/** Tells every agent what there is to read, and supervisors who has. */
export function tellMessages(state: OrgState): void {
  for (const agentId of state.agents.keys()) {
    tell(state, agentId, { type: 'messages', messages: messagesFor(state, agentId) });
    const sent = sentMessages(state, agentId);
    if (sent) tell(state, agentId, { type: 'sent-messages', sentMessages: sent });
  }
}

/** Takes all of them away from everybody. */
export function forgetMessages(state: OrgState): void {
  for (const messageId of [...state.messages.keys()]) forget(state, messageId);
  tellMessages(state);
}

function sentMessage(state: OrgState, message: KeptMessage): SentMessage {
  const readers = new Set([...message.readAt.keys(), ...addressed(state, message)]);
  return {
    ...{ ...shown(message), from: nameOf(state, message.authorId), requestId: message.requestId, to: message.to },
    readers: [...readers].map((agentId) => {
      const at = message.readAt.get(agentId);
      return { name: nameOf(state, agentId), ...(at === undefined ? {} : { readAt: iso(at) }) };
    })
  };
}

const shown = ({ messageId, text, isImportant, sentAt, until }: KeptMessage): Omit<AgentMessage, 'from'> => ({
  ...{ messageId, text, isImportant, sentAt: iso(sentAt) },
  ...(until === undefined ? {} : { until: iso(until) })
});

/** Everybody whom it is for; never its author. */
function addressed(state: OrgState, { to, authorId }: Pick<KeptMessage, 'to' | 'authorId'>): readonly string[] {
  return [...state.agents.values()]
    .filter(({ agent, queues }) => {
      if (agent.agentId === authorId) return false;
      if (to.kind === 'everybody') return true;
      return to.kind === 'queue' ? queues.includes(to.id) : agent.agentId === to.id;
    })
    .map(({ agent }) => agent.agentId);
}

function addresseeOf(state: OrgState, value: unknown): Addressee {
  const { kind, id } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (kind === 'everybody') return { kind };
  if (kind === 'agent' && typeof id === 'string') return { kind, id, name: agentOf(state, id).agent.name };
  if (kind === 'queue' && typeof id === 'string') return { kind, id, name: id };
  throw new Refusal('bad-request', 'A message is to everybody, a queue or an agent');
}

/** What all have read makes way, the oldest first; what somebody has yet to read does not. */
function makeRoom(state: OrgState): void {
  if (state.messages.size < mostMessages) return;
  const done = [...state.messages.values()].find((message) =>
    addressed(state, message).every((agentId) => message.readAt.has(agentId))
  );
  if (!done) throw new Refusal('too-many-messages', `There are ${mostMessages} messages that somebody has yet to read`);
  forget(state, done.messageId);
}

function remove(state: OrgState, messageId: string): void {
  forget(state, messageId);
  tellMessages(state);
}

function forget(state: OrgState, messageId: string): void {
  clearTimer(state, timerOf(messageId));
  state.messages.delete(messageId);
}

function messageOf(state: OrgState, messageId: unknown): KeptMessage {
  const found = typeof messageId === 'string' ? state.messages.get(messageId) : undefined;
  if (!found) throw new Refusal('unknown-message', `There is no message ${String(messageId)}`);
  return found;
}

function mustSupervise(state: OrgState, agentId: string): void {
  if (!agentOf(state, agentId).isSupervisor) throw new Refusal('not-supported', `${agentId} is no supervisor`);
}

const isDuration = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= longestSeconds;
const nameOf = (state: OrgState, agentId: string): string => state.agents.get(agentId)?.agent.name ?? agentId;
const timerOf = (messageId: string): string => `message ${messageId}`;
const iso = (at: number): string => new Date(at).toISOString();
