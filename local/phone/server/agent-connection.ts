import { type RawData, type WebSocket } from 'ws';
import { type PhoneOrg } from '../engine/phone-org';
import { Refusal } from '../engine/shapes';
import { type Faults } from './faults';
import { type Ticket } from './ticket';

export type Answers = Map<string, { readonly at: number; readonly answer: Readonly<Record<string, unknown>> }>;

const rememberedMs = 60_000;
/** Agents take a longer silence for a dead line. */
const beatMs = 15_000;

/** Serves one connection of an agent, from after its ticket was read until it closes. */
export function serveAgent(options: {
  readonly socket: WebSocket;
  readonly ticket: Ticket;
  readonly org: PhoneOrg;
  readonly faults: () => Faults;
  /** What this agent's commands were answered, by id; shared by its connections. */
  readonly answers: Answers;
  readonly now: () => number;
}): void {
  const { socket, ticket, org, faults, answers, now } = options;
  const send = (frame: object): void => socket.send(JSON.stringify(frame));
  const stop = org.subscribe((agentId, event) => {
    if (agentId === ticket.agentId) send({ type: 'event', event });
  });
  const beat = setInterval(() => send({ type: 'beat' }), beatMs);
  beat.unref();
  socket.on('close', () => {
    stop();
    clearInterval(beat);
  });
  socket.on('message', (data) => {
    // What was sent before the other side heard that it was closed.
    if (socket.readyState !== socket.OPEN) return;
    const frame = readFrame(data);
    const { type, id, command, arguments: given = {} } = frame ?? {};
    if (type !== 'command' || typeof id !== 'string' || typeof given !== 'object' || given === null) {
      socket.close(4400, 'A frame that cannot be read');
      return;
    }
    for (const [key, { at }] of answers) if (now() - at > rememberedMs) answers.delete(key);
    const answer =
      answers.get(id)?.answer ?? run(org, ticket.agentId, faults(), command, given as Record<string, unknown>);
    answers.set(id, { at: now(), answer });
    if (!faults().loseAnswers) send({ type: 'answer', id, ...answer });
  });
  send({ type: 'snapshot', snapshot: org.snapshot(ticket.agentId) });
}

function run(
  org: PhoneOrg,
  agentId: string,
  { refuse }: Faults,
  command: unknown,
  given: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> {
  try {
    if (refuse && (refuse.command === command || refuse.command === '*'))
      throw new Refusal(refuse.code, 'Refused on command');
    return { ok: true, result: org.command(agentId, command, given) };
  } catch (error) {
    const [code, message] = error instanceof Refusal ? [error.code, error.message] : ['failed', String(error)];
    return { ok: false, error: { code, message } };
  }
}

export function readFrame(data: RawData): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse((data as Buffer).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
