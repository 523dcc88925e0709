import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSendRequest, type TelephonyAnswer } from './send-request';

describe('a request to Salesforce', () => {
  const servers: Server[] = [];
  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() =>
    servers.splice(0).forEach((server) => {
      server.close();
      server.closeAllConnections();
    })
  );
  const send = (url: string, timeoutMs = 5000): Promise<TelephonyAnswer> =>
    createSendRequest({ providerName: 'ours', timeoutMs })({ method: 'PATCH', url, token: 'a.b.c', body: { x: 1 } });

  it('says who asks, in JSON, and reads the answer', async () => {
    let asked: Record<string, unknown> = {};
    const url = await serve((request, response) => {
      const { authorization, 'content-type': type, 'telephony-provider-name': provider } = request.headers;
      asked = { authorization, type, provider, method: request.method };
      response.writeHead(429, { 'retry-after': '7' }).end('{"code": 1}');
    });
    assert.deepEqual(await send(url), { kind: 'answered', status: 429, body: { code: 1 }, retryAfterSeconds: 7 });
    const expected = { authorization: 'Bearer a.b.c', type: 'application/json', provider: 'ours', method: 'PATCH' };
    assert.deepEqual(asked, expected);
  });

  it('was not sent when nobody listens, and is lost when the connection breaks or nobody answers in time', async () => {
    const closed = await serve(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    assert.equal((await send(closed)).kind, 'not-sent');
    const broken = await serve((request) => request.socket.destroy());
    assert.equal((await send(broken)).kind, 'lost');
    const silent = await serve(() => undefined);
    assert.equal((await send(silent, 50)).kind, 'lost');
  });

  it('carries its token nowhere else, and reads no more than it can use', async () => {
    let isFollowed = false;
    const elsewhere = await serve((_request, response) => {
      isFollowed = true;
      response.end();
    });
    const moved = await serve((_request, response) => response.writeHead(307, { location: elsewhere }).end());
    assert.equal((await send(moved)).kind, 'lost');
    assert.equal(isFollowed, false);
    const endless = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
      };
      response.on('drain', more);
      more();
    });
    const answer = await send(endless);
    assert.equal(answer.kind === 'answered' ? answer.status : 0, 200);
    assert.ok(answer.kind === 'answered' && String(answer.body).length < 200_000);
  });
});
