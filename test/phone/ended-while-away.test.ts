import assert from 'node:assert/strict';
import { servePhone } from '../../local/phone/serve-phone';
import { type Interaction } from '../../core/interaction/interaction';
import { type FromPhone } from '../../core/phone-message/phone-message';
import { createSimulatedPhone } from '../../web/phone/drivers/simulated/simulated-phone';
import { type Phone } from '../../web/phone/phone';
import { openComponentLine, type ComponentLine } from '../../web/phone-page/component-line';
import { type SessionKeeper } from '../../web/phone-page/session-keeper';
import { type Timers } from '../../web/phone-page/timers';
import { signTicket } from './phone-ticket';

const ticketSecret = 'a secret of this test';

/** A page of Ada's, what it said of calls, and what kills it. */
type Page = {
  readonly line: ComponentLine;
  readonly told: () => readonly Interaction[];
  readonly dies: () => Promise<void>;
};

describe('what ended while the page was gone', () => {
  let system: Awaited<ReturnType<typeof servePhone>>;
  let kept: string | undefined;
  const open: Phone[] = [];

  const openPage = async (): Promise<Page> => {
    const claims = { sub: 'ada', org: 'o', aud: system.url, exp: Date.now() / 1000 + 60 };
    const phone = createSimulatedPhone({
      ticket: () => Promise.resolve({ url: system.url, ticket: signTicket(ticketSecret, claims) })
    });
    open.push(phone);
    const said: FromPhone[] = [];
    const line = openComponentLine({
      bridge: 'open-cti',
      say: (message) => said.push(message),
      withRecord: (interaction) => interaction,
      timers: { steady: () => performance.now(), wall: () => Date.now() } as Timers,
      dealtWith: { read: () => kept, keep: (value) => (kept = value) },
      keeper: () => ({ state: () => ({ name: 'signed-out' }) }) as unknown as SessionKeeper,
      server: { sessions: () => Promise.resolve([]), endSession: () => Promise.resolve() },
      phone: () => Promise.resolve(phone),
      known: () => phone.snapshot(),
      logOut: () => undefined,
      beginLogin: () => undefined,
      preferred: () => undefined,
      forPage: () => undefined
    });
    await phone.connect();
    phone.subscribe(line.hearPhone);
    line.tellAll();
    const told = (): readonly Interaction[] =>
      said.flatMap((message) => (message.type === 'interaction' ? [message.body.interaction] : []));
    return { line, told, dies: () => phone.disconnect() };
  };

  const comesIn = async (): Promise<string> => {
    const org = system.org('o');
    await org.comeIn({ channel: 'phone', from: '+442079460958', to: '+442079460000', agent: 'ada' });
    return org.snapshot('ada').calls[0]?.callId ?? '';
  };

  beforeEach(async () => {
    kept = undefined;
    system = await servePhone({ ticketSecret });
    system.org('o').addAgent('ada', { name: 'Ada' });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((phone) => phone.disconnect()));
    await system.stop();
  });

  it('is told whole by the next page, until a component has logged it', async () => {
    const org = system.org('o');
    const page = await openPage();
    const callId = await comesIn();
    org.command('ada', 'accept', { callId });
    await page.dies();
    for (const command of ['end', 'finish-wrap-up']) org.command('ada', command, { callId });

    const next = await openPage();
    const [{ callKey, state, outcome, answeredAt, endedAt } = {} as Interaction, ...others] = next.told();
    assert.deepEqual(others, []);
    assert.deepEqual([callKey, state, outcome], [`${callId}/ada`, 'done', 'answered']);
    assert.ok(answeredAt && endedAt);

    next.line.take({ type: 'log-saved', body: { callKey, taskId: '00T000000000001AAA' } });
    assert.deepEqual((await openPage()).told(), []);
  });

  it('is not told of a call that another page wrapped up', async () => {
    const org = system.org('o');
    const page = await openPage();
    const callId = await comesIn();
    for (const command of ['accept', 'end']) org.command('ada', command, { callId });
    const isOver = new Promise<void>((resolve) => {
      org.subscribe((_, event) => event.type === 'call' && event.change === 'ended' && resolve());
    });
    page.line.take({ type: 'wrap-up-done', body: { callKey: `${callId}/ada` } });
    await isOver;
    assert.deepEqual((await openPage()).told(), []);
  });
});
