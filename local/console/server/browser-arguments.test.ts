import assert from 'node:assert/strict';
import path from 'node:path';
import { browserArguments, commandLine } from './browser-arguments';
import { findBrowser } from './find-browser';
import { resolverRules } from './names';

describe("The console's browser", () => {
  it('is what CHROMIUM_PATH names, and nothing else when that is not there', () => {
    assert.equal(
      findBrowser({ CHROMIUM_PATH: '/x/chrome', PATH: '/bin' }, () => true),
      '/x/chrome'
    );
    assert.throws(() => findBrowser({ CHROMIUM_PATH: '/x/chrome', PATH: '/bin' }, () => false), /CHROMIUM_PATH/);
  });
  it('is the first on the PATH, and its absence says what to do', () => {
    const wanted = path.join('/second', 'google-chrome');
    assert.equal(
      findBrowser({ PATH: ['/first', '/second'].join(path.delimiter) }, (file) => file === wanted),
      wanted
    );
    assert.throws(() => findBrowser({ PATH: '/first' }, () => false), /Install one/);
  });
  it('finds names on this computer and trusts the keys that it is given, with a profile of its own', () => {
    const given = browserArguments({
      profile: '/p',
      resolverRules: resolverRules({ 'a.test': 1, 'b.test': 2 }),
      keyHashes: ['k=', 'l='],
      url: 'https://a.test/',
      isRoot: false
    });
    assert.ok(given.includes('--host-resolver-rules=MAP a.test:443 127.0.0.1:1, MAP b.test:443 127.0.0.1:2'));
    assert.ok(given.includes('--ignore-certificate-errors-spki-list=k=,l='));
    assert.ok(given.includes('--user-data-dir=/p'));
    assert.ok(!given.includes('--no-sandbox') && !given.includes('--ignore-certificate-errors'));
    assert.equal(given.at(-1), 'https://a.test/');
  });
  it('is started by a line that can be pasted', () => {
    assert.equal(commandLine('chromium', ['--a=b', 'x y', "it's"]), `chromium --a=b 'x y' 'it'\\''s'`);
  });
});
