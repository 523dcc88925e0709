import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { sendFile } from '../../lightning/server/static-file';
import type { ConsoleSettings } from '../protocol/connector-config';
import type { Certificate } from './certificate';
import type { Components } from './components-bundle';
import { sendComponents } from './send-components';
import { consoleHtml } from './console-html';
import { names } from './names';
import { pageBundle } from './page-bundle';
import { forward } from './forward';
import type { Processes } from './processes';
import { controlPrograms } from './programs-control';
import { answerOpenCti } from './open-cti/answer-open-cti';
import { openCtiPage } from './open-cti/open-cti-page';
import type { OrgRep } from './org-reps';
import { voicePage } from './voice-page';

/** What the console is served with. */
export type ServeOptions = {
  /** Of the project. */
  readonly root: string;
  readonly certificate: Certificate;
  readonly settings: ConsoleSettings;
  readonly port?: number;
  /** Programs that the simulator may stop and start again. */
  readonly processes?: Pick<Processes, 'stop' | 'restart' | 'states'>;
  /** Where the control interface of the phone system answers, as soon as that is known. */
  readonly phoneControl?: () => string | undefined;
  /** Where the org answers, and as whom the page asks it. */
  readonly org?: { readonly url: string; readonly accessToken: string };
  /** Users of the org who work in the console; the first unless its address names another. */
  readonly reps?: () => readonly OrgRep[];
  /** Components of the packages, compiled. */
  readonly components?: Components;
};

/** A console that answers until it is closed. */
export type ConsoleServer = { readonly port: number; readonly close: () => Promise<void> };

/** Serves the console, the plain vendor and the stranger by their host names, with TLS on 127.0.0.1. */
export async function serveConsole(options: ServeOptions): Promise<ConsoleServer> {
  const { certificate } = options;
  const serving: Serving = { ...options, script: await pageBundle(options.root) };
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (message, response) => {
    answer(serving, message, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain;charset=UTF-8' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}

type Serving = ServeOptions & { readonly script: string };

async function answer(serving: Serving, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { root, settings, script, certificate, org, components, processes } = serving;
  const phoneControl = serving.phoneControl?.();
  const url = new URL(message.url ?? '/', 'https://127.0.0.1');
  const host = (message.headers.host ?? '').replace(/:\d+$/, '');
  const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? [];
  const folder = path.join(root, 'local/console');
  const reps = serving.reps?.() ?? [];
  if (await answerOpenCti({ ...serving, reps, host, url, message, response })) return;
  if (host === names.vendor) {
    const vendor = path.join(folder, 'testing/vendor');
    if (first === 'connector' || first === 'login') return page(response, path.join(vendor, `${first}.html`));
    const sent =
      (first === 'sdk' && sendFile(response, path.join(root, 'node_modules/scv-connector-base/dist'), rest)) ||
      (first.endsWith('.js') && sendFile(response, vendor, first));
    return sent ? undefined : text(response, 404, `There is no ${url.pathname}`);
  }
  // The session service asks the org for its Telephony Integration API here, with TLS.
  if (first === 'telephony' && org)
    return forward({ message, response, to: new URL(`${url.pathname}${url.search}`, org.url), cert: certificate.cert });
  if (host === names.console && isOwnRequest(message)) {
    if (first === 'phone-control' && phoneControl !== undefined)
      return forward({ message, response, to: new URL(`/${rest}${url.search}`, phoneControl), cert: certificate.cert });
    if (first === 'org' && org)
      return forward({
        message,
        response,
        to: new URL(`/${rest}${url.search}`, org.url),
        cert: certificate.cert,
        headers: { authorization: `Bearer ${org.accessToken}` }
      });
    if (first === 'programs' && processes) return controlPrograms(processes, message, response, rest);
  }
  if (first === 'lightning') {
    const nonce = randomUUID();
    const openCti = components && openCtiPage(url, components, reps);
    const voice = openCti ? undefined : voicePage(url, components, reps);
    const lightning = components && {
      importMap: components.app.importMap,
      pageConfig: openCti?.pageConfig ?? voice?.pageConfig ?? components.pageConfig(settings.userId),
      nonce
    };
    const shown = openCti?.settings ?? { components: components?.config, ...voice?.settings };
    const has = { hasPhone: phoneControl !== undefined, hasPrograms: !!processes, hasOrg: org !== undefined };
    const given = { ...has, ...shown };
    return html(response, consoleHtml({ ...settings, ...given }, lightning), nonce);
  }
  if (components && sendComponents(components, response, first, rest, root)) return;
  if (first === 'poison') return page(response, path.join(folder, 'server/poison.html'));
  if (first === 'console.js') {
    response.writeHead(200, { 'content-type': 'text/javascript;charset=UTF-8', 'cache-control': 'no-store' });
    return void response.end(script);
  }
  const sent =
    (first === 'slds' &&
      sendFile(response, path.join(root, 'node_modules/@salesforce-ux/design-system/assets'), rest)) ||
    (first === 'page' &&
      /^(console|opencti\/opencti)\.css$/.test(rest) &&
      sendFile(response, path.join(folder, 'page'), rest));
  if (!sent) text(response, 404, `There is no ${url.pathname}`);
}

/** Asked by a page of the console itself, and not by a frame in it or by another tab. */
const isOwnRequest = ({ headers }: IncomingMessage): boolean => headers['sec-fetch-site'] === 'same-origin';

/** Frames come from vendors anywhere; everything else comes from here. */
function html(response: ServerResponse, body: string, nonce: string): void {
  response.writeHead(200, {
    'content-type': 'text/html;charset=UTF-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      'frame-src https: http://127.0.0.1:* http://localhost:*',
      "img-src 'self' data: blob:",
      "style-src 'self' 'unsafe-inline'",
      "base-uri 'none'",
      "object-src 'none'"
    ].join('; ')
  });
  response.end(body);
}

function page(response: ServerResponse, file: string): void {
  response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8', 'cache-control': 'no-store' });
  response.end(readFileSync(file));
}

function text(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/plain;charset=UTF-8' });
  response.end(body);
}
