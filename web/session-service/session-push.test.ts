import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { orgId, startTestService, type Browser, type TestService } from './service-harness';
import { sampleSession } from './store/sample-session';
import { hashOf } from './secrets';

const cookie = `__Host-ringdown-${orgId}`;
const minute = 60_000;

/** One open event stream and what came over it. */
type Stream = {
  readonly response: IncomingMessage;
  readonly text: () => string;
  readonly until: (word: string) => Promise<string>;
};

describe('the news that a session ended', () => {
  let service: TestService;
  let port: number;
  const streams: Stream[] = [];
  beforeEach(async () => {
    service = await startTestService();
    await service.app.listen({ host: '127.0.0.1', port: 0 });
    port = (service.app.server.address() as AddressInfo).port;
  });
  afterEach(async () => {
    await service.close();
    await service.store.close();
    streams.length = 0;
  });

  const listen = async (
    id: string,
    headers: Record<string, string> = { cookie: `${cookie}=${id}` }
  ): Promise<Stream> => {
    const request = get({ port, host: '127.0.0.1', path: `/orgs/${orgId}/session/events`, headers, agent: false });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.on('error', () => undefined);
    const until = async (word: string): Promise<string> => {
      const signal = AbortSignal.timeout(20_000);
      while (!text.includes(word)) await once(response, 'data', { signal });
      return text;
    };
    const stream = { response, text: () => text, until };
    streams.push(stream);
    return stream;
  };
  const signedIn = async (): Promise<Browser> => {
    const ada = service.browser();
    await ada.login();
    return ada;
  };

  it('comes at once when an admin revokes it, and ends the stream', async () => {
    const ada = await signedIn();
    const stream = await listen(ada.cookies.get(cookie)!);
    assert.equal(stream.response.headers['content-type'], 'text/event-stream; charset=utf-8');
    assert.equal(stream.response.headers['cache-control'], 'no-store');
    await stream.until('retry: 1000\n\n');
    const path = `/admin/orgs/${orgId}/users/ada/sessions`;
    await ada.ask('DELETE', path, { headers: { authorization: 'Bearer admin-token' } });
    assert.match(await stream.until('\n\nevent'), /event: changed\ndata: \{"reason":"revoked"\}\n\n$/);
    if (!stream.response.complete) await once(stream.response, 'end');
  });

  it('comes when the time is up, without anybody asking, and within a second of it', async () => {
    const ada = await signedIn();
    const stream = await listen(ada.cookies.get(cookie)!);
    await service.clock.pass(30 * minute - 1);
    assert.doesNotMatch(stream.text(), /changed/);
    await service.clock.pass(1);
    assert.match(await stream.until('changed'), /"reason":"idle"/);
  });

  it('shows that the connection lives every fifteen seconds', async () => {
    const ada = await signedIn();
    const stream = await listen(ada.cookies.get(cookie)!);
    await service.clock.pass(15_000);
    await stream.until('\n\n:\n\n');
  });

  it('comes to whoever has no cookie by the id in memory', async () => {
    const ada = await signedIn();
    const id = ada.cookies.get(cookie)!;
    const stream = await listen(id, { authorization: `Bearer ${id}` });
    await ada.ask('DELETE', `/orgs/${orgId}/session`);
    assert.match(await stream.until('changed'), /"reason":"signed-out"/);
  });

  it('is not for whoever has no session', async () => {
    const stream = await listen('nobody');
    assert.equal(stream.response.statusCode, 401);
  });

  it('closes the oldest of too many streams of one session', async () => {
    const ada = await signedIn();
    const id = ada.cookies.get(cookie)!;
    const first = await listen(id);
    const ended = once(first.response, 'end');
    for (let index = 0; index < 8; index += 1) await listen(id);
    await ended;
  });

  it('comes in time to each of a thousand sessions that end in one second', async function () {
    this.timeout(60_000);
    const due = service.clock.now() + 5 * minute;
    const ids = Array.from({ length: 1000 }, (_, index) => `id-${index}`);
    for (const [index, id] of ids.entries()) {
      const times = { absoluteEndsAt: due + 3_600_000, idleEndsAt: due + index, dueAt: due + index };
      await service.store.addSession(sampleSession({ handle: `h${index}`, idHash: hashOf(id), ...times }));
    }
    const open = await Promise.all(ids.map((id) => listen(id)));
    await service.clock.pass(5 * minute - 1);
    assert.equal(open.filter((stream) => stream.text().includes('changed')).length, 0);
    const untold = (): number => open.filter((stream) => !stream.text().includes('changed')).length;
    await service.clock.pass(1000);
    // By the service's clock: the last one is due now, and its news may take a second.
    for (let late = 0; late < 1000 && untold() > 0; late += 25) {
      await service.clock.pass(25);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal(untold(), 0);
    assert.ok(open.every((stream) => stream.text().includes('"reason":"idle"')));
    assert.deepEqual(await service.store.sessionsOfOrg(orgId), []);
  });
});
