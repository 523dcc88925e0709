import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { systemClock, type Clock } from './engine/clock';
import { type PhoneSettings } from './engine/org-state';
import { createPhoneOrg, type PhoneOrg } from './engine/phone-org';
import { Refusal } from './engine/shapes';
import { readFrame, serveAgent, type Answers } from './server/agent-connection';
import { controlOrg } from './server/control';
import { readFaults, type Faults } from './server/faults';
import { createReports, reportSignOut, type ReportTarget } from './server/reports';
import { readTicket } from './server/ticket';

export type PhoneOptions = {
  readonly ticketSecret: string;
  readonly port?: number;
  readonly reports?: ReportTarget;
  readonly tls?: { readonly keyFile: string; readonly certFile: string };
  readonly clock?: Clock;
  readonly settings?: Partial<PhoneSettings>;
};

/** `url` is where agents connect, `control` where people and tests do. */
export type RunningPhone = {
  readonly url: string;
  readonly control: string;
  readonly org: (orgId: string) => PhoneOrg;
  readonly stop: () => Promise<void>;
};

const helloMs = 5000;
const largestBody = 25_000_000;

/** Starts a phone system on 127.0.0.1. */
export async function servePhone(options: PhoneOptions): Promise<RunningPhone> {
  const { ticketSecret, reports, tls, clock = systemClock } = options;
  const orgs = new Map<string, PhoneOrg>();
  const answers = new Map<string, Answers>();
  const usedTickets = new Map<string, number>();
  const connections = new Map<WebSocket, string>();
  let faults: Faults = {};
  const report = createReports(reports, clock, () => faults.failReports === true);
  const orgOf = (orgId: string): PhoneOrg => {
    const known = orgs.get(orgId) ?? createPhoneOrg({ orgId, clock, report, settings: options.settings });
    orgs.set(orgId, known);
    return known;
  };
  const close = (code: number, reason: string, which: (key: string) => boolean): void => {
    for (const [socket, key] of connections) if (which(key)) socket.close(code, reason);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body } = await answerOf(request).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return { status: 400, body: { code: error.code, message: error.message } };
    });
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
  const answerOf = async (request: IncomingMessage): Promise<{ readonly status: number; readonly body: unknown }> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = await readBody(request);
    if (path === '/__local/faults' && request.method === 'PUT') {
      faults = readFaults(body);
      if (body.dropConnections === true) close(1012, 'Dropped on command', () => true);
      if (typeof body.answerAfterMs === 'number')
        for (const org of orgs.values()) org.settings.answerMs = body.answerAfterMs;
      return { status: 200, body: faults };
    }
    const [, orgId, rest = ''] = /^\/__local\/orgs\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    if (orgId === undefined) return { status: 404, body: { code: 'unknown-path', message: path } };
    const [, agentId] = /^\/agents\/([^/]+)\/sign-out$/.exec(rest) ?? [];
    if (agentId === undefined) return controlOrg(orgOf(orgId), { method: request.method ?? 'GET', path: rest, body });
    const name = decodeURIComponent(agentId);
    await reportSignOut(reports, orgId, name);
    close(4403, 'Signed out', (key) => key === `${orgId} ${name}`);
    return { status: 200, body: {} };
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  };
  const server = tls
    ? createHttpsServer({ key: readFileSync(tls.keyFile), cert: readFileSync(tls.certFile) }, listener)
    : createHttpServer(listener);
  const sockets = new WebSocketServer({ server, path: '/agents', maxPayload: 1_000_000 });
  sockets.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    const tooLate = setTimeout(() => socket.close(4401, 'No ticket came'), helloMs);
    socket.once('close', () => clearTimeout(tooLate));
    socket.once('message', (data) => {
      clearTimeout(tooLate);
      const frame = readFrame(data);
      const now = clock.now();
      const ticket = frame?.type === 'hello' ? readTicket(frame.ticket, ticketSecret, now) : undefined;
      for (const [id, expiresAt] of usedTickets) if (expiresAt < now) usedTickets.delete(id);
      if (!ticket || usedTickets.has(ticket.id)) return socket.close(4401, 'The ticket is wrong, over or used');
      usedTickets.set(ticket.id, ticket.expiresAt);
      const org = orgOf(ticket.orgId);
      if (!org.hasAgent(ticket.agentId))
        org.addAgent(ticket.agentId, { name: ticket.name ?? ticket.agentId, queues: ['Support'] });
      const key = `${ticket.orgId} ${ticket.agentId}`;
      connections.set(socket, key);
      socket.once('close', () => connections.delete(socket));
      const known = answers.get(key) ?? (new Map() as Answers);
      answers.set(key, known);
      serveAgent({ socket, ticket, org, faults: () => faults, answers: known, now: () => clock.now() });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  const secure = tls === undefined ? '' : 's';
  return {
    url: `ws${secure}://127.0.0.1:${port}/agents`,
    control: `http${secure}://127.0.0.1:${port}`,
    org: orgOf,
    stop: async () => {
      for (const org of orgs.values()) org.stop();
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Refusal('bad-request', 'The body is too large');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new Refusal('bad-request', 'The body is no JSON object');
}
