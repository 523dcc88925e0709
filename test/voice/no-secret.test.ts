import assert from 'node:assert/strict';
import { type Browser } from 'playwright-core';
import { assertNoneIn, readableIn, watchSecrets, type BrowserSecrets } from './browser-secrets';
import { openRep } from './rep-console';
import { openWholeWorld, type WholeWorld } from './whole-world';

describe('a rep at the real phone', function () {
  this.timeout(120_000);
  let world: WholeWorld;
  let browser: Browser;
  before(async function () {
    this.timeout(300_000);
    world = await openWholeWorld();
    browser = await world.browser();
  });
  after(() => world?.close());

  it('leaves no secret in an address, also of the WebSocket, in what pages keep or in what a program writes', async () => {
    let watched: BrowserSecrets | undefined;
    const rep = await openRep(world, browser, 'priya', {
      prepare: (context) => Promise.resolve((watched = watchSecrets(context)))
    });
    await rep.work();
    const { given, traces, sockets } = watched!;
    const secrets = await given();
    for (const each of ['password', 'secret', 'code', 'ticket', `__Host-ringdown-${world.orgId}`])
      assert.ok(secrets.get(each)?.[0], each);
    assert.ok(sockets.length > 0, 'the phone is reached by a WebSocket');
    const frames = await readableIn(rep.page);
    assert.ok(frames.some(({ url, text }) => url.endsWith('/connector') && text.includes('ringdown-')));
    // The console itself tells whoever tries it the password; what its programs write begins with their name.
    const written = world.said.filter((line) => line.startsWith('[')).join('\n');
    for (const event of ['login-succeeded', 'ticket-issued']) assert.ok(written.includes(event), event);
    assertNoneIn(secrets, [
      ...frames.map(({ url, text }) => [url, text] as const),
      ...traces.map((trace) => ['a trace', trace] as const),
      ['what the programs wrote', written]
    ]);
    await rep.done();
  });
});
