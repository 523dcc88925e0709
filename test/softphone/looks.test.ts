import assert from 'node:assert/strict';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContextOptions } from 'playwright-core';
import { pictures } from '../voice/pictures';
import { languages } from '../../web/softphone/words';
import { type SoftphoneConsole } from './softphone-console';
import { softphoneGround } from './softphone-tests';

describe('what the softphone looks like', function () {
  this.timeout(120_000);
  const album = pictures(path.join(__dirname, 'screenshots'));
  const { browser, shown, signedIn } = softphoneGround();

  const barriers = async (tab: SoftphoneConsole): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page: tab.page }).include(['#softphone', 'main']).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  };
  /** Pixels by which something stands out at the side. */
  const overflow = (tab: SoftphoneConsole): Promise<number> =>
    tab.frame().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const fits = async (tab: SoftphoneConsole, name: string): Promise<void> => {
    // Words of another length are measured, and colours in the dark judged by axe; pictures show the rest.
    if (!/\.(de|es|fr|dark)$/.test(name))
      await album.take(name, tab.page.locator('#softphone'), [tab.softphone.locator('.time')]);
    assert.equal(await overflow(tab), 0, name);
  };
  const checked = async (tab: SoftphoneConsole, name: string): Promise<void> => {
    await fits(tab, name);
    assert.deepEqual(await barriers(tab), [], name);
  };
  const press = (tab: SoftphoneConsole, name: string): Promise<void> =>
    tab.softphone.getByRole('button', { name, exact: true }).click();

  const looks: readonly (readonly [string, keyof typeof languages, string, BrowserContextOptions])[] = [
    ['en', 'en', '300', {}],
    ['dark', 'en', '320', { colorScheme: 'dark' }],
    ['forced', 'en', '300', { forcedColors: 'active' }],
    ['de', 'de', '300', {}],
    ['fr', 'fr', '300', {}],
    ['es', 'es', '300', {}],
    ['ja', 'ja', '300', {}]
  ];
  for (const [name, language, width, options] of looks)
    it(`${name === language && name !== 'en' ? 'fits' : 'has no barrier and fits'}, in every state: ${name}`, async () => {
      const words = languages[language]!;
      const locale = language === 'en' ? 'en-US' : language;
      const context = await browser().newContext({ ignoreHTTPSErrors: true, locale, ...options });
      const tab = await signedIn({ context, query: { width } });
      // An app with our components: they log, and the phone says nothing of it.
      await tab.withHost((host) => host.say({ type: 'hello', body: {} }));
      // What is a barrier in one language is one in all; what does not fit is longer in some.
      const isWhole = name === 'en' || name === 'dark';
      const look = isWhole || name === 'forced' ? checked : fits;
      await press(tab, words.keypad);
      if (isWhole) await checked(tab, `idle.${name}`);
      await press(tab, words.contacts);
      await tab.softphone.getByText('Carol').waitFor();
      await look(tab, `contacts.${name}`);
      await press(tab, words.contacts);
      await press(tab, words.keypad);
      await press(tab, words.places);
      const elsewhere = new RegExp(`${words.nowhereElse}|${words.elsewhere.replace('{0}', '\\d')}`);
      await tab.softphone.getByText(elsewhere).waitFor();
      assert.equal(await overflow(tab), 0, `places.${name}`);
      if (isWhole) assert.deepEqual(await barriers(tab), [], `places.${name}`);
      await press(tab, words.places);
      await tab.withPhone((phone) => void phone.ring());
      await tab.softphone.getByRole('button', { name: words.accept }).waitFor();
      await look(tab, `ringing.${name}`);
      await press(tab, words.accept);
      await press(tab, words.transfer);
      await tab.softphone.getByText('Carol').waitFor();
      if (isWhole) await checked(tab, `transfer.${name}`);
      await press(tab, `${words.askFirst}: Bob`);
      await tab.withPhone((phone) => {
        const [call] = phone.snapshot().calls;
        const legs = call!.legs.map((leg) =>
          leg.role === 'third-party' ? { ...leg, state: 'connected' as const, name: 'Bob' } : leg
        );
        phone.change(call!.callId, { legs, isMuted: true, recording: 'paused' });
      });
      await tab.softphone.getByRole('button', { name: words.handOver }).waitFor();
      await look(tab, `consulting.${name}`);
      await tab.withPhone((phone) => phone.failNext('microphone-blocked'));
      await press(tab, words.swap);
      await tab.softphone.getByText(words.microphoneBlocked).waitFor();
      await press(tab, words.handOver);
      await tab.softphone.getByRole('button', { name: words.finishWrapUp }).waitFor();
      if (isWhole) await checked(tab, `wrap-up.${name}`);
      await press(tab, words.finishWrapUp);
      await tab.withPhone((phone) => {
        const third = { legId: 'leg-s', role: 'third-party', state: 'connected', name: 'Bob' } as const;
        const { callId, legs } = phone.ring();
        const supervision = { state: 'listening', agent: phone.snapshot().agent } as const;
        phone.change(callId, {
          state: 'connected',
          legs: [...legs, third],
          supervision,
          answeredAt: '2026-01-05T08:00:00Z'
        });
      });
      await tab.softphone.getByText(words.listening, { exact: true }).waitFor();
      await look(tab, `listening.${name}`);
      await press(tab, words.bargeIn);
      await tab.softphone.getByText(words.takingPart.replace('{0}', 'Bob')).waitFor();
      await look(tab, `taking-part.${name}`);
      await press(tab, words.stopListening);
      await tab.withPhone((phone) => {
        const leg = { legId: 'leg-s', role: 'supervisor', state: 'connected', name: 'Sue' } as const;
        const { callId, legs } = phone.ring();
        phone.change(callId, { state: 'connected', legs: [...legs, leg], answeredAt: '2026-01-05T08:00:00Z' });
      });
      await tab.softphone.getByText(words.joined.replace('{0}', 'Sue')).waitFor();
      await look(tab, `joined.${name}`);
      await tab.withPhone((phone) => {
        const sent = { from: 'Sue Park', sentAt: '2026-01-05T08:00:00Z' };
        const messages = [
          { ...sent, messageId: 'm-1', text: 'The stand-up is at ten.\nBring your open cases.', isImportant: false },
          { ...sent, messageId: 'm-2', text: 'الخط معطل حتى المساء', isImportant: true, until: '2026-01-05T17:00:00Z' }
        ];
        phone.emit({ type: 'messages', messages });
      });
      await tab.softphone.getByText(words.important, { exact: true }).waitFor();
      assert.equal(await overflow(tab), 0, `messages.${name}`);
      if (isWhole) assert.deepEqual(await barriers(tab), [], `messages.${name}`);
      await context.close();
    });

  it('has no barrier before the login, with the login, and where there is no phone', async () => {
    const link = await shown({ query: { auto: 'no' } });
    await link.softphone.getByRole('button', { name: 'Log in to the phone' }).waitFor();
    await checked(link, 'link.en');
    await press(link, 'Log in to the phone');
    await link.softphone.frameLocator('iframe.login').locator('main[data-state=form]').waitFor();
    await checked(link, 'login.en');
    const none = await shown({ query: { fail: 'getCallCenterSettings' } });
    await none.softphone.getByRole('button', { name: 'Try again' }).waitFor();
    await checked(none, 'none.en');
  });

  it('is worked by the keyboard alone, and keeps the focus while calls change', async () => {
    const tab = await signedIn();
    const focused = (): Promise<string | null | undefined> =>
      tab
        .frame()
        .evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    await tab.softphone.locator('#number').focus();
    await tab.withPhone((phone) => void phone.ring());
    await tab.softphone.getByRole('button', { name: 'Accept' }).focus();
    await tab.page.keyboard.press('Enter');
    await tab.softphone.getByRole('button', { name: 'Mute' }).focus();
    await tab.page.keyboard.press('Tab');
    assert.equal(await focused(), 'Hold');
    await tab.withPhone((phone) => void phone.ring({ channel: 'chat', from: 'Carol' }));
    await tab.softphone.getByText('Carol').waitFor();
    assert.equal(await focused(), 'Hold');
    await tab.page.keyboard.press('Space');
    await tab.softphone.getByText('on hold', { exact: true }).waitFor();
  });

  it('looks as it was reviewed', async function () {
    if (!(await album.compare(browser()))) this.skip();
  });
});
