import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createTlsServer, globalAgent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { readPage } from '../../scripts/org/read-page';
import { makeKeyPair } from '../../web/voice-calls/keys/key-pair';

const day = 86_400_000;

describe('a page that verify asks for', () => {
  let close: () => void = () => undefined;
  afterEach(() => close());

  /** Serves, and says at which port. */
  const serve = async (
    listener: RequestListener,
    tls?: { readonly key: string; readonly cert: string }
  ): Promise<number> => {
    const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    close = () => server.close().closeAllConnections();
    return (server.address() as AddressInfo).port;
  };
  const read = (url: string, timeout?: number) =>
    readPage(url, { signal: new AbortController().signal, framedBy: 'https://acme.lightning.force.com', timeout });

  it('is asked for as a browser asks for what stands in a frame', async () => {
    let asked: IncomingHttpHeaders = {};
    const port = await serve(({ headers }, response) => {
      asked = headers;
      response.setHeader('Content-Security-Policy', ["frame-ancestors 'self'", "default-src 'none'"]);
      response.end('<html>');
    });
    const answer = await read(`http://127.0.0.1:${port}/`);
    assert.deepEqual(
      ['sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site', 'referer'].map((name) => asked[name]),
      ['iframe', 'navigate', 'cross-site', 'https://acme.lightning.force.com/']
    );
    assert.ok(answer.ok);
    assert.equal(answer.headers.get('content-security-policy'), "frame-ancestors 'self', default-src 'none'");
    assert.equal(answer.text, '<html>');
    assert.equal(answer.certificate, undefined);
  });

  it('shows how long its certificate is good, when it is trusted, and says so when it is not', async () => {
    const { privateKey: key, certificate: cert } = await makeKeyPair('localhost', Date.now() - 720 * day);
    const port = await serve((_, response) => response.end('<html>'), { key, cert });
    const untrusted = await read(`https://localhost:${port}/`);
    assert.ok(!untrusted.ok && untrusted.untrusted, JSON.stringify(untrusted));
    const { ca } = globalAgent.options;
    globalAgent.options.ca = cert;
    try {
      const answer = await read(`https://localhost:${port}/`);
      assert.ok(answer.ok, JSON.stringify(answer));
      assert.equal(Math.round(((answer.certificate?.until ?? 0) - Date.now()) / day), 10);
    } finally {
      globalAgent.options.ca = ca;
    }
  });

  it('is given up when it does not come, does not end, or nobody is there', async () => {
    const port = await serve((request, response) => void (request.url === '/half' && response.write('<html>')));
    for (const path of ['/', '/half'])
      assert.deepEqual(await read(`http://127.0.0.1:${port}${path}`, 200), {
        ...{ ok: false, code: 'ETIMEDOUT', untrusted: false }
      });
    close();
    const gone = await read(`http://127.0.0.1:${port}/`);
    assert.equal(!gone.ok && gone.code, 'ECONNREFUSED');
  });

  it('is read no further than its beginning', async () => {
    const port = await serve((_, response) => void response.end('x'.repeat(5_000_000)));
    const answer = await read(`http://127.0.0.1:${port}/`);
    assert.ok(answer.ok && answer.text.length < 1_000_000);
  });
});
