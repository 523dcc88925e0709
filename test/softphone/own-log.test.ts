import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { languages } from '../../web/softphone/words';
import { type SoftphoneConsole } from './softphone-console';
import { softphoneGround } from './softphone-tests';

describe('the softphone in an app without our components', function () {
  this.timeout(60_000);
  const { browser, signedIn } = softphoneGround();
  /** What SoftphoneLogs answers from now on, whatever it is asked. */
  const answers = (tab: SoftphoneConsole, answer: object): Promise<void> =>
    tab.withHost((host, given: object) => void (host.answers.runApex = { runApex: JSON.stringify(given) }), {
      userId: '005000000000001AAA',
      ...answer
    });
  const settings = {
    org: { SetupOwnerId: '00D000000000001AAA', ConfiguredFor__c: '00D000000000001AAA' },
    ...{ timeZone: 'UTC', channels: [{ Channel__c: 'Phone', AutoLog__c: true }] }
  };
  const looks = async (tab: SoftphoneConsole): Promise<void> => {
    const { violations } = await new AxeBuilder({ page: tab.page }).include(['#softphone', 'main']).analyze();
    assert.deepEqual(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      []
    );
    const wide = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    assert.equal(await tab.frame().evaluate(wide), 0);
  };

  for (const [language, locale] of [
    ['en', 'en-US'],
    ['de', 'de']
  ] as const)
    it(`says that it saves the call, why it is refused, and that it is saved, with no barrier: ${language}`, async () => {
      const words = languages[language]!;
      const context = await browser().newContext({ ignoreHTTPSErrors: true, locale });
      const tab = await signedIn({ context });
      await answers(tab, settings);
      await tab.withPhone((phone) => void phone.ring());
      await tab.softphone.getByRole('button', { name: words.accept }).click();
      await tab.softphone.getByText(words.logSaves).waitFor({ timeout: 25_000 });
      await looks(tab);
      await answers(tab, { errors: [{ code: 'REQUIRED_FIELD_MISSING', message: 'Required: [Region__c]' }] });
      await tab.softphone.getByRole('button', { name: words.hangUp }).click();
      await tab.softphone.getByText('Required: [Region__c]').waitFor();
      await looks(tab);
      await answers(tab, { records: [{ Id: '00T000000000001AAA' }] });
      await tab.softphone.getByRole('button', { name: words.saveNow }).click();
      await tab.softphone.getByText(words.logSaved).waitFor();
      await tab.called('refreshView');
      assert.deepEqual(tab.said, []);
      await context.close();
    });
});
