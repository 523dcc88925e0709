import assert from 'node:assert/strict';
import { openSignInWindow } from './sign-in-window';

const origin = 'https://voice.example.com';
const startUrl = '/orgs/00D000000000001AAA/oidc/start?attempt=x';
const message = { type: 'login-code', code: 'forged' };

/** As much of a page as the window needs; messages come from the test. */
function fakePage() {
  const listeners = new Set<(event: MessageEvent) => void>();
  const opened = { closed: false, close: () => void (opened.closed = true) };
  const asked: string[] = [];
  const window = {
    location: { origin, href: `${origin}/orgs/00D000000000001AAA/login` },
    document: { documentElement: { lang: 'de' } },
    open: (url: string) => (asked.push(url), opened),
    setInterval: () => 1,
    clearInterval: () => undefined,
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.delete(listener)
  } as unknown as Window;
  const codes: string[] = [];
  const taken = (code: string): void => void codes.push(code);
  const open = (url = startUrl) => openSignInWindow(window, url, { taken, closed: () => undefined });
  const say = (data: unknown, from: object | null = opened, by = origin): void =>
    listeners.forEach((hear) => hear({ origin: by, source: from, data } as MessageEvent));
  return { open, say, opened, asked, codes, listeners };
}

describe('the window in which a rep signs in', () => {
  const forgeries: readonly (readonly [who: string, forge: (page: ReturnType<typeof fakePage>) => void])[] = [
    [
      'the window while a page of another origin is in it',
      ({ say, opened }) => say(message, opened, 'https://evil.test')
    ],
    ['the page around this one', ({ say }) => say(message, {}, 'https://acme.lightning.force.com')],
    ['another window of our own origin', ({ say }) => say(message, {})],
    ['nobody, as when the window is gone', ({ say }) => say(message, null)],
    [
      'the window, in another shape',
      ({ say }) => [null, 7, 'login-code', { type: 'login-code' }].forEach((each) => say(each))
    ],
    ['the window, with the word of the hidden frame', ({ say }) => say({ type: 'silent-code', code: 'forged' })]
  ];
  for (const [who, forge] of forgeries)
    it(`hears nothing from ${who}, and goes on waiting`, () => {
      const page = fakePage();
      page.open();
      forge(page);
      assert.deepEqual(page.codes, []);
      page.say({ type: 'login-code', code: 'the real one' });
      assert.deepEqual(page.codes, ['the real one']);
    });

  it('gives its code once, and nothing after it was closed', () => {
    const page = fakePage();
    page.open();
    page.say(message);
    page.say(message);
    assert.deepEqual(page.codes, ['forged']);
    const other = fakePage();
    other.open()?.close();
    other.say(message);
    assert.deepEqual(other.codes, []);
    assert.equal(other.opened.closed, true);
    assert.equal(other.listeners.size, 0);
  });

  it('opens our own address only, in the language of the page', () => {
    const page = fakePage();
    page.open();
    assert.deepEqual(page.asked, [`${origin}${startUrl}&language=de`]);
    for (const url of ['https://evil.test/x', '//evil.test/x', 'javascript:alert(1)'])
      assert.equal(page.open(url), undefined);
    assert.equal(page.asked.length, 1);
    assert.equal(page.listeners.size, 1);
  });
});
