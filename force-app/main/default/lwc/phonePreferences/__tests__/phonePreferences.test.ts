import { createElement } from 'lwc';
import mine from '@salesforce/apex/RepPreferences.mine';
import save from '@salesforce/apex/RepPreferences.save';
import PhonePreferences from '../phonePreferences';
import { preferencesOf } from 'c/repPreferences';

jest.mock('@salesforce/apex/RepPreferences.mine', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });
jest.mock('@salesforce/apex/RepPreferences.save', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });

type Switch = HTMLElement & { checked: boolean };
type Panel = HTMLElement & { errors: unknown };

const own = { SetupOwnerId: '0050000000001AAA', AutoLogin__c: 'off' };
const org = { SetupOwnerId: '00D0000000001AAA', AutoLogin__c: 'on', RingSound__c: 'on' };

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function show(): Promise<HTMLElement> {
  const element = createElement('c-phone-preferences', { is: PhonePreferences });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <Found extends HTMLElement>(element: HTMLElement, selector: string): Found =>
  element.shadowRoot!.querySelector<Found>(selector)!;
const switchOf = (element: HTMLElement, name: string): Switch => find(element, `[data-name="${name}"]`);
const turn = (element: HTMLElement, name: string, checked: boolean): void => {
  switchOf(element, name).dispatchEvent(new CustomEvent('change', { detail: { checked } }));
};

describe('what a rep chose', () => {
  const profile = { SetupOwnerId: '00e0000000001AAA' };
  const soundOf = (...words: readonly unknown[]): boolean =>
    preferencesOf(
      // The org answers rows in no order.
      [own, profile, org].map(({ SetupOwnerId }, at) => ({ SetupOwnerId, RingSound__c: words[at] })).reverse()
    ).ringSound;

  it('is their own word, then that of their profile, then that of their org, and on where all are empty', () => {
    expect(soundOf('on', 'off', 'off')).toBe(true);
    expect(soundOf('off', 'on', 'on')).toBe(false);
    expect(soundOf(undefined, 'off', 'on')).toBe(false);
    expect(soundOf(null, '', 'off')).toBe(false);
    expect(soundOf()).toBe(true);
    expect(preferencesOf([])).toEqual({ autoLogin: true, ringSound: true, messageSound: true });
  });

  it('is read past a text that is neither on nor off, and in any case', () => {
    expect(soundOf('yes', 'no', 'off')).toBe(false);
    expect(soundOf('OFF', 'on', 'on')).toBe(false);
    expect(soundOf('yes')).toBe(true);
  });

  it('leaves what they did not choose to the org, whatever it says next', () => {
    const choices = (word: string): object => preferencesOf([own, { ...org, RingSound__c: word }]);
    expect(choices('on')).toMatchObject({ autoLogin: false, ringSound: true });
    expect(choices('off')).toMatchObject({ autoLogin: false, ringSound: false });
  });
});

describe('c-phone-preferences', () => {
  beforeEach(() => {
    jest.mocked(mine).mockResolvedValue([own, org]);
    jest.mocked(save).mockResolvedValue({});
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows what I chose, and as on what nobody chose', async () => {
    const element = await show();
    expect(['autoLogin', 'ringSound', 'messageSound'].map((name) => switchOf(element, name).checked)).toEqual([
      false,
      true,
      true
    ]);
  });

  it('saves only what was turned, and says so once', async () => {
    const element = await show();
    turn(element, 'ringSound', false);
    await settle();
    expect(save).toHaveBeenCalledTimes(1);
    expect(save).toHaveBeenCalledWith({ autoLogin: null, ringSound: false, messageSound: null });
    expect(find(element, '[data-id="said"]').textContent).toBe('c.PhonePreferencesSaved');
  });

  it('saves quick turns one after the other', async () => {
    const order: string[] = [];
    jest.mocked(save).mockImplementation(async (choice) => {
      order.push(`start ${String(choice?.autoLogin)}`);
      await settle();
      order.push(`end ${String(choice?.autoLogin)}`);
    });
    const element = await show();
    turn(element, 'autoLogin', true);
    turn(element, 'autoLogin', false);
    await settle();
    await settle();
    await settle();
    expect(order).toEqual(['start true', 'end true', 'start false', 'end false']);
  });

  it('turns back what was not saved, and saves it on request', async () => {
    jest.mocked(save).mockRejectedValueOnce({ body: { message: 'UNABLE_TO_LOCK_ROW' } });
    const element = await show();
    turn(element, 'autoLogin', true);
    await settle();
    expect(switchOf(element, 'autoLogin').checked).toBe(false);
    const panel = find<Panel>(element, '[data-id="save-error"]');
    expect(panel.errors).toBeDefined();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(save).toHaveBeenLastCalledWith({ autoLogin: true, ringSound: null, messageSound: null });
    expect(switchOf(element, 'autoLogin').checked).toBe(true);
    expect(panel.errors).toBeUndefined();
  });

  it('shows no switch before it knows what I chose, and reads again on request', async () => {
    jest.mocked(mine).mockRejectedValueOnce({ body: { message: 'offline' } });
    const element = await show();
    expect(switchOf(element, 'autoLogin')).toBeNull();
    find(element, '[data-id="read-error"]').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(switchOf(element, 'autoLogin').checked).toBe(false);
  });

  it('is accessible', async () => {
    await expect(await show()).toBeAccessible();
  });
});
