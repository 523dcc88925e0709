import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { servePhone } from '../../local/phone/serve-phone';
import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { type FromPhone, type ToPhone } from '../../core/phone-message/phone-message';
import { createSimulatedPhone } from '../../web/phone/drivers/simulated/simulated-phone';
import { type Phone } from '../../web/phone/phone';
import { openComponentLine, type ComponentLine } from '../../web/phone-page/component-line';
import { type SessionKeeper } from '../../web/phone-page/session-keeper';
import { type Timers } from '../../web/phone-page/timers';
import { signTicket } from './phone-ticket';

const ticketSecret = 'a secret of this test';
const deadline = 5_000;

/** What components hear from the page of one agent, and their line to it. */
type Page = { readonly phone: Phone; readonly line: ComponentLine; readonly said: FromPhone[] };

describe('a supervisor at the components', () => {
  let system: Awaited<ReturnType<typeof servePhone>>;
  const open: Phone[] = [];

  const pageOf = async (agentId: string): Promise<Page> => {
    const phone = createSimulatedPhone({
      ticket: () =>
        Promise.resolve({
          url: system.url,
          ticket: signTicket(ticketSecret, { sub: agentId, org: 'o', aud: system.url, exp: Date.now() / 1000 + 60 })
        })
    });
    open.push(phone);
    const said: FromPhone[] = [];
    const line = openComponentLine({
      bridge: 'open-cti',
      say: (message) => said.push(parsePhoneMessage(message) as FromPhone),
      withRecord: (interaction) => interaction,
      timers: { steady: () => performance.now(), wall: () => Date.now() } as Timers,
      dealtWith: { read: () => undefined, keep: () => undefined },
      keeper: () => ({ state: () => ({ name: 'signed-out' }) }) as unknown as SessionKeeper,
      server: { sessions: () => Promise.resolve([]), endSession: () => Promise.resolve() },
      phone: () => Promise.resolve(phone),
      known: () => phone.snapshot(),
      logOut: () => undefined,
      beginLogin: () => undefined,
      preferred: () => undefined,
      forPage: () => undefined
    });
    phone.subscribe(line.hearPhone);
    await phone.connect();
    return { phone, line, said };
  };
  const callOfAda = ({ said }: Page): unknown => {
    const last = said.filter((message) => message.type === 'presence').at(-1);
    return last?.body.others.find(({ agentName }) => agentName === 'Ada')?.call;
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    const end = Date.now() + deadline;
    while (!isSo()) {
      assert.ok(Date.now() < end, 'it did not happen in time');
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  beforeEach(async () => {
    system = await servePhone({ ticketSecret });
    const org = system.org('o');
    org.addAgent('ada', { name: 'Ada' });
    org.addAgent('bob', { name: 'Bob' });
    org.addAgent('sue', { name: 'Sue', isSupervisor: true });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((phone) => phone.disconnect()));
    await system.stop();
  });

  it('sees a call, listens, barges in and stops, all by message', async () => {
    const [ada, sue] = [await pageOf('ada'), await pageOf('sue')];
    await system.org('o').comeIn({ channel: 'phone', from: '+442079460958', to: '+442079460000', agent: 'ada' });
    await until(() => ada.phone.snapshot().calls.length === 1);
    const { callId = '' } = ada.phone.snapshot().calls[0] ?? {};
    const { answeredAt } = await ada.phone.accept(callId);
    await until(() => callOfAda(sue) !== undefined);
    const call = { callId, number: '+442079460958', since: answeredAt };
    assert.deepEqual(callOfAda(sue), { ...call, actions: ['listen', 'barge-in'] });
    const steps: readonly (readonly [Extract<ToPhone, { readonly type: 'supervise' }>['body']['action'], object])[] = [
      ['listen', { supervision: 'listening', actions: ['listen', 'barge-in', 'stop'] }],
      ['barge-in', { supervision: 'barged-in', actions: ['listen', 'barge-in', 'stop'] }],
      ['stop', { actions: ['listen', 'barge-in'] }]
    ];
    for (const [action, then] of steps) {
      sue.said.length = 0;
      sue.line.take({ type: 'supervise', body: { callId, action } });
      await until(() => isDeepStrictEqual(callOfAda(sue), { ...call, ...then }));
    }
  });

  const lastOf = <Type extends FromPhone['type']>({ said }: Page, type: Type): Extract<FromPhone, { type: Type }> =>
    said.filter((message) => message.type === type).at(-1) as Extract<FromPhone, { type: Type }>;
  const draft = { requestId: 'r-1', text: 'Stand-up at ten', to: { kind: 'everybody' } } as const;

  it('writes to reps, sees who has read it, and takes it away, all by message', async () => {
    const [ada, sue] = [await pageOf('ada'), await pageOf('sue')];
    const texts = (page: Page): unknown => lastOf(page, 'messages')?.body.messages.map(({ text }) => text);
    ada.line.take({ type: 'hello', body: {} });
    sue.line.take({ type: 'hello', body: {} });
    assert.deepEqual(lastOf(sue, 'sent-messages').body, {
      sent: [],
      addressees: [
        { kind: 'everybody' },
        { kind: 'agent', id: 'ada', name: 'Ada' },
        { kind: 'agent', id: 'bob', name: 'Bob' }
      ]
    });
    assert.equal(lastOf(ada, 'sent-messages'), undefined, 'who is no supervisor is offered nothing to send');
    sue.line.take({ type: 'send-message', body: draft });
    sue.line.take({ type: 'send-message', body: draft });
    await until(() => isDeepStrictEqual(texts(ada), ['Stand-up at ten']));
    await until(() => lastOf(sue, 'sent-messages').body.sent.length === 1);
    const { messageId = '' } = lastOf(ada, 'messages').body.messages[0] ?? {};
    ada.line.take({ type: 'mark-message-read', body: { messageId } });
    const readers = (): unknown =>
      lastOf(sue, 'sent-messages').body.sent[0]?.readers.map(({ name, readAt }) => [name, readAt !== undefined]);
    await until(() =>
      isDeepStrictEqual(readers(), [
        ['Ada', true],
        ['Bob', false]
      ])
    );
    const bob = await pageOf('bob');
    bob.line.take({ type: 'hello', body: {} });
    assert.deepEqual(texts(bob), ['Stand-up at ten']);
    sue.line.take({ type: 'withdraw-message', body: { messageId } });
    await until(() => isDeepStrictEqual(texts(bob), []));
    system.org('o').addAgent('cleo', { name: 'Cleo', queues: ['Sales'] });
    await until(() => lastOf(sue, 'sent-messages').body.addressees.length === 5);
  });

  const refusals: readonly (readonly [string, string, ToPhone, object])[] = [
    ['who is no supervisor', 'bob', { type: 'send-message', body: draft }, { subject: 'r-1', reason: 'not-allowed' }],
    [
      'that would reach nobody',
      'sue',
      { type: 'send-message', body: { ...draft, to: { kind: 'queue', id: 'Night' } } },
      { subject: 'r-1', reason: 'gone' }
    ],
    ['that is gone', 'sue', { type: 'withdraw-message', body: { messageId: 'm' } }, { subject: 'm', reason: 'gone' }],
    [
      'that is gone, on reading it',
      'bob',
      { type: 'mark-message-read', body: { messageId: 'm' } },
      { subject: 'm', reason: 'gone' }
    ]
  ];
  for (const [what, agentId, message, refusal] of refusals)
    it(`is told why of a message ${what}`, async () => {
      const page = await pageOf(agentId);
      page.line.take(message);
      await until(() => page.said.some(({ type }) => type === 'refused'));
      const { detail: _, ...told } = lastOf(page, 'refused').body.refusal;
      assert.deepEqual(told, { asked: message.type, ...refusal });
    });

  it('is told why when the phone system counts them as no supervisor', async () => {
    const [ada, bob] = [await pageOf('ada'), await pageOf('bob')];
    await system.org('o').comeIn({ channel: 'phone', from: '+442079460958', to: '+442079460000', agent: 'ada' });
    await until(() => ada.phone.snapshot().calls.length === 1);
    const { callId = '' } = ada.phone.snapshot().calls[0] ?? {};
    await ada.phone.accept(callId);
    bob.line.take({ type: 'supervise', body: { callId, action: 'listen' } });
    await until(() => bob.said.some(({ type }) => type === 'refused'));
    const refused = bob.said.find((message) => message.type === 'refused');
    const { asked, subject, reason } = refused!.body.refusal;
    assert.deepEqual({ asked, subject, reason }, { asked: 'supervise', subject: callId, reason: 'not-allowed' });
    assert.equal(callOfAda(bob), undefined);
  });
});
