import assert from 'node:assert/strict';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { handClock, type HandClock } from './engine/played-org';
import { servePhone, type RunningPhone } from './serve-phone';

const ticketSecret = 'a secret of this test';
type Frame = Readonly<Record<string, unknown>>;

function sign(claims: object, { secret = ticketSecret, alg = 'HS256' } = {}): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg })}.${part(claims)}`;
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
}

describe('the phone system on its sockets', () => {
  let clock: HandClock;
  let phone: RunningPhone;
  let service: Server;
  let answers: (readonly [number, object])[];
  let flowAnswers: (readonly [number, object])[];
  let told: { readonly path: string; readonly token: string | undefined; readonly body: Frame }[];
  let hear: () => void = () => undefined;
  const sockets: WebSocket[] = [];

  beforeEach(async () => {
    clock = handClock();
    [told, answers, flowAnswers] = [[], [], []];
    service = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        told.push({ path: request.url!, token: request.headers.authorization, body: JSON.parse(body) as Frame });
        const queue = request.url!.endsWith('/flow') ? flowAnswers : answers;
        const [status, answer] = queue.shift() ?? [201, { voiceCallId: '0LQ000000000001' }];
        response.writeHead(status).end(JSON.stringify(answer));
        hear();
      });
    }).listen(0, '127.0.0.1');
    await once(service, 'listening');
    const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/phone-system`;
    phone = await servePhone({ ticketSecret, clock, reports: { url, token: 'secret' } });
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    await phone.stop();
    service.closeAllConnections();
    service.close();
  });

  const ticket = (change: object = {}): string =>
    sign({ sub: 'ada', org: 'o', jti: randomUUID(), aud: phone.url, exp: clock.now() / 1000 + 60, ...change });
  /** Frames as they come, and the code that it is closed with. */
  const open = async (first: unknown) => {
    const socket = new WebSocket(phone.url);
    sockets.push(socket);
    const frames: Frame[] = [];
    let wake: () => void = () => undefined;
    socket.on('message', (data) => (frames.push(JSON.parse((data as Buffer).toString('utf8')) as Frame), wake()));
    const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
    socket.on('error', () => undefined);
    await once(socket, 'open');
    socket.send(typeof first === 'string' ? first : JSON.stringify(first));
    const until = async (isIt: (frame: Frame) => boolean): Promise<Frame> => {
      for (;;) {
        const found = frames.find(isIt);
        if (found) return found;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    };
    const send = (frame: unknown): void => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    return { frames, closed, until, send };
  };
  const greet = async () => {
    const line = await open({ type: 'hello', ticket: ticket() });
    await line.until(({ type }) => type === 'snapshot');
    return line;
  };
  const control = async (method: string, path: string, body: object = {}) => {
    const response = await fetch(`${phone.control}/__local${path}`, { method, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Frame };
  };
  const reported = async (isIt: (report: (typeof told)[number]) => boolean) => {
    for (;;) {
      const found = told.find(isIt);
      if (found) return found;
      await new Promise<void>((resolve) => (hear = resolve));
    }
  };
  const isAnswer = (frame: Frame): boolean => frame.type === 'answer';

  const wrongTickets: readonly (readonly [string, () => unknown])[] = [
    ['nothing', () => undefined],
    ['no text', () => 7],
    ['a text of another kind', () => 'a.b.c'],
    ['a session, whose id is no ticket', () => randomBytes(32).toString('base64url')],
    ['another secret', () => sign({ sub: 'ada', org: 'o', jti: '1', aud: phone.url, exp: 9e9 }, { secret: 'other' })],
    ['no signature', () => `${ticket().split('.').slice(0, 2).join('.')}.`],
    ['another algorithm', () => sign({ sub: 'ada', org: 'o', jti: '1', aud: phone.url, exp: 9e9 }, { alg: 'none' })],
    ['nobody', () => ticket({ sub: undefined })],
    ['no audience', () => ticket({ aud: undefined })],
    ['another system', () => ticket({ aud: 'wss://phone.example.com/agents' })],
    ['several other systems', () => ticket({ aud: ['wss://phone.example.com/agents', `${phone.url}/`] })],
    ['no end', () => ticket({ exp: undefined })],
    ['an end that is now', () => ticket({ exp: clock.now() / 1000 })]
  ];
  for (const [what, make] of wrongTickets)
    it(`closes with 4401 when the ticket is of ${what}`, async () => {
      const line = await open({ type: 'hello', ticket: make() });
      assert.equal(await line.closed, 4401);
      assert.deepEqual(line.frames, []);
    });

  it('takes a ticket for several systems when it is one of them', async () => {
    const line = await open({ type: 'hello', ticket: ticket({ aud: ['wss://phone.example.com/agents', phone.url] }) });
    await line.until(({ type }) => type === 'snapshot');
  });

  it('knows itself by the address that it is given, and by no other', async () => {
    const aud = 'wss://phone.example.com/agents';
    await phone.stop();
    phone = await servePhone({ ticketSecret, clock, audience: aud });
    assert.equal(await (await open({ type: 'hello', ticket: ticket() })).closed, 4401);
    await (await open({ type: 'hello', ticket: ticket({ aud }) })).until(({ type }) => type === 'snapshot');
  });

  it('lets in pages of the origins that it is given, programs, and nobody else, whatever their ticket', async () => {
    await phone.stop();
    phone = await servePhone({ ticketSecret, clock, origins: ['https://voice.example.com'] });
    const answerTo = async (origin?: string): Promise<string> => {
      const socket = new WebSocket(phone.url, origin === undefined ? {} : { origin });
      sockets.push(socket);
      return new Promise((resolve) => {
        socket.once('open', () => resolve('open'));
        socket.once('error', ({ message }) => resolve(message));
      });
    };
    assert.equal(await answerTo('https://voice.example.com'), 'open');
    assert.equal(await answerTo(), 'open');
    for (const stranger of [
      'https://evil.test',
      'https://voice.example.com.evil.test',
      'http://voice.example.com',
      'null'
    ])
      assert.match(await answerTo(stranger), /403/);
  });

  it('takes a ticket once', async () => {
    const once = { type: 'hello', ticket: ticket() };
    await (await open(once)).until(({ type }) => type === 'snapshot');
    assert.equal(await (await open(once)).closed, 4401);
  });

  for (const [what, frame] of [
    ['is no JSON', 'hello'],
    ['is no object', '[]'],
    ['is no command', { type: 'dance' }],
    ['has no id', { type: 'command', command: 'devices' }],
    ['has strange arguments', { type: 'command', id: '1', command: 'devices', arguments: 'x' }]
  ] as const)
    it(`closes with 4400 when a frame ${what}`, async () => {
      const line = await greet();
      line.send(frame);
      assert.equal(await line.closed, 4400);
      assert.equal(await (await open(frame)).closed, 4400, 'also as the first frame');
    });

  it('ends a connection that sends a frame of more than a million bytes, and serves the others', async () => {
    const [line, other] = [await greet(), await greet()];
    line.send('x'.repeat(1_000_001));
    assert.equal(await line.closed, 1009);
    other.send({ type: 'command', id: '1', command: 'devices' });
    assert.equal((await other.until(isAnswer)).ok, true);
  });

  it('does a command once, whoever of the agent sends its id again within a minute', async () => {
    const [line, other] = [await greet(), await greet()];
    const dial = {
      type: 'command',
      id: 'd',
      command: 'dial',
      arguments: { target: { kind: 'number', number: '+4420' } }
    };
    line.send(dial);
    const first = await line.until(isAnswer);
    other.send(dial);
    assert.deepEqual(await other.until(isAnswer), first);
    assert.equal(phone.org('o').snapshot('ada').calls.length, 1);
    clock.pass(61_000);
    const later = await greet();
    later.send(dial);
    assert.equal(((await later.until(isAnswer)).error as Frame).code, 'busy', 'after that it is a new command');
  });

  it('tells an event before the answer, and to every connection of the agent but nobody else', async () => {
    const [line, other] = [await greet(), await greet()];
    const bob = await open({ type: 'hello', ticket: ticket({ sub: 'bob' }) });
    await bob.until(({ type }) => type === 'snapshot');
    line.send({
      type: 'command',
      id: '1',
      command: 'dial',
      arguments: { target: { kind: 'number', number: '+4420' } }
    });
    await line.until(isAnswer);
    const isCall = ({ event }: Frame): boolean => (event as Frame | undefined)?.type === 'call';
    assert.ok(line.frames.findIndex(isCall) < line.frames.findIndex(isAnswer));
    await other.until(isCall);
    bob.send({ type: 'command', id: '1', command: 'devices' });
    await bob.until(isAnswer);
    assert.equal(bob.frames.some(isCall), false);
  });

  it('refuses, loses answers and drops connections on command, and stops when told', async () => {
    const line = await greet();
    await control('PUT', '/faults', { refuse: { command: '*', code: 'busy' } });
    line.send({ type: 'command', id: '1', command: 'devices' });
    assert.equal(((await line.until(isAnswer)).error as Frame).code, 'busy');
    await control('PUT', '/faults', { loseAnswers: true });
    line.send({ type: 'command', id: '2', command: 'set-presence', arguments: { presenceId: 'lunch' } });
    await line.until(({ event }) => (event as Frame | undefined)?.type === 'presence');
    await control('PUT', '/faults', {});
    line.send({ type: 'command', id: '2', command: 'set-presence', arguments: { presenceId: 'lunch' } });
    await line.until(({ id }) => id === '2');
    assert.equal(line.frames.filter(({ id }) => id === '2').length, 1);
    await control('PUT', '/faults', { dropConnections: true });
    assert.equal(await line.closed, 1012);
    for (const body of [{ explode: true }, { refuse: 'all' }])
      assert.equal((await control('PUT', '/faults', body)).status, 400);
  });

  it('tells of a call before it rings, and of its end until that is taken', async () => {
    await control('PUT', '/orgs/o/agents/ada', { name: 'Ada' });
    const call = { channel: 'phone', from: '+441', to: '+442', agent: 'ada' };
    const { callId } = (await control('POST', '/orgs/o/interactions', call)).body;
    assert.deepEqual([told[0]?.path, told[0]?.token], ['/phone-system/orgs/o/calls', 'Bearer secret']);
    assert.equal(phone.org('o').snapshot('ada').calls[0]?.voiceCallId, '0LQ000000000001');
    answers.push([503, {}], [500, {}]);
    await control('POST', `/orgs/o/calls/${String(callId)}/customer`, { action: 'hang-up' });
    for (let sent = 2; sent <= 4; sent += 1) {
      await reported(() => told.length === sent);
      // The pause begins when the refusal has been read.
      await new Promise((resolve) => setImmediate(resolve));
      while (told.length === sent && sent < 4) {
        clock.pass(500);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    clock.pass(3_600_000);
    assert.deepEqual(
      told.map(({ body }) => body.event),
      ['started', 'ended', 'ended', 'ended']
    );
    assert.equal(new Set(told.map(({ body }) => body.callKey)).size, 1);
  });

  it('lets a call ring also when servers cannot be told, and tells its end when they can', async () => {
    await control('PUT', '/orgs/o/agents/ada', { name: 'Ada' });
    await control('PUT', '/faults', { failReports: true });
    const call = { channel: 'phone', from: '+441', to: '+442', agent: 'ada' };
    const { callId } = (await control('POST', '/orgs/o/interactions', call)).body;
    assert.equal(phone.org('o').snapshot('ada').calls[0]?.state, 'ringing');
    await control('POST', `/orgs/o/calls/${String(callId)}/customer`, { action: 'hang-up' });
    await control('PUT', '/faults', {});
    clock.pass(500);
    assert.equal((await reported(() => true)).body.event, 'ended');
  });

  it('signs an agent out: connections end with 4403, the session service hears, and nobody rings them', async () => {
    const line = await greet();
    assert.equal((await control('POST', '/orgs/o/agents/ada/sign-out')).status, 200);
    assert.equal(await line.closed, 4403);
    assert.deepEqual([told[0]?.path, told[0]?.body], ['/phone-system/orgs/o/revocations', { userName: 'ada' }]);
    assert.equal(phone.org('o').snapshot('ada').presence.id, 'offline');
    answers.push([500, {}]);
    assert.equal((await control('POST', '/orgs/o/agents/ada/sign-out')).status, 502, 'and says when nobody heard');
  });

  it('answers nonsense at the controls with what is wrong', async () => {
    const wrong: readonly (readonly [string, string, object, number])[] = [
      ['GET', '/orgs', {}, 404],
      ['DELETE', '/orgs/o/agents/ada', {}, 404],
      ['PUT', '/orgs/o/agents/ada', {}, 400],
      ['POST', '/orgs/o/agents/%zz/presence', {}, 400],
      ['POST', '/orgs/o/agents/nobody/presence', { presenceId: 'lunch' }, 400],
      ['POST', '/orgs/o/interactions', { channel: 'fax', from: '1', to: '2' }, 400],
      ['POST', '/orgs/o/interactions', { channel: 'phone', from: '1', to: '2' }, 400],
      ['POST', '/orgs/o/calls/none/customer', { action: 'hang-up' }, 400]
    ];
    for (const [method, path, body, status] of wrong) {
      const init = method === 'GET' ? { method } : { method, body: JSON.stringify(body) };
      const response = await fetch(`${phone.control}/__local${path}`, init);
      assert.equal(response.status, status, `${method} ${path}`);
      assert.equal(typeof ((await response.json()) as Frame).code, 'string');
    }
    const broken = await fetch(`${phone.control}/__local/faults`, { method: 'PUT', body: '{' });
    assert.equal(broken.status, 400);
  });

  it('lets the controls write as a supervisor on another device, and take every message away', async () => {
    const line = await greet();
    phone.org('o').addAgent('sue', { name: 'Sue', isSupervisor: true });
    const ask = async (method: string, path: string, body?: object): Promise<number> =>
      (await fetch(`${phone.control}/__local/orgs/o${path}`, { method, body: body && JSON.stringify(body) })).status;
    const heard = async (texts: readonly string[]): Promise<unknown> =>
      line.until(({ event }) => {
        const { type, messages = [] } = (event ?? {}) as { type?: string; messages?: readonly { text: string }[] };
        return type === 'messages' && JSON.stringify(messages.map(({ text }) => text)) === JSON.stringify(texts);
      });
    const write = { command: 'send-message', arguments: { requestId: 'r', text: 'Tea', to: { kind: 'everybody' } } };
    assert.equal(await ask('POST', '/agents/sue/command', write), 200);
    await heard(['Tea']);
    assert.equal(await ask('DELETE', '/messages'), 200);
    await heard([]);
    assert.equal(await ask('POST', '/agents/ada/command', write), 400);
    assert.equal(await ask('POST', '/agents/nobody/command', write), 400);
  });

  it('tells Salesforce more about a call through the other server, under the key of the call', async () => {
    phone.org('o').addAgent('ada', { name: 'Ada' });
    const { callId = '' } = await phone.org('o').comeIn({ channel: 'phone', from: '+441', to: '+442', agent: 'ada' });
    const ask = async (id: string): Promise<readonly [number, unknown]> => {
      const answer = await fetch(`${phone.control}/__local/orgs/o/calls/${id}/salesforce/messages`, {
        method: 'POST',
        body: JSON.stringify({ content: 'Hello' })
      });
      return [answer.status, await answer.json()];
    };
    answers.push([422, { code: 'REFUSED' }]);
    assert.deepEqual(await ask(callId), [422, { code: 'REFUSED' }]);
    const [start, message] = told;
    const { callKey } = start!.body;
    assert.deepEqual(
      [message?.path, message?.token, message?.body],
      [`/phone-system/orgs/o/calls/${String(callKey)}/messages`, 'Bearer secret', { content: 'Hello' }]
    );
    const inBulk = (body: object) =>
      fetch(`${phone.control}/__local/orgs/o/salesforce/messages`, { method: 'POST', body: JSON.stringify(body) });
    const messages = [{ content: 'Hello' }];
    answers.push([422, { code: 'REFUSED' }]);
    assert.equal((await inBulk({ entries: [{ callId, messages }] })).status, 422);
    assert.deepEqual(
      [told[2]?.path, told[2]?.body],
      ['/phone-system/orgs/o/messages', { entries: [{ callKey, messages }] }]
    );
    for (const bad of [{}, { entries: [null] }, { entries: [{ callId: 'call-of-nobody', messages }] }])
      assert.equal((await inBulk(bad)).status, 400);
    assert.equal((await ask('call-of-nobody'))[0], 400);
    const { callId: chat = '' } = await phone.org('o').comeIn({ channel: 'chat', from: 'a', to: 'b', agent: 'ada' });
    assert.equal((await ask(chat))[0], 400);
  });

  it('asks Salesforce through the other server whom a flow names, once also for a command that comes again', async () => {
    const [line, other] = [await greet(), await greet()];
    phone.org('o').addAgent('bob', { name: 'Bob', queues: ['Support'] });
    const { callId = '' } = await phone.org('o').comeIn({ channel: 'phone', from: '+441', to: '+442', agent: 'ada' });
    phone.org('o').command('ada', 'accept', { callId });
    const hand = (id: string) => ({
      ...{ type: 'command', id, command: 'transfer' },
      arguments: { callId, kind: 'blind', target: { kind: 'flow', id: 'Support_Routing' } }
    });
    const refusals: readonly (readonly [number, object, RegExp])[] = [
      [200, { answer: { errors: ['Nobody is there', 'Nor later'] } }, /Nobody is there; Nor later/],
      [200, { answer: { agent: null, queue: null } }, /200/],
      [422, { code: 'REFUSED', reason: '400 No such flow' }, /No such flow/],
      [409, { code: 'NOT_IN_SALESFORCE' }, /NOT_IN_SALESFORCE/]
    ];
    for (const [index, [status, body, words]] of refusals.entries()) {
      flowAnswers.push([status, body]);
      line.send(hand(`refused-${index}`));
      const { error } = await line.until(({ id }) => id === `refused-${index}`);
      assert.deepEqual((error as Frame).code, 'invalid-destination');
      assert.match(String((error as Frame).message), words);
      assert.equal(phone.org('o').snapshot('ada').calls[0]?.state, 'connected');
    }
    told.length = 0;
    flowAnswers.push([200, { answer: { agent: null, queue: 'Support' } }]);
    line.send(hand('h'));
    other.send(hand('h'));
    const answer = await line.until(({ id }) => id === 'h');
    assert.equal((answer.result as Frame).state, 'wrap-up');
    assert.deepEqual(await other.until(({ id }) => id === 'h'), answer);
    const asked = told.filter(({ path }) => path.endsWith('/flow'));
    assert.deepEqual(
      asked.map(({ body }) => body),
      [{ flowName: 'Support_Routing' }]
    );
  });
});
