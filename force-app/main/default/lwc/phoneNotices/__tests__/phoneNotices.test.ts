import { createElement } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { MessageContext } from 'lightning/messageService';
import { judgeDial, type DialVerdict } from 'c/dialGuard';
import { connectPhone, type PhoneMessage } from 'c/phoneBridge';
import PhoneNotices from 'c/phoneNotices';
import { watchPreferences, type Preferences } from 'c/repPreferences';
import { openRinger } from '../ringer';

jest.mock('c/dialGuard', () => ({ judgeDial: jest.fn() }));
jest.mock('c/phoneBridge', () => ({ connectPhone: jest.fn() }));
jest.mock('c/repPreferences', () => ({ watchPreferences: jest.fn() }));
jest.mock('../ringer', () => ({ openRinger: jest.fn() }));

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const ringer = { hear: jest.fn(), allow: jest.fn(), silence: jest.fn(), chime: jest.fn() };
const phone = { send: jest.fn(), close: jest.fn() };
const preferences: Preferences = { autoLogin: true, ringSound: true, messageSound: true };
const stopWatching = jest.fn();
let say: (message: PhoneMessage) => void;
let choose: (preferences: Preferences) => void;
let toasts: { title: string; message: string; variant: string }[];

beforeEach(() => {
  toasts = [];
  window.sessionStorage.clear();
  mocked(openRinger).mockReturnValue(ringer);
  mocked(watchPreferences).mockImplementation((listener: typeof choose) => {
    choose = listener;
    return stopWatching;
  });
  const listeners: (typeof say)[] = [];
  say = (message) => listeners.forEach((listener) => listener(message));
  mocked(connectPhone).mockImplementation((_context: object, listener: typeof say) => {
    listeners.push(listener);
    return phone;
  });
});
afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

async function show(): Promise<HTMLElement> {
  const element = createElement('c-phone-notices', { is: PhoneNotices });
  element.addEventListener('lightning__showtoast', (event) => {
    toasts.push((event as CustomEvent<(typeof toasts)[number]>).detail);
  });
  document.body.appendChild(element);
  (MessageContext as unknown as { emit(value: object): void }).emit({});
  await turn();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(selector)
];
const notice = (noticeId: string, text = `Message ${noticeId}`): PhoneMessage => ({
  type: 'notice',
  body: { notice: { noticeId, text, at: '2026-01-05T09:00:00Z' } }
});
const session = (state: 'signed-out' | 'signed-in'): PhoneMessage => ({
  type: 'session',
  body: { session: { state } }
});

/** What is shown of a clicked number of which this was found. */
async function shownOf(verdict: DialVerdict, isAllowed: boolean | undefined): Promise<readonly (string | null)[]> {
  mocked(judgeDial).mockResolvedValue(verdict);
  const element = await show();
  const request = { requestId: 'r-1', number: '+442079460958', recordId: '003000000000001AAA' };
  say({ type: 'dial-request', body: { request } });
  await turn();
  expect(judgeDial).toHaveBeenCalledWith(request.recordId);
  const answers = isAllowed === undefined ? [] : [[{ type: 'dial-answer', body: { requestId: 'r-1', isAllowed } }]];
  expect(phone.send.mock.calls).toEqual(answers);
  const shown = all(element, '[data-id="text"]').map(({ textContent }) => textContent);
  expect(toasts.map(({ message, variant }) => [message, variant])).toEqual(shown.map((words) => [words, 'warning']));
  await expect(element).toBeAccessible();
  return shown;
}

