import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { keyboardProblems } from './check-keyboard';
import { turnedTexts } from './check-order';
import { axeViolations, overflowAt } from './check-page';
import { launchBrowser, type TestBrowser } from './launch-browser';

const page = (content: string, style = ''): string =>
  `<!doctype html><html lang="en"><title>t</title><style>${style}</style><main><h1>t</h1>${content}</main></html>`;

describe('the checks of pages find what is planted', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let tab: Page;

  before(async () => {
    browser = await launchBrowser();
  });
  // Where Tab begins is remembered by a page, whatever its content.
  beforeEach(async () => {
    tab = await browser.context.newPage();
  });
  afterEach(() => tab.close());
  after(() => browser.close());

  it('finds nothing on a good page', async () => {
    await tab.setContent(page('<button>Save</button><label>Name <input></label>'));
    assert.deepEqual(await axeViolations(tab), []);
    assert.deepEqual(await overflowAt(tab, 320), []);
    assert.deepEqual(await keyboardProblems(tab), []);
  });

  it('finds a field without a label', async () => {
    await tab.setContent(page('<input>'));
    assert.match((await axeViolations(tab)).join(), /^label: /);
  });

  it('finds what sticks out, and what scrolls sideways', async () => {
    await tab.setContent(page('<div style="width:400px">wide</div>'));
    assert.notEqual((await overflowAt(tab, 320)).length, 0);
    await tab.setContent(page('<div style="overflow:auto;width:200px"><div style="width:400px">wide</div></div>'));
    assert.match((await overflowAt(tab, 320)).join(), /scrolls sideways by 200/);
  });

  it('finds what is read in another order than it is written', async () => {
    const [bare, apart] = ['<p>0 of 14</p>', '<p><bdi>0 of 14</bdi></p>'];
    await tab.setContent(page(`<div dir="rtl">${apart}<p>Saved. It waits.</p></div>${bare}`));
    assert.deepEqual(await turnedTexts(tab), []);
    await tab.setContent(page(`<div dir="rtl">${bare}<p>(415) 555-0132</p></div>`));
    assert.deepEqual(await turnedTexts(tab), ['0 of 14', '(415) 555-0132']);
  });

  it('finds a control that no key reaches', async () => {
    const trap = `<button onkeydown="if (event.key === 'Tab') event.preventDefault()">One</button><button>Two</button>`;
    await tab.setContent(page(trap));
    assert.deepEqual(await keyboardProblems(tab), ['Tab never reaches button  "Two"']);
  });

  it('finds a focus that does not show', async () => {
    await tab.setContent(page('<button>Save</button>', 'button:focus { outline: none }'));
    assert.deepEqual(await keyboardProblems(tab), ['focus does not show on button  "Save"']);
  });

  it('finds an order that is not the reading order', async () => {
    await tab.setContent(page('<button tabindex="2">One</button><button tabindex="1">Two</button>'));
    assert.deepEqual(await keyboardProblems(tab), ['Tab goes backwards to button  "One"']);
  });

  it('refuses what leaves this computer', async () => {
    await tab.setContent(page('<img alt="x" src="http://192.0.2.1/x.png">'));
    await tab.waitForTimeout(100);
    assert.deepEqual(browser.refused, ['http://192.0.2.1/x.png']);
  });
});
