import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiRequest } from '../api';

export type Tls = { readonly key: string; readonly cert: string };

/** A server on this computer only. */
export type Listening = { readonly port: number; readonly url: string; readonly close: () => Promise<void> };

/** Listens on 127.0.0.1; port 0 takes any free one. */
export async function listen(listener: RequestListener, port: number, tls: Tls | undefined): Promise<Listening> {
  const server: Server = tls ? (await import('node:https')).createServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: taken, url: `${tls ? 'https' : 'http'}://127.0.0.1:${taken}`, close };
}

/** Reads a whole request; clients that stored an address with a slash at its end double the first one. */
export async function readRequest(message: IncomingMessage, scheme: 'http' | 'https'): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const origin = `${scheme}://${message.headers.host ?? '127.0.0.1'}`;
  const url = new URL(
    (message.url ?? '/').replace(/^[^?]*/, (path) => path.replace(/\/{2,}/g, '/')),
    origin
  );
  const headers = Object.entries(message.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value
  ]);
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers) as ApiRequest['headers'],
    body: Buffer.concat(chunks),
    origin
  };
}
