import assert from 'node:assert/strict';
import { openedWindow } from './open-cti-page';

const app = 'https://acme.lightning.force.com/lightning?phone=open-cti&navigation=standard&userName=sam%40acme.test';
const url = new URL('https://acme.lightning.force.com/lightning/r/Contact/003000000000001AAA/view?a=1');

describe('A window that a page of Open CTI opens', () => {
  it('is the same app of the same rep, which begins at the address', () => {
    const place = new URL(openedWindow(url, app) ?? '', app).searchParams;
    assert.equal(place.get('userName'), 'sam@acme.test');
    assert.equal(place.get('navigation'), 'standard');
    assert.equal(place.get('open'), '/lightning/r/Contact/003000000000001AAA/view?a=1');
  });

  it('is nothing of Open CTI when another page opened it, or the app itself is asked for', () => {
    for (const referer of [undefined, 'about', 'https://acme.lightning.force.com/lightning'])
      assert.equal(openedWindow(url, referer), undefined);
    assert.equal(openedWindow(new URL(app), app), undefined);
  });
});
