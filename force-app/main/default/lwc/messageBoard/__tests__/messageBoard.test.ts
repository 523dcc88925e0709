import { createElement } from 'lwc';
import { MessageContext, createMessageContext, publish } from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import MessageBoard from 'c/messageBoard';

const everybody = { kind: 'everybody' };
const support = { kind: 'queue', id: 'q 1', name: 'Support' };
const bo = { kind: 'agent', id: 'bo', name: 'Bo' };
const at = '2026-01-05T09:00:00Z';
const sentMessage = (messageId: string, change: object = {}): object => ({
  ...{ messageId, requestId: `r-${messageId}`, text: `Message ${messageId}`, isImportant: false, from: 'Sue' },
  ...{ sentAt: at, to: support, readers: [{ name: 'Ada', readAt: at }, { name: 'Bo' }] },
  ...change
});
const say = async (type: string, body: object): Promise<void> => {
  publish(createMessageContext(), PHONE_CHANNEL, { type, body });
  await Promise.resolve();
};
const tell = (...sent: readonly object[]): Promise<void> =>
  say('sent-messages', { sent, addressees: [bo, support, everybody] });
const asked = (): readonly { type: string; body: Record<string, unknown> }[] =>
  jest
    .mocked(publish)
    .mock.calls.map(([, , message]) => message as { type: string; body: Record<string, unknown> })
    .filter(({ type }) => type === 'send-message' || type === 'withdraw-message');
const refuse = (
  reason: string,
  subject: unknown = asked().at(-1)?.body.requestId,
  to = 'send-message'
): Promise<void> => say('refused', { refusal: { asked: to, subject, reason, detail: 'Their words' } });

