import { createElement } from 'lwc';
import { MessageContext, createMessageContext, publish, subscribe } from 'lightning/messageService';
import { EnclosingUtilityId, getAllUtilityInfo, updatePanel, updateUtility } from 'lightning/platformUtilityBarApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import me from '@salesforce/apex/Agents.me';
import currentOrg from '@salesforce/apex/RingdownOrgs.current';
import TelephonySession from 'c/telephonySession';

jest.mock('@salesforce/apex/Agents.me', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });
jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });
jest.mock('@salesforce/label/c.TelephonySessionSilentChoose', () => ({ default: 'choose {0}', __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/label/c.TelephonySessionVendorHere', () => ({ default: 'under {0}', __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/RepPreferences.mine', () => ({ default: jest.fn(async () => []), __esModule: true }), {
  virtual: true
});

type TestWire = { emit(value: unknown): void };
const start = Date.parse('2026-11-21T10:00:00.000Z');
const wire = (adapter: unknown): TestWire => adapter as TestWire;
const say = (type: string, body: object): void => publish(createMessageContext(), PHONE_CHANNEL, { type, body });
const session = (state: string, more: object = {}): void =>
  say('session', { session: { state, agentName: 'Ada', userName: 'ada@phone.example', ...more } });
const fail = (kind: string, detail?: string): void => say('failure', { failure: { kind, ...(detail && { detail }) } });
/** Lets what was answered reach the page. */
const settle = (): Promise<void> =>
  Array.from({ length: 8 }).reduce<Promise<void>>((turns) => turns.then(() => undefined), Promise.resolve());

async function show(): Promise<HTMLElement> {
  const element = createElement('c-telephony-session', { is: TelephonySession });
  document.body.appendChild(element);
  wire(MessageContext).emit({});
  wire(EnclosingUtilityId).emit('utility-7');
  await settle();
  return element;
}

const all = (element: HTMLElement, id: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[data-id="${id}"]`)
];
const texts = (element: HTMLElement, id: string): readonly (string | null)[] =>
  all(element, id).map(({ textContent }) => textContent);
const problems = (element: HTMLElement): readonly (string | undefined)[] =>
  all(element, 'problem').map(({ dataset }) => dataset.kind);
const actions = (element: HTMLElement): readonly (string | undefined)[] =>
  all(element, 'action').map(({ dataset }) => dataset.name);

/** Hears what components ask of the phone page. */
function listen(): string[] {
  const heard: string[] = [];
  subscribe(createMessageContext(), PHONE_CHANNEL, (message) => {
    const { type } = message as { type: string };
    if (['hello', 'sign-in', 'sign-out'].includes(type)) heard.push(type);
  });
  return heard;
}

describe('c-telephony-session', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: start });
    jest.mocked(me).mockResolvedValue([{ Id: '005', CallCenterId: '04v000000000001AAA' }]);
    jest
      .mocked(currentOrg)
      .mockResolvedValue({ ConfiguredFor__c: '00D000000000001', SetupOwnerId: '00D000000000001EAA' });
    jest.mocked(getAllUtilityInfo).mockResolvedValue([]);
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  });
  afterEach(() => {
    // phoneBridge forgets failures once the phone is signed in.
    session('signed-in');
    session('signed-out');
    document.body.replaceChildren();
    jest.clearAllMocks();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it.each([
    ['signed-in', 'open-cti', false],
    ['signed-in', undefined, false],
    ['signed-in', 'voice', true],
    ['expiring', 'voice', true],
    ['signed-out', 'voice', false]
  ] as const)('when %s on %s, shows where else the rep is signed in: %s', async (state, bridge, expected) => {
    const element = await show();
    session(state, bridge && { bridge });
    await settle();
    expect(element.shadowRoot!.querySelector('c-phone-places') !== null).toBe(expected);
  });

  it('shows who is signed in and how long the session lasts', async () => {
    const element = await show();
    session('signed-in', { expiresAt: '2026-11-21T11:00:00.000Z' });
    await settle();
    expect(texts(element, 'state')).toEqual(['c.TelephonySessionSignedIn']);
    expect(texts(element, 'agent')).toEqual(['Ada']);
    expect(texts(element, 'user')).toEqual(['ada@phone.example']);
    expect(texts(element, 'time-left')).toEqual(['1:00:00']);
    jest.advanceTimersByTime(1000);
    await settle();
    expect(texts(element, 'time-left')).toEqual(['59:59']);
    expect(problems(element)).toEqual([]);
  });

  it('warns once before the session ends, and says so when it has ended', async () => {
    const element = await show();
    session('signed-in', { expiresAt: '2026-11-21T10:04:00.000Z' });
    await settle();
    expect(texts(element, 'state')).toEqual(['c.TelephonySessionExpiring']);
    expect(actions(element)).toEqual(['stay', 'sign-out']);
    const warning = all(element, 'warning')[0]!;
    const before = warning.firstChild;
    jest.advanceTimersByTime(3000);
    await settle();
    // The same words in the same node: a screen reader is not told again.
    expect(all(element, 'warning')[0]!.firstChild).toBe(before);
    for (let news = 0; news < 30; news += 1) {
      jest.advanceTimersByTime(10_000);
      say('queues', { queues: [], at: '2026-11-21T10:00:00.000Z' });
    }
    await settle();
    expect(texts(element, 'state')).toEqual(['c.TelephonySessionEnded']);
    expect(actions(element)).toEqual(['sign-in']);
  });

  it.each([
    ['signed-out', 'sign-in', 'sign-in'],
    ['signing-in', 'cancel', 'sign-out'],
    ['signed-in', 'sign-out', 'sign-out'],
    ['reconnecting', 'sign-out', 'sign-out'],
    ['expiring', 'stay', 'sign-in']
  ])('%s offers %s first, which tells the phone page to %s', async (state, action, message) => {
    const element = await show();
    session(state);
    await settle();
    expect(actions(element)[0]).toBe(action);
    const asked = listen();
    all(element, 'action')[0]!.click();
    expect(asked).toEqual([message]);
  });

  it('keeps the main button, and with it the focus, when the state changes', async () => {
    const element = await show();
    session('signed-out');
    await settle();
    const [button] = all(element, 'action');
    session('signed-in');
    await settle();
    expect(all(element, 'action')[0]).toBe(button);
    expect(actions(element)).toEqual(['sign-out']);
  });

  it('says that no phone page runs when nobody answers, asks on, and takes it back with the first news', async () => {
    const element = await show();
    expect(problems(element)).toEqual([]);
    jest.advanceTimersByTime(5000);
    await settle();
    expect(problems(element)).toEqual(['silent']);
    expect(texts(element, 'state')).toEqual(['c.TelephonySessionNoPhone']);
    expect(actions(element)).toEqual([]);
    const asked = listen();
    jest.advanceTimersByTime(26_000);
    expect(asked).toEqual(['hello']);
    session('signed-in');
    await settle();
    expect(problems(element)).toEqual([]);
    expect(texts(element, 'state')).toEqual(['c.TelephonySessionSignedIn']);
  });

  it('notices that the phone page went away', async () => {
    const element = await show();
    session('signed-in');
    jest.advanceTimersByTime(29_000);
    await settle();
    expect(texts(element, 'state')).toEqual(['c.TelephonySessionSignedIn']);
    jest.advanceTimersByTime(7000);
    await settle();
    expect(problems(element)).toEqual(['silent']);
  });

  it.each([
    ['pop-up-blocked', 'sign-in'],
    ['cookies-blocked', 'sign-in'],
    ['microphone-blocked', 'sign-in'],
    ['server', 'sign-in'],
    ['offline', 'hello']
  ])('shows the way out of %s, and tries again by %s', async (kind, message) => {
    const element = await show();
    fail(kind, 'NotAllowedError');
    await settle();
    expect(problems(element)).toEqual([kind]);
    expect(texts(element, 'detail')).toEqual(['c.TelephonySessionPhoneSaid']);
    expect(texts(element, 'step').length).toBeGreaterThan(1);
    const asked = listen();
    all(element, 'try-again')[0]!.click();
    await settle();
    expect(asked).toEqual([message]);
    expect(problems(element)).toEqual([]);
    expect(element.shadowRoot!.activeElement).toBe(all(element, 'state')[0]);
  });

  it('says that I am in no call center instead of that no phone runs, and looks again', async () => {
    jest.mocked(me).mockResolvedValue([{ Id: '005' }]);
    const element = await show();
    jest.advanceTimersByTime(6000);
    await settle();
    expect(problems(element)).toEqual(['not-in-call-center']);
    jest.mocked(me).mockResolvedValue([{ Id: '005', CallCenterId: '04v000000000001AAA' }]);
    all(element, 'try-again')[0]!.click();
    session('signed-out');
    await settle();
    expect(problems(element)).toEqual([]);
  });

  it.each([
    ['nothing', {}],
    ['another org', { ConfiguredFor__c: '00D000000000009EAA', SetupOwnerId: '00D000000000001EAA' }]
  ])('says that the org is not configured when the tool was run for %s', async (_for, org) => {
    jest.mocked(currentOrg).mockResolvedValue(org);
    expect(problems(await show())).toEqual(['not-configured']);
  });

  it('names the fields of the call log that are closed to me', async () => {
    const element = await show();
    const names = ['Type', 'Subject', 'CallKey__c'];
    const fields = Object.fromEntries(
      names.map((name) => [name, { apiName: name, label: `the ${name}`, updateable: name !== 'Subject' }])
    );
    wire(getObjectInfo).emit({ apiName: 'Task', fields });
    await settle();
    expect(problems(element)).toEqual(['field-access']);
    expect(texts(element, 'why')).toEqual(['c.TelephonySessionFieldsWhy']);
  });

  it('follows the network', async () => {
    const element = await show();
    fail('offline');
    await settle();
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    await settle();
    expect(problems(element)).toEqual(['offline']);
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    const asked = listen();
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(problems(element)).toEqual([]);
    expect(asked).toEqual(['hello']);
  });

  it('does not say that no phone runs before it knows whose page the phone is', async () => {
    let answer: (org: unknown) => void = () => undefined;
    jest.mocked(currentOrg).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const element = await show();
    jest.advanceTimersByTime(6000);
    await settle();
    expect(problems(element)).toEqual([]);
    expect(texts(element, 'state')).not.toEqual(['c.TelephonySessionNoPhone']);
    answer({ ConfiguredFor__c: '00D000000000001', SetupOwnerId: '00D000000000001EAA' });
    await settle();
    expect(problems(element)).toEqual(['silent']);
  });

  it('says no more than that it could not check while the org cannot be asked, and asks again with the network', async () => {
    jest.mocked(currentOrg).mockRejectedValueOnce(new TypeError('offline'));
    const element = await show();
    jest.advanceTimersByTime(6000);
    await settle();
    expect(problems(element)).toEqual([]);
    expect((all(element, 'unchecked')[0] as HTMLElement & { errors: unknown }).errors).toHaveLength(1);
    window.dispatchEvent(new Event('online'));
    await settle();
    expect((all(element, 'unchecked')[0] as HTMLElement & { errors: unknown }).errors).toBeUndefined();
    expect(problems(element)).toEqual(['silent']);
  });

  it.each([
    ['Phone (2)', ['choose Phone', 'c.TelephonySessionSilentStep3']],
    ['Omni-Channel', ['choose Omni-Channel', 'c.TelephonySessionSilentStep3']],
    ['Queues', ['c.TelephonySessionSilentStep1', 'c.TelephonySessionSilentStep2', 'c.TelephonySessionSilentStep3']]
  ])('shows the way to a silent phone in an app whose utility bar holds %s', async (utilityLabel, steps) => {
    jest.mocked(getAllUtilityInfo).mockResolvedValue([{ id: 'u', utilityLabel }] as never);
    const element = await show();
    jest.advanceTimersByTime(5000);
    await settle();
    expect(texts(element, 'step')).toEqual(steps);
  });

  describe('where the page of the phone system signs in and logs', () => {
    beforeEach(() => {
      jest.mocked(currentOrg).mockResolvedValue({
        ConfiguredFor__c: '00D000000000001',
        SetupOwnerId: '00D000000000001EAA',
        PopsAndLogs__c: 'Vendor'
      });
    });

    it('says so calmly, however long nobody answers', async () => {
      const element = await show();
      jest.advanceTimersByTime(60_000);
      await settle();
      expect(texts(element, 'state')).toEqual(['c.TelephonySessionVendor']);
      expect(texts(element, 'vendor')).toEqual(['c.TelephonySessionVendorWhy']);
      expect(problems(element)).toEqual([]);
      expect(actions(element)).toEqual([]);
      expect(element.shadowRoot!.querySelector('c-phone-preferences')).toBeNull();
      expect(updateUtility).toHaveBeenLastCalledWith('utility-7', expect.objectContaining({ highlighted: false }));
      jest.useRealTimers();
      await expect(element).toBeAccessible();
    });

    it.each([
      ['Phone', 'under Phone'],
      ['Omni-Channel (Offline)', 'under Omni-Channel'],
      ['Queues', 'c.TelephonySessionVendorElsewhere']
    ])('says where that page is when the utility bar holds %s', async (utilityLabel, expected) => {
      jest.mocked(getAllUtilityInfo).mockResolvedValue([{ id: 'u', utilityLabel }] as never);
      expect(texts(await show(), 'vendor-place')).toEqual([expected]);
    });

    it('still says that I am in no call center', async () => {
      jest.mocked(me).mockResolvedValue([{ Id: '005' }]);
      expect(problems(await show())).toEqual(['not-in-call-center']);
    });
  });

  it('says that it could not check, and checks again', async () => {
    jest.mocked(me).mockRejectedValue({ body: { message: 'No access to class Agents' } });
    const element = await show();
    const panel = all(element, 'unchecked')[0] as HTMLElement & { errors: unknown };
    expect(panel.errors).toHaveLength(1);
    jest.mocked(me).mockResolvedValue([{ CallCenterId: '04v000000000001AAA' }]);
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(panel.errors).toBeUndefined();
  });

  it('shows the state in the utility bar, and does not repeat it each second', async () => {
    const element = await show();
    session('signed-in', { expiresAt: '2026-11-21T11:00:00.000Z' });
    await settle();
    expect(updateUtility).toHaveBeenLastCalledWith('utility-7', {
      label: 'c.TelephonySessionUtility',
      highlighted: false
    });
    expect(updatePanel).toHaveBeenLastCalledWith('utility-7', { label: 'c.TelephonySessionTitle' });
    const calls = jest.mocked(updateUtility).mock.calls.length;
    jest.advanceTimersByTime(4000);
    await settle();
    expect(updateUtility).toHaveBeenCalledTimes(calls);
    fail('microphone-blocked');
    await settle();
    expect(updateUtility).toHaveBeenLastCalledWith('utility-7', expect.objectContaining({ highlighted: true }));
    element.remove();
  });

  it('stops its clock and its line when it is taken away', async () => {
    const element = await show();
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
    const asked = listen();
    window.dispatchEvent(new Event('online'));
    expect(asked).toEqual([]);
  });

  it.each(['signed-in', 'signed-out', 'expiring'])('is accessible when %s', async (state) => {
    const element = await show();
    session(state, { expiresAt: '2026-11-21T10:04:00.000Z' });
    fail('cookies-blocked', 'x');
    await settle();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
