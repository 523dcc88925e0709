import { until } from '../../scenarios/until';
import { type Rep } from '../../scenarios/rep';
import { type WholeWorld } from '../../voice/whole-world';
import { nameOf, numberOf } from './contact-base';
import { noteNextClick, shownAt } from './page-clock';

/** Milliseconds of one call. */
export type TimedCall = {
  /** From the moment when the phone system is told of the call to the caller's record in front of the rep. */
  readonly pop: number;
  /** From the rep's click on Hang up to Salesforce's answer that it has the Task. */
  readonly confirmed: number;
};

type Org = { readonly agents: readonly { readonly agentId: string; readonly calls: readonly object[] }[] };

/** A contact of the base calls, is seen, is talked to, and is hung up on; settles when nothing of it is open any more. */
export async function timedCall(world: WholeWorld, rep: Rep, caller: number): Promise<TimedCall> {
  const page = rep.page();
  const softphone = page.frames().find((frame) => new URL(frame.url()).pathname.endsWith('/softphone'));
  if (!softphone) throw new Error('There is no softphone');
  const rings = Date.now();
  const [popped] = await Promise.all([
    shownAt(page, `article.record[aria-label="${nameOf(caller)}"] .record-details dd`),
    world.phone('POST', '/interactions', {
      ...{ channel: 'phone', from: numberOf(caller), to: '+442079460000', agent: rep.agent }
    })
  ]);
  await rep.accept();
  await softphone.getByRole('button', { name: 'Hang up', exact: true }).first().waitFor();
  const clickedAt = await noteNextClick(softphone);
  const saved = page
    .waitForEvent('requestfinished', (request) => request.url().endsWith('/__local/apex/CallLogs/save'))
    .then(() => Date.now());
  await rep.hangUp();
  const confirmed = (await saved) - (await clickedAt());
  await rep.finish();
  // The panel may be behind the softphone.
  await page
    .locator('c-call-log-form [data-id="discard"]')
    .first()
    .evaluate((button) => (button as HTMLElement).click());
  await page.locator('c-call-log-form').first().waitFor({ state: 'detached' });
  await page.locator(`[title="Close ${nameOf(caller)}"]`).click();
  await until(
    async () => ((await world.phone('GET', '')) as Org).agents.find(({ agentId }) => agentId === rep.agent)?.calls,
    (calls) => calls?.length === 0,
    'no call is to be left'
  );
  return { pop: popped - rings, confirmed };
}
