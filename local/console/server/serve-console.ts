import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { sendFile } from '../../lightning/server/static-file';
import type { ConsoleSettings } from '../protocol/connector-config';
import type { Certificate } from './certificate';
import { consoleHtml } from './console-html';
import { names } from './names';
import { pageBundle } from './page-bundle';

/** What the console is served with. */
export type ServeOptions = {
  /** Of the project. */
  readonly root: string;
  readonly certificate: Certificate;
  readonly settings: ConsoleSettings;
  readonly port?: number;
};

/** A console that answers until it is closed. */
export type ConsoleServer = { readonly port: number; readonly close: () => Promise<void> };

/** Serves the console, the plain vendor and the stranger by their host names, with TLS on 127.0.0.1. */
export async function serveConsole(options: ServeOptions): Promise<ConsoleServer> {
  const { root, certificate, settings } = options;
  const serving: Serving = { root, settings, script: await pageBundle(root) };
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (message, response) => {
    try {
      answer(serving, message, response);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain;charset=UTF-8' });
      response.end(error instanceof Error ? error.message : String(error));
    }
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

type Serving = { readonly root: string; readonly settings: ConsoleSettings; readonly script: string };

function answer({ root, settings, script }: Serving, message: IncomingMessage, response: ServerResponse): void {
  const url = new URL(message.url ?? '/', 'https://127.0.0.1');
  const host = (message.headers.host ?? '').replace(/:\d+$/, '');
  const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(url.pathname) ?? [];
  const folder = path.join(root, 'local/console');
  if (host === names.vendor) {
    const vendor = path.join(folder, 'testing/vendor');
    if (first === 'connector' || first === 'login') return page(response, path.join(vendor, `${first}.html`));
    const sent =
      (first === 'sdk' && sendFile(response, path.join(root, 'node_modules/scv-connector-base/dist'), rest)) ||
      (first.endsWith('.js') && sendFile(response, vendor, first));
    return sent ? undefined : text(response, 404, `There is no ${url.pathname}`);
  }
  if (first === 'lightning') return html(response, consoleHtml(settings));
  if (first === 'poison') return page(response, path.join(folder, 'server/poison.html'));
  if (first === 'console.js') {
    response.writeHead(200, { 'content-type': 'text/javascript;charset=UTF-8', 'cache-control': 'no-store' });
    return void response.end(script);
  }
  const sent =
    (first === 'slds' &&
      sendFile(response, path.join(root, 'node_modules/@salesforce-ux/design-system/assets'), rest)) ||
    (first === 'page' && rest === 'console.css' && sendFile(response, path.join(folder, 'page'), rest));
  if (!sent) text(response, 404, `There is no ${url.pathname}`);
}

/** Frames come from vendors anywhere; everything else comes from here. */
function html(response: ServerResponse, body: string): void {
  response.writeHead(200, {
    'content-type': 'text/html;charset=UTF-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'self'; frame-src https: http://127.0.0.1:* http://localhost:*; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; base-uri 'none'; object-src 'none'"
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
