import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningOrg } from '../../local/org/start-org';

type Answered = { readonly status: number; readonly body: unknown };

/** What the server tells about a page, and what it may do to its requests. */
export type Watch = {
  /** The page has stopped where it is to crash. */
  readonly onCrash?: () => void;
  /**
   * A request of the page is here, or the org has done it and the answer is not sent. When the promise is false nothing is
   * answered; what arrived is done all the same, because a request that left a page is not taken back.
   */
  readonly onApex?: (happening: string) => Promise<boolean>;
  /** Answers in place of the org, or breaks the connection before or after the org did what was asked. */
  readonly refuse?: (method: string) => Answered | 'lost-before' | 'lost-after' | undefined;
};

export type PageOptions = {
  readonly host?: string;
  /** The id that the page and the org have for who is signed in; the org's administrator unless told. */
  readonly user?: string;
  readonly crashAt?: string;
  /** What this browser does not have: names of globals or of members of the navigator. */
  readonly without?: readonly string[];
};

/** A site whose pages hold the outbox and whose Apex is that of an org. */
export type OutboxSite = {
  /** A page that a user has open; each user has a database, each host is an origin. */
  readonly url: (page: string, options?: PageOptions) => string;
  /** A page without the outbox. */
  readonly idleUrl: (host: string) => string;
  readonly watch: (page: string, watch: Watch) => void;
  /** Resolves when nothing that a page asked is at work in the org, also of a page that is gone. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Serves one script; Apex runs as the org's administrator. */
export async function serveOutboxSite(script: string, org: RunningOrg): Promise<OutboxSite> {
  const watches = new Map<string, Watch>();
  const counts = new Map<string, number>();
  const users = new Map<string, string>();
  const me = String(org.data.rows('User').find(({ Username }) => Username === org.username)?.Id);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const page = url.searchParams.get('page') ?? '';
    if (url.pathname === '/page') send(response, 200, 'text/html', html);
    else if (url.pathname === '/idle') send(response, 200, 'text/html', '<!doctype html><title>Idle</title>');
    else if (url.pathname === '/script.js') send(response, 200, 'text/javascript', script);
    else if (url.pathname === '/crash') watches.get(page)?.onCrash?.();
    else if (url.pathname.startsWith('/apex/')) await apex(page, url.pathname, request, response);
    else send(response, 404, 'text/plain', '');
  }

  async function apex(page: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = path.slice('/apex/'.length).replace('/', '.');
    const { onApex, refuse } = watches.get(page) ?? {};
    const body = await textOf(request);
    const count = (counts.get(`${page} ${method}`) ?? 0) + 1;
    counts.set(`${page} ${method}`, count);
    const isHeard = (await onApex?.(`arrived ${method} #${count}`)) ?? true;
    const refused = refuse?.(method);
    if (refused === 'lost-before') return void request.socket.destroy();
    if (refused === 'lost-after') {
      await askOrg(path, body);
      return void request.socket.destroy();
    }
    const answered = refused ?? (method === 'Agents.me' ? whoIs(page) : undefined) ?? (await askOrg(path, body));
    const isAnswered = ((await onApex?.(`done ${method} #${count}`)) ?? true) && isHeard;
    if (isAnswered) send(response, answered.status, 'application/json', JSON.stringify(answered.body));
  }

  /** Many users without so many accounts; the administrator is asked for in the org. */
  function whoIs(page: string): Answered | undefined {
    const user = users.get(page) ?? me;
    return user === me ? undefined : { status: 200, body: { returnValue: [{ Id: user }] } };
  }

  async function askOrg(path: string, body: string): Promise<Answered> {
    const answered = await fetch(`${org.url}/__local${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      body
    });
    return { status: answered.status, body: await answered.json() };
  }

  const working = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const work = answer(request, response).catch(() => void response.destroy());
    working.add(work);
    void work.finally(() => working.delete(work));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (page, { host = 'outbox', user = me, crashAt, without = [] } = {}) => {
      users.set(page, user);
      const query = new URLSearchParams({ page, user, without: without.join(), ...(crashAt ? { crashAt } : {}) });
      return `http://${host}.localhost:${port}/page?${query}`;
    },
    idleUrl: (host) => `http://${host}.localhost:${port}/idle`,
    watch: (page, watch) => void watches.set(page, watch),
    idle: async () => {
      // What a page sent before this was asked has arrived when this is answered.
      await (await fetch(`http://127.0.0.1:${port}/idle`)).text();
      while (working.size > 0) await Promise.all(working);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

const html = '<!doctype html><html lang="en"><title>Outbox</title><script src="/script.js"></script></html>';

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