describe('c-phone-notices', () => {
  it('shows nothing until there is something to say', async () => {
    const element = await show();
    expect(all(element, 'section')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows the last messages, the newest first, each told once with a sound, and lets the rep dismiss them', async () => {
    const element = await show();
    choose(preferences);
    for (let number = 1; number <= 11; number++) say(notice(String(number)));
    say(notice('11'));
    await turn();
    const texts = (): unknown[] => all(element, '[data-id="text"]').map(({ textContent }) => textContent);
    expect(texts()).toEqual(Array.from({ length: 10 }, (_, at) => `Message ${11 - at}`));
    expect([toasts.length, ringer.chime.mock.calls.length]).toEqual([11, 11]);
    expect(all(element, '[data-id="status"]')[0]!.textContent).toBe('Message 11');
    await expect(element).toBeAccessible();
    all(element, '[data-id="dismiss"]')[0]!.click();
    await turn();
    expect(texts()).toHaveLength(9);
    say(notice('11'));
    await turn();
    expect(texts()).toHaveLength(9);
  });

  it('has what was told again after a reload, without what the rep dismissed, and tells none of it twice', async () => {
    const element = await show();
    choose(preferences);
    say(notice('1', 'Stand-up at ten'));
    say(notice('2', 'Line 3 is down'));
    await turn();
    all(element, '[data-id="dismiss"]')[1]!.click();
    element.remove();
    const again = await show();
    say(notice('2', 'Line 3 is down'));
    await turn();
    expect(all(again, '[data-id="text"]').map(({ textContent }) => textContent)).toEqual(['Line 3 is down']);
    expect(toasts).toHaveLength(2);
  });

  it('shows what it can where storage is blocked, or holds something else', async () => {
    window.sessionStorage.setItem(`ringdown-phone-notices-${USER_ID}`, '[{"key":1}]');
    const write = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const element = await show();
    say(notice('1', 'Stand-up at ten'));
    await turn();
    expect(all(element, '[data-id="text"]').map(({ textContent }) => textContent)).toEqual(['Stand-up at ten']);
    write.mockRestore();
  });

  it('makes no sound that the rep does not want, and cuts what is too long for a toast', async () => {
    const element = await show();
    choose({ ...preferences, messageSound: false });
    say(notice('1', 'word '.repeat(200)));
    await turn();
    expect(ringer.chime).not.toHaveBeenCalled();
    expect(toasts[0]!.message.length).toBeLessThanOrEqual(250);
    expect(all(element, '[data-id="text"]')[0]!.textContent).toBe('word '.repeat(200));
  });

  it('makes a sound for a new message of a supervisor, where the rep wants one', async () => {
    const element = await show();
    choose({ ...preferences, messageSound: false });
    const message = { messageId: 'm-1', text: 'Tea', isImportant: false, from: 'Sue', sentAt: '2026-01-05T09:00:00Z' };
    say({ type: 'messages', body: { messages: [message] } });
    choose(preferences);
    expect(ringer.chime).not.toHaveBeenCalled();
    say({ type: 'messages', body: { messages: [message, { ...message, messageId: 'm-2' }] } });
    expect(ringer.chime).toHaveBeenCalledTimes(1);
    await turn();
    expect(all(element, '[data-id="status"]')[0]!.textContent).toContain('Tea');
  });

  const verdicts: readonly (readonly [DialVerdict, boolean | undefined, string | undefined])[] = [
    [{ kind: 'allowed' }, true, undefined],
    [{ kind: 'refused', name: 'Ann Lee' }, false, 'c.PhoneNoticesRefused'],
    [{ kind: 'unchecked' }, undefined, undefined]
  ];
  for (const [verdict, isAllowed, words] of verdicts) {
    it(`answers a number that is ${verdict.kind} only where it is known, and says so where there is something to say`, async () => {
      expect(await shownOf(verdict, isAllowed)).toEqual(words === undefined ? [] : [words]);
    });
  }

  it('tells the phone page what the rep chose: when it is known, when it changes, and when the page opens', async () => {
    await show();
    say(session('signed-out'));
    expect(phone.send).not.toHaveBeenCalled();
    choose(preferences);
    say(session('signed-in'));
    choose({ ...preferences, autoLogin: false });
    say(session('signed-out'));
    const told = phone.send.mock.calls.map(([message]: [PhoneMessage]) => message.body);
    expect(told).toEqual([{ autoLogin: true }, { autoLogin: false }, { autoLogin: false }]);
  });

  it('lets the ringer hear of calls, and be silent when nobody is signed in or the page goes', async () => {
    const element = await show();
    choose({ ...preferences, ringSound: false });
    expect(ringer.allow.mock.calls).toEqual([[false]]);
    const interaction = { callKey: 'leg-1', state: 'ringing', direction: 'inbound' };
    say({ type: 'interaction', body: { interaction } } as unknown as PhoneMessage);
    expect(ringer.hear.mock.calls).toEqual([[interaction]]);
    say(session('signed-out'));
    element.remove();
    expect(ringer.silence).toHaveBeenCalledTimes(2);
    // The messages of supervisors have a line of their own.
    expect([phone.close.mock.calls.length, stopWatching.mock.calls.length]).toEqual([2, 1]);
  });
});
