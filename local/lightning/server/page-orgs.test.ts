import assert from 'node:assert/strict';
import { withIds } from './page-orgs';
import { escaped, pageHtml } from './page-html';
import { stateAddress } from './state-address';

describe('the page of a state', () => {
  it('has the ids of seeded records wherever their names stand', () => {
    const ids = { alex: '003000000000001AAA' };
    assert.deepEqual(withIds({ recordId: '$alex', list: ['$alex', 1], words: 'costs $5' }, ids), {
      recordId: '003000000000001AAA',
      list: ['003000000000001AAA', 1],
      words: 'costs $5'
    });
  });

  it('is refused when it names a record that nobody seeded', () => {
    assert.throws(() => withIds({ recordId: '$bo' }, {}), /No seeded record has the name bo/);
  });

  it('cannot be broken by what a state says', () => {
    const html = pageHtml({
      title: '<b>"',
      language: 'en-US',
      direction: 'ltr',
      importMap: {},
      config: { words: '</script><script>alert(1)</script>' },
      boot: '/boot.js',
      shared: '',
      nonce: 'n'
    });
    assert.ok(!html.includes('<script>alert'));
    assert.ok(html.includes('<title>&lt;b>&quot;</title>'));
    assert.equal(escaped('a&b'), 'a&amp;b');
  });

  it('has an origin that no other state and language shares', () => {
    const one = new URL(stateAddress('http://127.0.0.1:4000', 'callLog', 'wrap-up', 'en'));
    const other = new URL(stateAddress('http://127.0.0.1:4000', 'callLog', 'wrap-up', 'ja'));
    assert.notEqual(one.origin, other.origin);
    assert.equal(one.port, '4000');
  });
});
