import { type RawData, type WebSocket } from 'ws';
import { type PhoneOrg } from '../engine/phone-org';
import { Refusal } from '../engine/shapes';
import { type Faults } from './faults';
import { type Ticket } from './ticket';

type Answer = Readonly<Record<string, unknown>>;
/** A promise of an answer while others are asked: a command that comes again meanwhile waits for the same. */
export type Answers = Map<string, { readonly at: number; readonly answer: Answer | Promise<Answer> }>;

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
    const tell = (ready: Answer): void => {
      if (!faults().loseAnswers && socket.readyState === socket.OPEN) send({ type: 'answer', id, ...ready });
    };
    if (answer instanceof Promise) void answer.then(tell);
    else tell(answer);
  });
  send({ type: 'snapshot', snapshot: org.snapshot(ticket.agentId) });
}

function run(
  org: PhoneOrg,
  agentId: string,
  { refuse }: Faults,
  command: unknown,
  given: Readonly<Record<string, unknown>>
): Answer | Promise<Answer> {
  try {
    if (refuse && (refuse.command === command || refuse.command === '*'))
      throw new Refusal(refuse.code, 'Refused on command');
    const result = org.command(agentId, command, given);
    return result instanceof Promise ? result.then(done, refused) : done(result);
  } catch (error) {
    return refused(error);
  }
}

const done = (result: unknown): Answer => ({ ok: true, result });

function refused(error: unknown): Answer {
  const [code, message] = error instanceof Refusal ? [error.code, error.message] : ['failed', String(error)];
  return { ok: false, error: { code, message } };
}

export function readFrame(data: RawData): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse((data as Buffer).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
