import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { orgId, startTestService, type TestService } from './service-harness';

describe('what is no proper request', () => {
  let service: TestService;
  let port: number;
  before(async () => {
    service = await startTestService();
    await service.app.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = service.app.server.address() as AddressInfo);
  });
  after(async () => {
    await service.close();
    await service.store.close();
  });
  const send = async (text: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    socket.write(text);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    await once(socket, 'close', { signal: AbortSignal.timeout(10_000) });
    return answer;
  };
  const request = (line: string, headers = ''): Promise<string> =>
    send(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);

  const marked = 'SHOW-ME';
  const refused: readonly (readonly [what: string, status: number, ask: () => Promise<string>])[] = [
    ['an address that cannot be decoded', 400, () => request(`GET /orgs/%E0%A4%A/${marked}`)],
    ['an address with too long a part', 400, () => request(`GET /orgs/${marked}${'a'.repeat(300)}/login`)],
    ['another protocol', 400, () => send(`${marked}\r\n\r\n`)],
    [
      'headers without an end',
      400,
      () => send(`GET / HTTP/1.1\r\nHost: x\r\nA: ${marked}${'a'.repeat(20_000)}\r\n\r\n`)
    ],
    ['a method that is none', 404, () => request(`TRACE /${marked}`)]
  ];
  for (const [what, status, ask] of refused) {
    it(`is refused like everything else, and not repeated: ${what}`, async () => {
      const answer = await ask();
      assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `));
      for (const header of [
        'content-security-policy',
        'x-content-type-options',
        'content-type: application/json; charset=utf-8',
        "object-src 'none'",
        'cache-control: no-store'
      ])
        assert.ok(answer.toLowerCase().includes(header), header);
      assert.match(answer, /\{"code":"(BAD_REQUEST|NOT_FOUND)"\}$/);
      assert.ok(!answer.includes(marked));
    });
  }

  it('hides no second request behind two lengths', async () => {
    const both = `Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`;
    const hidden = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n';
    const answer = await send(`POST /orgs/${orgId}/attempts HTTP/1.1\r\nHost: x\r\n${both}\r\n0\r\n\r\n${hidden}`);
    assert.equal(answer.match(/HTTP\/1\.1 /g)?.length, 1);
    assert.match(answer, /^HTTP\/1\.1 400 /);
  });

  it('leaves the service at work', async () => {
    assert.match(await request('GET /health'), /^HTTP\/1\.1 200 /);
  });
});
