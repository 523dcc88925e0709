import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeKeyPair } from '../../web/voice-calls/keys/key-pair';

export type FakeKey = {
  readonly keyId: string;
  readonly certificate: string;
  readonly createdAt: string;
  state: 'pending' | 'active' | 'retired';
  activatedAt?: string;
};

export type FakeSessionService = {
  readonly url: string;
  readonly token: string;
  /** Of the one org that is served; empty for a service that was just set up. */
  readonly keys: FakeKey[];
  /** `POST /admin/…/keys`, in order. */
  readonly requests: string[];
  /** What a test wants to go wrong, by method and the end of the path; each once. */
  readonly faults: Map<string, Fault>;
  /** Who may frame the pages, and what else the test says of them. */
  readonly pages: { headers: Record<string, string>; status: number; body: string };
  close(): Promise<void>;
};

/** `lost`: it is done and the connection breaks. `down`: the connection breaks and nothing is done. */
export type Fault = 'lost' | 'down' | number;

/** The admin's endpoints of the session service and its pages, written from its contract: plain HTTP, everything in memory. */
export async function startSessionService(orgId: string, endsAfterDays = 730): Promise<FakeSessionService> {
  const token = 'admin-token-of-the-test';
  const keys: FakeKey[] = [];
  let made = 0;
  const requests: string[] = [];
  const faults = new Map<string, Fault>();
  const pages = { headers: {} as Record<string, string>, status: 200, body: `<html data-org="${orgId}"></html>` };
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    requests.push(`${request.method ?? ''} ${path}`);
    if (!path.startsWith('/admin/')) return void response.writeHead(pages.status, pages.headers).end(pages.body);
    const name = [...faults.keys()].find((one) => `${request.method ?? ''} ${path}`.endsWith(one));
    const fault = name === undefined ? undefined : faults.get(name);
    if (name !== undefined) faults.delete(name);
    if (fault === 'down') return void response.destroy();
    const { status, body } =
      typeof fault === 'number' ? { status: fault, body: { code: 'BUSY' } } : await handle(request, path);
    if (fault === 'lost') return void response.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  async function handle(
    { method, headers }: IncomingMessage,
    path: string
  ): Promise<{ status: number; body: unknown }> {
    if (headers.authorization !== `Bearer ${token}`) return { status: 401, body: { code: 'TOKEN_REFUSED' } };
    if (!path.startsWith(`/admin/orgs/${orgId}/keys`)) return { status: 404, body: { code: 'NOT_FOUND' } };
    const activated = /\/keys\/([\w-]+)\/activate$/.exec(path)?.[1];
    if (method === 'GET') return { status: 200, body: { keys } };
    if (method === 'DELETE') {
      const removed = keys.findIndex(({ keyId }) => path.endsWith(`/keys/${keyId}`));
      if (keys[removed]?.state === 'active') return { status: 409, body: { code: 'KEY_ACTIVE' } };
      if (removed >= 0) keys.splice(removed, 1);
      return { status: 204, body: undefined };
    }
    if (activated !== undefined) {
      const key = keys.find(({ keyId }) => keyId === activated);
      if (key === undefined) return { status: 404, body: { code: 'NOT_FOUND' } };
      for (const one of keys) if (one.state === 'active') one.state = 'retired';
      key.state = 'active';
      key.activatedAt = new Date(Date.now() + made).toISOString();
      return { status: 200, body: key };
    }
    if (keys.length >= 6) return { status: 409, body: { code: 'TOO_MANY_KEYS' } };
    made += 1;
    const now = Date.now() + made;
    const { certificate } = await makeKeyPair('AcmeVoice', now - (730 - endsAfterDays) * 86_400_000);
    const key: FakeKey = {
      keyId: `key-${made}`,
      certificate,
      createdAt: new Date(now).toISOString(),
      state: 'pending'
    };
    keys.push(key);
    return { status: 201, body: { keyId: key.keyId, certificate, createdAt: key.createdAt } };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    keys,
    requests,
    faults,
    pages,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections())
  };
}
