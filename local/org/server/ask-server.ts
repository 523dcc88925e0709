import type { ClientRequest, IncomingMessage } from 'node:http';

/** A running org as its `server.json` tells of it. */
export type Server = {
  readonly url: string;
  readonly accessToken: string;
  /** PEM of the certificate when it listens with TLS. */
  readonly certificate?: string;
};

/** Sends one request to the control path of a running org and gives the status; it must answer within two seconds. */
export async function askServer(server: Server, method: string, path: string, body?: string): Promise<number> {
  const request = await requestTo(server, method, path);
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response: IncomingMessage) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.end(body);
  });
}

async function requestTo(server: Server, method: string, path: string): Promise<ClientRequest> {
  const url = new URL(`/__local/${path}`, server.url);
  const headers = { authorization: `Bearer ${server.accessToken}`, 'content-type': 'application/json' };
  const options = { method, headers, signal: AbortSignal.timeout(2000), agent: false };
  if (url.protocol === 'http:') return (await import('node:http')).request(url, options);
  // The certificate itself is trusted, whoever signed it and whatever name it has.
  const trust = { ca: server.certificate, allowPartialTrustChain: true, checkServerIdentity: () => undefined };
  return (await import('node:https')).request(url, { ...options, ...trust });
}
