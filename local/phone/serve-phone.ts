import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { systemClock, type Clock } from './engine/clock';
import { type PhoneSettings } from './engine/org-state';
import { createPhoneOrg, type PhoneOrg } from './engine/phone-org';
import { Refusal } from './engine/shapes';
import { createConnections } from './server/connections';
import { createFlows } from './server/flows';
import { controlOrg, type ControlAnswer } from './server/control';
import { readFaults, type Faults } from './server/faults';
import { mayConnect } from './server/may-connect';
import { readBody } from './server/read-body';
import { createReports, type ReportTarget } from './server/reports';
import { placeOf, underKeys } from './server/salesforce';

export type PhoneOptions = {
  readonly ticketSecret: string;
  /** What tickets must name as their audience: the address of agents as the session service knows it; else `url`. */
  readonly audience?: string;
  /** Origins of pages that may connect; pages of other origins may not. Programs, which send no origin, may. */
  readonly origins?: readonly string[];
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

/** Starts a phone system on 127.0.0.1. */
export async function servePhone(options: PhoneOptions): Promise<RunningPhone> {
  const { ticketSecret, tls, clock = systemClock } = options;
  const orgs = new Map<string, PhoneOrg>();
  let { settings } = options;
  let faults: Faults = {};
  const reports = createReports(options.reports, clock, () => faults.failReports === true);
  const flows = options.reports && createFlows(reports.request);
  const orgOf = (orgId: string): PhoneOrg => {
    const known =
      orgs.get(orgId) ??
      createPhoneOrg({ orgId, clock, report: reports.report, settings, ...(flows === undefined ? {} : { flows }) });
    orgs.set(orgId, known);
    return known;
  };
  let { audience = '' } = options;
  const connections = createConnections({
    ticketSecret,
    audience: () => audience,
    clock,
    faults: () => faults,
    orgOf
  });

  const setFaults = (body: Readonly<Record<string, unknown>>): ControlAnswer => {
    faults = readFaults(body);
    if (body.dropConnections === true) connections.closeAll(1012, 'Dropped on command');
    const answerMs = body.answerAfterMs;
    if (typeof answerMs === 'number') {
      settings = { ...settings, answerMs };
      for (const org of orgs.values()) org.settings.answerMs = answerMs;
    }
    return { status: 200, body: faults };
  };
  const signOut = async (orgId: string, agentId: string): Promise<ControlAnswer> => {
    const org = orgOf(orgId);
    connections.closeAgent(orgId, agentId, 4403, 'Signed out');
    // Nobody rings a phone that nobody can answer.
    if (org.hasAgent(agentId)) org.setPresence(agentId, 'offline');
    try {
      await reports.signOut(orgId, agentId);
      return { status: 200, body: {} };
    } catch (error) {
      return { status: 502, body: { code: 'failed', message: `Signed out here only: ${String(error)}` } };
    }
  };
  const answerOf = async (request: IncomingMessage): Promise<ControlAnswer> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const method = request.method ?? 'GET';
    const body = await readBody(request);
    if (path === '/__local/faults' && method === 'PUT') return setFaults(body);
    const [, orgId, rest = ''] = /^\/__local\/orgs\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    if (orgId === undefined) return { status: 404, body: { code: 'unknown-path', message: path } };
    const [, agentId] = /^\/agents\/([^/]+)\/sign-out$/.exec(rest) ?? [];
    if (agentId !== undefined && method === 'POST') return signOut(orgId, decodeURIComponent(agentId));
    const [, callId, what] = /^\/calls\/([^/]+)\/salesforce\/([a-z-]+)$/.exec(rest) ?? [];
    if (callId !== undefined && what !== undefined && method === 'POST')
      return reports.request(orgId, placeOf(orgOf(orgId), decodeURIComponent(callId), what), body);
    if (rest === '/salesforce/messages' && method === 'POST')
      return reports.request(orgId, 'messages', underKeys(orgOf(orgId), body));
    return controlOrg(orgOf(orgId), { method, path: rest, body });
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body } = await answerOf(request).catch((error: unknown): ControlAnswer => {
      if (error instanceof Refusal) return { status: 400, body: { code: error.code, message: error.message } };
      if (error instanceof URIError) return { status: 400, body: { code: 'bad-request', message: error.message } };
      return { status: 500, body: { code: 'failed', message: String(error) } };
    });
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => void handle(request, response);
  const server = tls
    ? createHttpsServer({ key: readFileSync(tls.keyFile), cert: readFileSync(tls.certFile) }, listener)
    : createHttpServer(listener);
  const sockets = new WebSocketServer({
    server,
    path: '/agents',
    maxPayload: 1_000_000,
    // A refusal is 403 before the handshake: no frame is read from a page that has no business here (RFC 6455, section 10.2).
    verifyClient: ({ origin }: { readonly origin?: string }, decide: (isTaken: boolean, code?: number) => void) =>
      decide(mayConnect(origin, options.origins), 403)
  });
  sockets.on('connection', connections.accept);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  const secure = tls === undefined ? '' : 's';
  const url = `ws${secure}://127.0.0.1:${port}/agents`;
  audience = options.audience ?? url;
  return {
    url,
    control: `http${secure}://127.0.0.1:${port}`,
    org: orgOf,
    stop: async () => {
      reports.stop();
      for (const org of orgs.values()) org.stop();
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}
