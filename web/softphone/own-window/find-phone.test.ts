import assert from 'node:assert/strict';
import { framesOf, isOurs } from './find-phone';

const origin = 'https://voice.example.com';
/** A page as another may see it: whose address may not be read throws, as a browser does. */
const pageOf = (own: string, frames: readonly object[] = [], closed = false): Window =>
  ({
    frames,
    closed,
    get location(): { readonly origin: string } {
      if (own !== origin) throw new DOMException('Blocked a frame', 'SecurityError');
      return { origin: own };
    }
  }) as unknown as Window;
const salesforce = 'https://acme.lightning.force.com';

describe('the phone that a window looks for', () => {
  it('is the frame that opened it', () => {
    const opener = pageOf(origin);
    assert.deepEqual(framesOf(opener, pageOf(salesforce, [opener]), origin), [opener]);
  });

  it('is in any frame of the same tab once that one is gone', () => {
    const phone = pageOf(origin);
    const between = pageOf(salesforce, [phone]);
    for (const gone of [null, pageOf(origin, [], true), pageOf(salesforce)])
      assert.deepEqual(framesOf(gone, pageOf(salesforce, [between]), origin), [between, phone]);
  });

  it('is nowhere when the tab is closed, or when a page of another origin opened the window', () => {
    assert.deepEqual(framesOf(null, pageOf(salesforce, [], true), origin), []);
    assert.deepEqual(framesOf(pageOf('https://evil.test'), null, origin), []);
    assert.equal(isOurs(pageOf('https://evil.test'), origin), false);
    assert.equal(isOurs(null, origin), false);
  });

  it('is not looked for without an end', () => {
    const frames: object[] = [];
    const round = pageOf(salesforce, frames);
    frames.push(round, round);
    assert.ok(framesOf(null, round, origin).length < 300);
  });
});
