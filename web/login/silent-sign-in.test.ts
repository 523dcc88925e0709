import assert from 'node:assert/strict';
import { askSilently } from './silent-sign-in';

const origin = 'https://voice.example.com';
const silentUrl = '/orgs/00D000000000001AAA/oidc/start?attempt=x&silent=yes';
const message = { type: 'silent-code', code: 'the-code' };

/** As much of a page as the question needs; messages and time come from the test. */
function fakePage() {
  const listeners = new Set<(event: MessageEvent) => void>();
  const frame = { contentWindow: {}, src: '', isThere: false, setAttribute: () => undefined, remove: () => undefined };
  frame.remove = () => void (frame.isThere = false);
  let tooLate = (): void => undefined;
  const window = {
    location: { origin, href: `${origin}/orgs/00D000000000001AAA/login` },
    document: { createElement: () => frame, body: { append: () => (frame.isThere = true) } },
    setTimeout: (call: () => void) => ((tooLate = call), 1),
    clearTimeout: () => undefined,
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.delete(listener)
  };
  const say = (data: unknown, from: object = frame.contentWindow, by = origin): void =>
    listeners.forEach((hear) => hear({ origin: by, source: from, data } as MessageEvent));
  return { window: window as unknown as Window, frame, listeners, say, wait: () => tooLate() };
}

describe('the question in a hidden frame whether the rep is signed in at the provider', () => {
  const forgeries: readonly (readonly [who: string, forge: (page: ReturnType<typeof fakePage>) => void])[] = [
    [
      'a page of another origin in the frame',
      ({ say, frame }) => say(message, frame.contentWindow, 'https://evil.test')
    ],
    ['the page around this one', ({ say }) => say(message, {}, 'https://acme.lightning.force.com')],
    ['another window of our own origin', ({ say }) => say(message, {})],
    ['nobody, as when the window is gone', ({ say }) => say(message, null as unknown as object)],
    [
      'the frame, in another shape',
      ({ say }) => [null, 'silent-code', { type: 'silent-code' }, 7].forEach((each) => say(each))
    ],
    [
      'the frame, with a code that is no text',
      ({ say }) => say({ type: 'silent-code', code: { toString: () => 'x' } })
    ],
    ['the frame, with the word of a sign-in window', ({ say }) => say({ type: 'login-code', code: 'the-code' })],
    ['a no of another window', ({ say }) => say({ type: 'silent-none' }, {})]
  ];
  for (const [who, forge] of forgeries)
    it(`takes nothing from ${who}, and goes on waiting for the frame`, async () => {
      const page = fakePage();
      const answer = askSilently(page.window, silentUrl);
      forge(page);
      assert.equal(page.frame.isThere, true);
      page.say({ type: 'silent-code', code: 'the real one' });
      assert.equal(await answer, 'the real one');
    });

  it('takes the code of its frame once, and leaves neither the frame nor an ear behind', async () => {
    const page = fakePage();
    const answer = askSilently(page.window, silentUrl);
    assert.equal(page.frame.src, `${origin}${silentUrl}`);
    page.say(message);
    assert.equal(await answer, 'the-code');
    assert.equal(page.frame.isThere, false);
    assert.equal(page.listeners.size, 0);
  });

  it('is over with the no of the frame, or when it takes too long', async () => {
    for (const end of ['no', 'late']) {
      const page = fakePage();
      const answer = askSilently(page.window, silentUrl);
      if (end === 'no') page.say({ type: 'silent-none' });
      else page.wait();
      assert.equal(await answer, undefined);
      assert.equal(page.frame.isThere, false);
      assert.equal(page.listeners.size, 0);
    }
  });

  it('is asked of no address but our own', async () => {
    for (const url of ['https://evil.test/x', '//evil.test/x', 'javascript:alert(1)', 'data:text/html,x']) {
      const page = fakePage();
      assert.equal(await askSilently(page.window, url), undefined, url);
      assert.equal(page.frame.isThere, false, url);
    }
  });
});
