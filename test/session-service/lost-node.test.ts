import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { browserTimers } from '../../web/phone-page/timers';
import { watchEvents } from '../../web/phone-page/watch-events';
import { type SessionServer } from '../../web/shared/session-server';
import { hashOf } from '../../web/session-service/secrets';
import { openRedisStore } from '../../web/session-service/store/redis-store';
import { sampleSession } from '../../web/session-service/store/sample-session';
import { redisProgram } from '../bench/session-service/redis-program';
import { orgId, password, userNameOf } from '../bench/session-service/service-folder';
import { openTwoPrograms, type TwoPrograms } from './two-programs';

const who = { userId: '005000000000001AAA', callCenter: 'Support' };
const rounds = [
  { lost: 'one', left: 'other' },
  { lost: 'other', left: 'one' }
] as const;

(redisProgram(process.env) ? describe : describe.skip)('two programs on one Redis', function () {
  this.timeout(120_000);
  let nodes: TwoPrograms;
  before(async () => {
    nodes = (await openTwoPrograms())!;
  });
  after(() => nodes.close());

  /** A rep with the session in the memory of the page: this client keeps no cookies. */
  const signedIn = async (rep: string): Promise<SessionServer> => {
    const page = nodes.pages();
    const attempt = await page.beginAttempt({ ...who, userName: `${rep}@example.com` });
    await page.redeem(attempt, await page.logIn(attempt, rep, password), 'bearer');
    return page;
  };
  const until = async (what: string, isSo: () => boolean): Promise<void> => {
    for (const end = performance.now() + 20_000; !isSo();) {
      assert.ok(performance.now() < end, what);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  for (const [index, { lost, left }] of rounds.entries())
    it(`keep every session when node ${lost} is killed, and tell what happens to it then within a second`, async () => {
      nodes.prefer(lost);
      const rep = userNameOf(index);
      const page = await signedIn(rep);
      const attempt = await page.beginAttempt({ ...who, userName: `${rep}@example.com` });
      let streams = 0;
      const states: string[] = [];
      const watched: SessionServer = {
        ...page,
        openEvents: async (signal) => {
          const stream = await page.openEvents(signal);
          streams += 1;
          return stream;
        }
      };
      const changed = async (): Promise<void> => {
        const answer = await page.session().catch(() => undefined);
        if (answer) states.push(answer.state);
      };
      const events = watchEvents({ server: watched, timers: browserTimers, changed });
      events.watch();
      try {
        await until('the stream is not open', () => streams === 1);
        await nodes.kill(lost);
        await until('the stream is not open again', () => streams === 2 && states.length > 0);
        assert.deepEqual([...new Set(states)], ['signed-in']);
        assert.equal((await page.renew(false)).state, 'signed-in');
        assert.match(await page.logIn(attempt, rep, password), /./, 'a login that began on the lost node');

        const asked = performance.now();
        assert.equal(await nodes.revoke(left, rep), 204);
        await until('nobody told of the revocation', () => states.includes('signed-out'));
        assert.ok(performance.now() - asked < 1000, `${performance.now() - asked} ms`);
      } finally {
        events.stop();
        await nodes.start(lost);
      }
    });

  it('end a thousand sessions that are due in one second in time, each once, and tell each rep where they listen', async () => {
    const store = await openRedisStore({ url: nodes.redisUrl });
    const ids = Array.from({ length: 1000 }, (_, index) => `id-${index}`);
    const sessions = ids.map((id, index) =>
      sampleSession({ handle: `h${index}`, idHash: hashOf(id), ...endsAt(Date.now() + 600_000) })
    );
    await Promise.all(sessions.map(store.addSession));
    const streams = await Promise.all(
      ids.map((id, index) => openStream(nodes.port(index % 2 === 0 ? 'one' : 'other'), id))
    );
    const due = Date.now() + 3000;
    await Promise.all(
      sessions.map((each, index) => store.replaceSession({ ...each, ...endsAt(due + index), version: 2 }))
    );
    assert.ok(Date.now() < due, 'all is ready before the first is due');
    const late: number[] = [];
    const told = streams.map(async ({ text }, index) => {
      const all = await text;
      late.push(Date.now() - (due + index));
      return all;
    });
    for (const text of await Promise.all(told)) assert.match(text, /"reason":"idle"/);
    assert.ok(Math.min(...late) >= 0, `${-Math.min(...late)} ms too early`);
    assert.ok(Math.max(...late) < 1000, `${Math.max(...late)} ms late`);
    assert.deepEqual(await store.sessionsOfOrg(orgId), []);
    await store.close();
    const ended = nodes.log().flatMap(({ event, handle }) => (event === 'session-ended' ? [handle ?? ''] : []));
    const ofThis = ended.filter((handle) => /^h\d+$/.test(handle));
    assert.deepEqual([ofThis.length, new Set(ofThis).size], [1000, 1000]);
  });
});

const endsAt = (due: number) => ({ idleEndsAt: due, dueAt: due, absoluteEndsAt: due + 3_600_000 });

/** The stream of a session, and everything that came over it when it is over. */
async function openStream(port: number, id: string): Promise<{ readonly text: Promise<string> }> {
  const headers = { authorization: `Bearer ${id}` };
  const path = `/orgs/${orgId}/session/events`;
  const request = get({ host: '127.0.0.1', port, path, headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  assert.equal(response.statusCode, 200);
  const read = async (): Promise<string> => {
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return text;
  };
  return { text: read() };
}
