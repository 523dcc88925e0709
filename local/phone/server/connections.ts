import { type RawData, type WebSocket } from 'ws';
import { type Clock } from '../engine/clock';
import { type PhoneOrg } from '../engine/phone-org';
import { readFrame, serveAgent, type Answers } from './agent-connection';
import { type Faults } from './faults';
import { readTicket } from './ticket';

export type Connections = {
  readonly accept: (socket: WebSocket) => void;
  readonly closeAll: (code: number, reason: string) => void;
  readonly closeAgent: (orgId: string, agentId: string, code: number, reason: string) => void;
};

const helloMs = 5000;

/** The connections of agents: each shows a ticket first, and a ticket works once. */
export function createConnections(options: {
  readonly ticketSecret: string;
  /** Known when the server listens. */
  readonly audience: () => string;
  readonly clock: Clock;
  readonly faults: () => Faults;
  readonly orgOf: (orgId: string) => PhoneOrg;
}): Connections {
  const { ticketSecret, audience, clock, faults, orgOf } = options;
  const answers = new Map<string, Answers>();
  const usedTickets = new Map<string, number>();
  const connections = new Map<WebSocket, string>();

  const greet = (socket: WebSocket, data: RawData): void => {
    const frame = readFrame(data);
    if (frame?.type !== 'hello') return socket.close(4400, 'The first frame is no hello');
    const now = clock.now();
    const ticket = readTicket(frame.ticket, { secret: ticketSecret, audience: audience(), now });
    for (const [id, expiresAt] of usedTickets) if (expiresAt < now) usedTickets.delete(id);
    if (!ticket || usedTickets.has(ticket.id)) return socket.close(4401, 'The ticket is wrong, over or used');
    usedTickets.set(ticket.id, ticket.expiresAt);
    const { agentId, orgId, name = agentId } = ticket;
    const org = orgOf(orgId);
    if (!org.hasAgent(agentId)) org.addAgent(agentId, { name, queues: ['Support'] });
    const key = keyOf(orgId, agentId);
    connections.set(socket, key);
    socket.once('close', () => connections.delete(socket));
    const known = answers.get(key) ?? (new Map() as Answers);
    answers.set(key, known);
    serveAgent({ socket, ticket, org, faults, answers: known, now: () => clock.now() });
  };
  const close = (code: number, reason: string, which: (key: string) => boolean): void => {
    for (const [socket, key] of connections) if (which(key)) socket.close(code, reason);
  };
  return {
    accept: (socket) => {
      socket.on('error', () => socket.terminate());
      const tooLate = setTimeout(() => socket.close(4401, 'No ticket came'), helloMs);
      socket.once('close', () => clearTimeout(tooLate));
      socket.once('message', (data) => {
        clearTimeout(tooLate);
        greet(socket, data);
      });
    },
    closeAll: (code, reason) => close(code, reason, () => true),
    closeAgent: (orgId, agentId, code, reason) => close(code, reason, (key) => key === keyOf(orgId, agentId))
  };
}

const keyOf = (orgId: string, agentId: string): string => JSON.stringify([orgId, agentId]);
