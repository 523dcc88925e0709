import assert from 'node:assert/strict';
import { ServerLost, ServerRefused, sessionServer } from './session-server';
import { sampleView as session } from './session-wire/sample-view';

const attempt = { attemptId: 'a', secret: 's', methods: [] };

type Asked = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
};

function serverThat(...answers: readonly (() => Response)[]) {
  const asked: Asked[] = [];
  const left = [...answers];
  const send = (url: unknown, init?: RequestInit): Promise<Response> => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    asked.push({
      url: String(url),
      method: init?.method ?? '',
      headers: init?.headers as Record<string, string>,
      body
    });
    return Promise.resolve().then(() => (left.shift() ?? (() => Response.error()))());
  };
  return { server: sessionServer('00D000000000001AAA', send), asked };
}
const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });

describe('what a page asks of the session service', () => {
  it('cannot be sent by a form of another site when it changes something', async () => {
    const { server, asked } = serverThat(json({ session, code: 'c' }), json({ state: 'signed-out' }));
    await server.logIn(attempt, 'ada', 'secret');
    await server.session();
    assert.equal(asked[0]?.url, '/orgs/00D000000000001AAA/login');
    assert.equal(asked[0]?.headers['X-Ringdown'], '1');
    assert.equal(asked[0]?.headers['Content-Type'], 'application/json');
    assert.equal(asked[1]?.method, 'GET');
    assert.equal(asked[1]?.body, undefined);
  });

  it('is lost when nothing, nonsense or a failure comes back', async () => {
    const nothing = (): Response => {
      throw new TypeError('Failed to fetch');
    };
    const answers = [
      nothing,
      () => new Response('<html>', { status: 502 }),
      json({ code: 'INTERNAL' }, 500),
      json({}),
      () => new Response('{')
    ];
    for (const answer of answers) await assert.rejects(serverThat(answer).server.session(), ServerLost);
  });

  it('is refused with the code and the patience that the server asks for', async () => {
    const { server } = serverThat(json({ code: 'TRY_LATER', retryAfterSeconds: 7 }, 429));
    await assert.rejects(
      server.logIn(attempt, 'ada', 'x'),
      (error) => error instanceof ServerRefused && error.code === 'TRY_LATER' && error.retryAfterSeconds === 7
    );
  });

  it('carries a session without a cookie until it has ended, also when the first try to end it was lost', async () => {
    const { server, asked } = serverThat(
      json({ session, bearer: 'b-1' }),
      json({ ...session, bearer: 'b-2' }),
      json({ url: 'wss://phone.example', ticket: 't' }),
      () => Response.error(),
      () => new Response(null, { status: 204 }),
      json({ state: 'signed-out' })
    );
    await server.redeem(attempt, 'c', 'bearer');
    await server.renew(false);
    await server.phoneTicket();
    await assert.rejects(server.logOut(), ServerLost);
    await server.logOut();
    await server.session();
    assert.deepEqual(
      asked.map(({ headers }) => headers.Authorization),
      [undefined, 'Bearer b-1', 'Bearer b-2', 'Bearer b-2', 'Bearer b-2', undefined]
    );
  });

  it('asks why when a renewal finds nobody signed in', async () => {
    const { server } = serverThat(json({ code: 'NOT_SIGNED_IN' }, 401), json({ state: 'signed-out', reason: 'idle' }));
    assert.deepEqual(await server.renew(true), { state: 'signed-out', reason: 'idle' });
  });
});
