import { createElement } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { MessageContext } from 'lightning/messageService';
import { connectPhone, type PhoneMessage, type RepMessage } from 'c/phoneBridge';
import RepMessages from 'c/repMessages';

jest.mock('c/phoneBridge', () => ({ connectPhone: jest.fn() }));

const phone = { send: jest.fn(), close: jest.fn() };
let say: (message: PhoneMessage) => void;
let toasts: { title: string; message: string; variant: string }[];
let arrived: string[];

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-01-05T09:00:00Z') });
  [toasts, arrived] = [[], []];
  window.sessionStorage.clear();
  jest.mocked(connectPhone).mockImplementation((_context, listener) => {
    say = listener;
    return phone;
  });
});
afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
  jest.useRealTimers();
});

function show(): HTMLElement {
  const element = createElement('c-rep-messages', { is: RepMessages });
  element.addEventListener('lightning__showtoast', (event) => {
    toasts.push((event as CustomEvent<(typeof toasts)[number]>).detail);
  });
  element.addEventListener('arrive', (event) => arrived.push((event as CustomEvent<string>).detail));
  document.body.appendChild(element);
  (MessageContext as unknown as { emit(value: object): void }).emit({});
  return element;
}
const all = (element: HTMLElement, id: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[data-id="${id}"]`)
];
const texts = (element: HTMLElement, id = 'text'): readonly (string | null)[] =>
  all(element, id).map(({ textContent }) => textContent);
const message = (messageId: string, change: Partial<RepMessage> = {}): RepMessage => ({
  ...{ messageId, text: `Message ${messageId}`, isImportant: false, from: 'Sue' },
  sentAt: '2026-01-05T09:00:00Z',
  ...change
});
const tell = async (...messages: readonly RepMessage[]): Promise<void> => {
  say({ type: 'messages', body: { messages } });
  await Promise.resolve();
};
const refuse = async (reason: 'gone' | 'failed', subject = '1'): Promise<void> => {
  say({ type: 'refused', body: { refusal: { asked: 'mark-message-read', subject, reason } } });
  await Promise.resolve();
};
const read = async (element: HTMLElement, index = 0): Promise<void> => {
  all(element, 'read')[index]!.click();
  await Promise.resolve();
};
const isOff = (element: HTMLElement): readonly (string | null)[] =>
  all(element, 'read').map((button) => button.getAttribute('aria-disabled'));

async function isAccessible(element: HTMLElement): Promise<void> {
  jest.useRealTimers();
  await expect(element).toBeAccessible();
}

describe('c-rep-messages', () => {
  it('shows nothing until a supervisor wrote something', async () => {
    const element = show();
    await tell();
    expect(element.shadowRoot!.querySelector('section')).toBeNull();
    await isAccessible(element);
  });

  it('shows what is important first, then the newest, and who wrote it', async () => {
    const element = show();
    await tell(message('1'), message('2', { isImportant: true, until: '2026-01-05T12:00:00Z' }), message('3'));
    expect(texts(element)).toEqual(['Message 2', 'Message 3', 'Message 1']);
    expect([all(element, 'important').length, all(element, 'until').length]).toEqual([1, 1]);
    expect(texts(element, 'from')).toHaveLength(3);
    await isAccessible(element);
  });

  it('tells each once, also over a reload, and what came meanwhile', async () => {
    const element = show();
    await tell(message('1'));
    await tell(message('1'), message('2', { isImportant: true, text: 'word '.repeat(100) }));
    expect(toasts.map(({ variant }) => variant)).toEqual(['info', 'warning']);
    expect(toasts[1]!.message.length).toBeLessThanOrEqual(250);
    expect(arrived[1]).toContain('word');
    element.remove();
    const again = show();
    await tell(message('1'), message('2'), message('3'));
    expect([toasts.length, arrived.length, texts(again).length]).toEqual([3, 3, 3]);
  });

  it('shows what it can where storage is blocked, or holds something else', async () => {
    window.sessionStorage.setItem(`ringdown-told-messages-${USER_ID}`, '{"no":"list"}');
    const write = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const element = show();
    await tell(message('1'));
    expect([texts(element), toasts.length]).toEqual([['Message 1'], 1]);
    write.mockRestore();
  });

  it('is only text, whatever stands in it', async () => {
    const element = show();
    await tell(message('1', { text: '<b>bold</b> \u202e', from: '<i>Sue</i>' }));
    expect(texts(element)).toEqual(['<b>bold</b> \u202e']);
    expect(all(element, 'text')[0]!.querySelector('bdi > b')).toBeNull();
    expect(all(element, 'text')[0]!.querySelector('bdi')).not.toBeNull();
  });

  it('asks the phone once to mark it as read, and lets it go when the phone does', async () => {
    const element = show();
    await tell(message('1'), message('2'));
    all(element, 'read')[0]!.focus();
    await read(element);
    await read(element);
    expect(phone.send.mock.calls).toEqual([[{ type: 'mark-message-read', body: { messageId: '2' } }]]);
    expect(isOff(element)).toEqual(['true', 'false']);
    await tell(message('1'));
    expect([texts(element), isOff(element)]).toEqual([['Message 1'], ['false']]);
    expect(element.shadowRoot!.activeElement?.getAttribute('data-id')).toBe('heading');
  });

  it('shows no more what was withdrawn, is over or was read elsewhere, and nothing to who is signed out', async () => {
    const element = show();
    await tell(message('1'), message('2'));
    await tell(message('2'));
    expect(texts(element)).toEqual(['Message 2']);
    say({ type: 'session', body: { session: { state: 'signed-out' } } });
    await Promise.resolve();
    expect(texts(element)).toEqual([]);
    await tell(message('2'));
    expect([texts(element), toasts.length]).toEqual([['Message 2'], 2]);
  });

  it('says so when the phone refuses or is silent, and can be asked again', async () => {
    const element = show();
    await tell(message('1'));
    await read(element);
    await refuse('failed', 'another');
    expect(texts(element, 'problem')).toEqual([]);
    await refuse('failed');
    expect([texts(element, 'problem'), isOff(element)]).toEqual([['c.RepMessagesProblem'], ['false']]);
    await read(element);
    expect(texts(element, 'problem')).toEqual([]);
    jest.advanceTimersByTime(10_000);
    await Promise.resolve();
    expect([texts(element, 'problem'), isOff(element)]).toEqual([['c.RepMessagesProblem'], ['false']]);
    await isAccessible(element);
  });

  it('takes a message away that is gone when the rep marks it', async () => {
    const element = show();
    await tell(message('1'));
    await read(element);
    await refuse('gone');
    expect(texts(element)).toEqual([]);
  });

  it('is quiet once it is gone', () => {
    show().remove();
    expect(phone.close).toHaveBeenCalledTimes(1);
  });
});