function show(): HTMLElement {
  const element = createElement('c-message-board', { is: MessageBoard });
  document.body.appendChild(element);
  (MessageContext as unknown as { emit(value: object): void }).emit({});
  return element;
}
const all = (element: HTMLElement, id: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[data-id="${id}"]`)
];
const texts = (element: HTMLElement, id: string): readonly (string | null)[] =>
  all(element, id).map(({ textContent }) => textContent);
const choose = async (element: HTMLElement, id: string, detail: object): Promise<void> => {
  all(element, id)[0]!.dispatchEvent(new CustomEvent('change', { detail }));
  await Promise.resolve();
};
const press = async (element: HTMLElement, id: string, index = 0): Promise<void> => {
  all(element, id)[index]!.click();
  await Promise.resolve();
};
async function shown(): Promise<HTMLElement> {
  const element = show();
  await tell();
  return element;
}
async function written(text = ' Stand-up at ten '): Promise<HTMLElement> {
  const element = await shown();
  await choose(element, 'text', { value: text });
  return element;
}
async function isAccessible(element: HTMLElement): Promise<void> {
  jest.useRealTimers();
  await expect(element).toBeAccessible();
}

describe('c-message-board', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse(at) });
    jest.mocked(publish).mockClear();
  });
  afterEach(async () => {
    // What the phone said last is remembered as long as the page lives.
    await say('session', { session: { state: 'signed-out' } });
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('is not there for whom the phone system counts as no supervisor, nor for who is signed out', async () => {
    const element = show();
    await say('messages', { messages: [] });
    expect(element.shadowRoot!.querySelector('section')).toBeNull();
    await tell();
    expect(texts(element, 'none')).toEqual(['c.MessageBoardNone']);
    await isAccessible(element);
    await say('session', { session: { state: 'signed-out' } });
    expect(element.shadowRoot!.querySelector('section')).toBeNull();
  });

  it('offers everybody first, then queues, then reps', async () => {
    const element = await shown();
    const { options } = all(element, 'to')[0] as HTMLElement & { options: readonly { value: string }[] };
    expect(options.map(({ value }) => value)).toEqual(['everybody', 'queue q 1', 'agent bo']);
  });

  it('sends what was written, to whom and for how long, and begins anew when it is there', async () => {
    const element = await written();
    await choose(element, 'to', { value: 'queue q 1' });
    await choose(element, 'lasts', { value: '3600' });
    await choose(element, 'important', { checked: true });
    await press(element, 'send');
    await press(element, 'send');
    expect(asked()).toHaveLength(1);
    const { requestId, ...draft } = asked()[0]!.body;
    expect(draft).toEqual({
      text: 'Stand-up at ten',
      to: { kind: 'queue', id: 'q 1' },
      isImportant: true,
      forSeconds: 3600
    });
    expect(all(element, 'send')[0]!.getAttribute('aria-disabled')).toBe('true');
    await tell(sentMessage('1', { requestId }));
    expect(texts(element, 'done')).toEqual(['c.MessageBoardSent']);
    expect((all(element, 'text')[0] as HTMLElement & { value: string }).value).toBe('');
    await choose(element, 'text', { value: 'Another' });
    await press(element, 'send');
    expect(asked()[1]!.body.requestId).not.toBe(requestId);
  });

  it('sends nothing that is empty or too long, counts while it is written, and says what to do', async () => {
    const element = await written(' \n ');
    await press(element, 'send');
    expect(texts(element, 'problem')).toEqual(['c.MessageBoardEmpty']);
    await choose(element, 'text', { value: 'x'.repeat(501) });
    expect([texts(element, 'problem'), all(element, 'count')[0]!.className]).toEqual([
      [],
      expect.stringContaining('error')
    ]);
    await press(element, 'send');
    expect(texts(element, 'problem')).toEqual(['c.MessageBoardTooLong']);
    expect(asked()).toEqual([]);
    await isAccessible(element);
  });

  const refusals: readonly (readonly [string, string, string | null])[] = [
    ['gone', 'c.MessageBoardNobody', null],
    ['busy', 'c.MessageBoardFull', null],
    ['not-allowed', 'c.AgentMonitorNotAllowed', null],
    ['not-connected', 'c.AgentMonitorSilent', null],
    ['failed', 'c.AgentMonitorFailed', 'Their words']
  ];
  for (const [reason, words, detail] of refusals)
    it(`keeps what was written and says why it was not sent: ${reason}`, async () => {
      const element = await written();
      await press(element, 'send');
      await refuse(reason, 'another request');
      expect(texts(element, 'problem')).toEqual([]);
      await refuse(reason);
      expect([texts(element, 'problem'), texts(element, 'detail')]).toEqual([[words], detail === null ? [] : [detail]]);
      expect((all(element, 'text')[0] as HTMLElement & { value: string }).value).toBe(' Stand-up at ten ');
      expect(all(element, 'send')[0]!.getAttribute('aria-disabled')).toBe('false');
    });

  it('asks again for the same message when the phone was silent, and hears also later that it was sent', async () => {
    const element = await written();
    await press(element, 'send');
    jest.advanceTimersByTime(10_000);
    await Promise.resolve();
    expect(texts(element, 'problem')).toEqual(['c.MessageBoardSilent']);
    await press(element, 'send');
    const [first, second] = asked();
    expect(second).toEqual(first);
    jest.advanceTimersByTime(10_000);
    await tell(sentMessage('1', { requestId: first!.body.requestId }));
    expect([texts(element, 'problem'), texts(element, 'done')]).toEqual([[], ['c.MessageBoardSent']]);
  });

  it('shows what was sent, the newest first, and who has yet to read it before who has', async () => {
    const element = show();
    await tell(sentMessage('1'), sentMessage('2', { to: everybody, isImportant: true, until: at, text: '<b>Tea</b>' }));
    expect(texts(element, 'sent-text')).toEqual(['<b>Tea</b>', 'Message 1']);
    expect([all(element, 'until').length, all(element, 'reader').length]).toEqual([1, 0]);
    await press(element, 'who', 1);
    expect(all(element, 'reader').map((reader) => reader.querySelector('bdi')?.textContent)).toEqual(['Bo', 'Ada']);
    expect(all(element, 'who').map((button) => button.getAttribute('aria-expanded'))).toEqual(['false', 'true']);
    await isAccessible(element);
    await press(element, 'who', 1);
    expect(all(element, 'reader')).toHaveLength(0);
  });

  it('withdraws a message, once, and keeps the focus in its place', async () => {
    const element = show();
    await tell(sentMessage('1'), sentMessage('2'));
    all(element, 'withdraw')[0]!.focus();
    await press(element, 'withdraw');
    await press(element, 'withdraw');
    expect(asked()).toEqual([{ type: 'withdraw-message', body: { messageId: '2' } }]);
    await tell(sentMessage('1'));
    expect(texts(element, 'sent-text')).toEqual(['Message 1']);
    expect(element.shadowRoot!.activeElement?.getAttribute('data-id')).toBe('heading');
  });

  it('says so when it is not withdrawn, and takes away what is gone', async () => {
    const element = show();
    await tell(sentMessage('1'), sentMessage('2'));
    await press(element, 'withdraw');
    await refuse('not-allowed', '2', 'withdraw-message');
    expect(texts(element, 'problem')).toEqual(['c.AgentMonitorNotAllowed']);
    await press(element, 'withdraw');
    jest.advanceTimersByTime(10_000);
    await Promise.resolve();
    expect(texts(element, 'problem')).toEqual(['c.AgentMonitorSilent']);
    await press(element, 'withdraw');
    await refuse('gone', '2', 'withdraw-message');
    expect([texts(element, 'sent-text'), texts(element, 'problem')]).toEqual([['Message 1'], []]);
  });
});
