import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pageSettingsId, parsePageSettings } from '../../shared/session-wire/page-settings';
import { readBuiltPages } from './built-pages';

const org = {
  orgId: '00D000000000001AAA',
  name: 'uat',
  frameAncestors: ['https://one.lightning.force.com'],
  scrtUrl: 'https://one.my.salesforce-scrt.com',
  callCenter: '</script><b>"Support"',
  loginFrameHeight: 350
};

describe('the built pages', () => {
  let folder: string;
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
    write(
      'manifest.json',
      JSON.stringify({
        login: { js: 'login.1.js', css: 'login.2.css' },
        connector: { js: 'connector.3.js' },
        softphone: { js: 'softphone.4.js' }
      })
    );
    for (const name of ['login.1.js', 'login.2.css', 'connector.3.js', 'softphone.4.js', 'login.1.js.map'])
      write(name, name);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('load their script by its name, with the nonce, and their style', () => {
    const pages = readBuiltPages(folder);
    const login = pages.html('login', org, 'abc');
    assert.match(login, /<script nonce="abc" src="\/assets\/login\.1\.js" defer>/);
    assert.match(login, /<link rel="stylesheet" href="\/assets\/login\.2\.css">/);
    assert.doesNotMatch(pages.html('connector', org, 'abc'), /stylesheet/);
    assert.equal(pages.asset('login.2.css')?.type, 'text/css; charset=utf-8');
    assert.equal(pages.asset('manifest.json'), undefined);
    assert.equal(pages.asset('login.1.js.map'), undefined);
  });

  it('hold the settings of the org, whatever is in its names', () => {
    const html = readBuiltPages(folder).html('login', org, 'abc');
    const text = new RegExp(`id="${pageSettingsId}">([^<]*)</script>`).exec(html)?.[1] ?? '';
    const { orgId, callCenter, frameAncestors: hostOrigins, loginFrameHeight } = org;
    assert.deepEqual(parsePageSettings(text), { orgId, callCenter, hostOrigins, loginFrameHeight });
    assert.doesNotMatch(html, /<b>/);
  });

  it('are refused when they are not whole', () => {
    rmSync(path.join(folder, 'connector.3.js'));
    assert.throws(() => readBuiltPages(folder), /names connector\.3\.js/);
    rmSync(path.join(folder, 'manifest.json'));
    assert.throws(() => readBuiltPages(folder), /holds no built pages/);
  });
});
