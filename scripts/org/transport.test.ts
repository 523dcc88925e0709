import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { manualClock, type ManualClock } from '../../test/fakes/clock';
import { OrgFailure } from './failure';
import { createTransport, type Session, type Transport, type TransportRequest } from './transport';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const read: TransportRequest = {
  method: 'GET',
  path: '/services/data/v67.0/limits',
  effect: 'read',
  purpose: 'reading limits'
};
const write: TransportRequest = {
  method: 'POST',
  path: '/services/data/v67.0/composite',
  body: '{}',
  effect: 'write',
  purpose: 'writing'
};

const json =
  (status: number, body: unknown, headers = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
const good = json(200, { fine: true });
const maintenance: Answer = (_, response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><html></html>');
const soap =
  (status: number, fault: string): Answer =>
  (_, response) =>
    response
      .writeHead(status, { 'content-type': 'text/xml' })
      .end(`<e:Envelope><e:Body><e:Fault>${fault}</e:Fault></e:Body></e:Envelope>`);
const reset: Answer = (request) => request.socket.resetAndDestroy();
const close: Answer = (request) => request.socket.end();

describe('transport', () => {
  let server: Server;
  let answers: Answer[] = [];
  let tokens: (string | undefined)[] = [];
  let clock: ManualClock;

  beforeEach((done) => {
    tokens = [];
    clock = manualClock();
    server = createServer((request, response) => {
      tokens.push(request.headers.authorization);
      (answers.shift() ?? good)(request, response);
    }).listen(0, '127.0.0.1', done);
  });
  afterEach((done) => {
    server.close(done);
    server.closeAllConnections();
  });

  const session = (given: Partial<Session> = {}): Session => ({
    instanceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessToken: '00D000000000001!old',
    ...given
  });
  const open = (given: Partial<Session> = {}): Transport =>
    createTransport({ session: session(given), clock, emit: () => undefined, signal: new AbortController().signal });
  const failing = async (transport: Transport, request: TransportRequest): Promise<OrgFailure> => {
    const [result] = await Promise.allSettled([transport.send(request)]);
    assert.equal(result.status, 'rejected');
    return result.reason as OrgFailure;
  };

  for (const [name, answer] of [
    ['a reset connection', reset],
    ['a closed connection', close],
    ['HTTP 503', json(503, [{ errorCode: 'SERVICE_UNAVAILABLE', message: 'try later' }])],
    ['a maintenance page with status 200', maintenance],
    [
      'a concurrent request limit',
      json(403, [
        { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.' }
      ])
    ],
    ['a locked row', json(400, [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access' }])]
  ] as const) {
    it(`repeats a read after ${name}`, async () => {
      answers = [answer, answer];
      const transport = open();
      assert.equal((await transport.send(read)).text, '{"fine":true}');
      assert.equal(transport.requestCount(), 3);
      assert.equal(clock.waits.length, 2);
    });
  }

  for (const [name, answer] of [
    ['a reset connection', reset],
    ['HTTP 503', json(503, [])],
    ['a maintenance page', maintenance]
  ] as const) {
    it(`never sends a write twice after ${name}, and says that it may have happened`, async () => {
      answers = [answer];
      const transport = open();
      assert.equal((await failing(transport, write)).ambiguous, true);
      assert.equal(transport.requestCount(), 1);
    });
  }

  it('sends a write again when Salesforce said that it was not done', async () => {
    answers = [json(400, [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'locked' }])];
    const transport = open();
    await transport.send(write);
    assert.equal(transport.requestCount(), 2);
  });

  it('stops at the daily request limit instead of burning more', async () => {
    answers = [json(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }])];
    const transport = open();
    assert.equal((await failing(transport, read)).failureClass, 'quota');
    assert.equal(transport.requestCount(), 1);
  });

  it('waits as long as Retry-After says', async () => {
    answers = [json(503, [], { 'retry-after': '7' })];
    await open().send(read);
    assert.deepEqual(clock.waits, [7_000]);
  });

  it('gives a read up after six attempts, with the code of the last answer', async () => {
    answers = Array.from({ length: 9 }, () => json(503, []));
    const transport = open();
    assert.equal((await failing(transport, read)).code, 'HTTP_503');
    assert.equal(transport.requestCount(), 6);
    answers = [];
  });

  it('renews an expired session once and goes on, for reads and writes', async () => {
    const expired = json(401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]);
    answers = [expired];
    const renew = (): Promise<Session> => Promise.resolve(session({ accessToken: '00D000000000001!new' }));
    await open({ renew }).send(write);
    assert.deepEqual(tokens, ['Bearer 00D000000000001!old', 'Bearer 00D000000000001!new']);
    answers = [expired, expired];
    assert.equal((await failing(open({ renew }), read)).failureClass, 'session');
  });

  it('knows an expired session in a SOAP fault', async () => {
    answers = [soap(500, '<faultcode>sf:INVALID_SESSION_ID</faultcode><faultstring>Invalid Session ID</faultstring>')];
    assert.equal((await failing(open(), read)).failureClass, 'session');
  });

  it('takes a refusal in a SOAP fault for a refusal, though its status is 500', async () => {
    const fault = (code: string): Answer => soap(500, `<faultcode>sf:${code}</faultcode><faultstring>no</faultstring>`);
    answers = [fault('INSUFFICIENT_ACCESS')];
    const transport = open();
    const { failureClass, code } = await failing(transport, read);
    assert.deepEqual([failureClass, code, transport.requestCount()], ['refused', 'INSUFFICIENT_ACCESS', 1]);
  });

  it('repeats a read whose answer its reader finds unusable for now', async () => {
    let seen = 0;
    const accept = (): void => {
      if (++seen < 3) throw new OrgFailure('busy', 'SERVER_UNAVAILABLE', 'busy', 'reading');
    };
    await open().send({ ...read, accept });
    assert.equal(seen, 3);
  });

  it('renews once for requests that fail side by side', async () => {
    const expired = json(401, [{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }]);
    answers = [expired, expired, expired];
    let renewals = 0;
    const renewed = session({ accessToken: '00D000000000001!new' });
    const transport = open({
      renew: () => new Promise((resolve) => setTimeout(() => resolve(renewed), 20 * ++renewals))
    });
    await Promise.all([1, 2, 3].map(() => transport.send(read)));
    assert.equal(renewals, 1);
  });

  it('lets no secret of a request out in an error text', async () => {
    answers = [json(400, [{ errorCode: 'X', message: "near 'open sesame' at 7" }])];
    assert.equal((await failing(open(), { ...read, secrets: ['open sesame'] })).message, "near '[redacted]' at 7");
  });

  it("keeps Salesforce's code and words of a refusal", async () => {
    answers = [json(400, [{ errorCode: 'MALFORMED_QUERY', message: 'unexpected token: FORM' }])];
    const failure = await failing(open(), read);
    assert.deepEqual(
      [failure.failureClass, failure.code, failure.message],
      ['refused', 'MALFORMED_QUERY', 'unexpected token: FORM']
    );
  });

  it('lets no session id out in an error text', async () => {
    answers = [json(400, [{ errorCode: 'X', message: 'bad session 00D000000000001!AQ.secret_part' }])];
    assert.ok(!(await failing(open(), read)).message.includes('secret_part'));
  });
});
