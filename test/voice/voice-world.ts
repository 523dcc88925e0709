import { createServer, type Server } from 'node:https';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { newCertificate } from '../../local/console/server/certificate';
import { type Authenticators } from '../../web/session-service/authenticators/authenticator';
import { everyAnswer, openerKept, windowHeaders } from '../../web/session-service/http/answer-headers';
import { codeWindow } from '../../web/session-service/http/provider-window';
import { windowLanguage } from '../../web/session-service/http/window-words';
import { type Pages } from '../../web/session-service/pages/pages';
import { pageSettingsId, type PageSettings } from '../../web/shared/session-wire/page-settings';
import { orgId, startTestService, testSettings, type TestService } from '../../web/session-service/service-harness';
import { type Policy } from '../../web/session-service/settings/policy';
import { bundled, sourceText } from './page-bundles';

export const hostName = 'acme.lightning.force.com';
export const voiceName = 'voice.ringdown.test';
export const evilName = 'evil.test';
export const names = [hostName, voiceName, evilName];
export { orgId };

/** Salesforce's side, our side and a stranger's on one server, told apart by name; the session service is the real one. */
export type VoiceWorld = {
  readonly port: number;
  readonly service: () => TestService;
  /** Cuts the session service off: every request to it is hung up, streams that are open too. */
  readonly lose: (isLost: boolean) => void;
  /** Makes the browser one that sends no cookie from a frame, until a page asks for `/allow-cookies`. */
  readonly blockCookies: () => void;
  /** What the sign-in window of an identity provider does at its end; runs as a script of our origin. */
  readonly endSignInWith: (script: string) => void;
  /** Ends the sign-in window with the service's own page, headers and all, which hands over this code. */
  readonly endSignInWithCode: (code: string) => void;
  /** Requests to the session service, as `METHOD path`. */
  readonly asked: string[];
  readonly restart: (policy?: Partial<Policy>) => Promise<void>;
  readonly close: () => Promise<void>;
};

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

/** What a world has besides: pages of ours, and Salesforce's side of another bridge. */
export type WorldOptions = {
  readonly assets?: Readonly<Record<string, { readonly entry: string } | { readonly style: string }>>;
  /** Salesforce's page, and what else its host has, by path. */
  readonly host?: string;
  readonly hostScripts?: Readonly<Record<string, string>>;
  /** How reps log in; then the sign-in window is the real one of these. Absent: the users of the tests. */
  readonly authenticators?: Authenticators;
};

export async function openVoiceWorld(options: WorldOptions = {}): Promise<VoiceWorld> {
  const { authenticators } = options;
  const assets = new Map([
    ...Object.entries(options.assets ?? {}).map(
      ([name, made]) =>
        [
          name,
          'entry' in made
            ? { body: Buffer.from(bundled(made.entry)), type: script }
            : { body: Buffer.from(sourceText(made.style)), type: style }
        ] as const
    ),
    ['login.js', { body: Buffer.from(bundled('web/login/main.ts')), type: script }],
    ['connector.js', { body: Buffer.from(bundled('test/voice/pages/connector.ts')), type: script }],
    ['connector.css', { body: Buffer.from(sourceText('web/connector/connector.css')), type: style }],
    ['login.css', { body: Buffer.from(sourceText('web/login/login.css')), type: style }]
  ]);
  const scripts = { '/host.js': options.host ?? 'test/voice/pages/host.ts', ...options.hostScripts };
  const hostScripts = new Map(Object.entries(scripts).map(([path, entry]) => [path, bundled(entry)]));
  const pages: Pages = {
    html: (kind, org, nonce) => {
      const { callCenter, frameAncestors, loginFrameHeight } = org;
      const settings: PageSettings = { orgId: org.orgId, callCenter, hostOrigins: frameAncestors, loginFrameHeight };
      return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${kind}</title>
<link rel="stylesheet" href="/assets/${kind}.css">
<script type="application/json" id="${pageSettingsId}">${JSON.stringify(settings)}</script>
<script nonce="${nonce}" src="/assets/${kind}.js" defer></script></head><body></body></html>`;
    },
    asset: (name) => assets.get(name)
  };

  const start = async (policy: Partial<Policy> = {}): Promise<TestService> => {
    const settings = testSettings();
    const orgs = settings.orgs.map((org) => ({ ...org, frameAncestors: [`https://${hostName}`] }));
    const settingsOfWorld = { origin: `https://${voiceName}`, orgs };
    return startTestService({ pages, policy, settings: settingsOfWorld, ...(authenticators && { authenticators }) });
  };

  let service = await start();
  let isLost = false;
  let isBlocked = false;
  let signIn = '';
  let signInCode: string | undefined;
  const asked: string[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const name = request.headers.host ?? '';
    if (name === voiceName) {
      const isPage = /^\/(assets|orgs\/\w+\/(login|connector|softphone(\/window)?)$)/.test(
        request.url?.split('?')[0] ?? ''
      );
      if (isLost && !(isPage && request.method === 'GET')) {
        request.socket.destroy();
        return;
      }
      if (request.url === '/allow-cookies') isBlocked = false;
      if (isBlocked) delete request.headers.cookie;
      asked.push(`${request.method} ${request.url}`);
      if (authenticators) service.app.routing(request, response);
      else if (request.url?.includes('/oidc/start') && signInCode !== undefined) {
        response.writeHead(200, { ...everyAnswer, ...openerKept, ...windowHeaders('n'), 'content-type': 'text/html' });
        response.end(codeWindow(signInCode, 'n', windowLanguage('en', undefined)));
      } else if (request.url?.includes('/oidc/start')) {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(`<!doctype html><title>Sign in</title><script>${signIn}</script>`);
      } else service.app.routing(request, response);
      return;
    }
    const hostScript = hostScripts.get(request.url ?? '');
    response.setHeader('content-type', hostScript === undefined ? 'text/html; charset=utf-8' : script);
    response.end(hostScript ?? hostPage);
  };

  const server = await listen(answer);
  const sockets = new Set<import('node:stream').Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    service: () => service,
    asked,
    lose: (lost) => {
      isLost = lost;
      if (lost) for (const socket of sockets) socket.destroy();
    },
    blockCookies: () => (isBlocked = true),
    endSignInWith: (made) => {
      signIn = made;
      signInCode = undefined;
    },
    endSignInWithCode: (code) => (signInCode = code),
    restart: async (policy) => {
      isLost = false;
      isBlocked = false;
      asked.length = 0;
      await service.close();
      await service.store.close();
      service = await start(policy);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await service.close();
      await service.store.close();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}

const hostPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<style>iframe { border: 0; width: 320px; } [hidden] { display: none; }</style></head>
<body><script src="/host.js"></script></body></html>`;

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(await newCertificate(path.join(__dirname, '..', '..'), names), answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
