import { createElement } from 'lwc';
import { MessageContext, createMessageContext, publish } from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import currentOrg from '@salesforce/apex/RingdownOrgs.current';
import presenceMap from '@salesforce/apex/PhoneSettings.presenceMap';
import presenceStatuses from '@salesforce/apex/PhoneSettings.presenceStatuses';
import PresenceSync from '../presenceSync';

jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });
jest.mock('@salesforce/apex/PhoneSettings.presenceMap', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});
jest.mock('@salesforce/apex/PhoneSettings.presenceStatuses', () => ({ default: jest.fn(), __esModule: true }), {
  virtual: true
});

const org = '00D000000000001EAA';
const row = (PhoneState__c: string, PresenceStatus__c: string, Direction__c = 'Both'): object => ({
  PhoneState__c,
  PresenceStatus__c,
  Direction__c
});
const rows = [
  row('available', 'Available'),
  row('break', 'OnBreak'),
  row('offline', 'Offline'),
  row('Training', 'Gone')
];
const statuses = [
  { Id: '0N5000000000001AAA', DeveloperName: 'Available' },
  { Id: '0N5000000000002AAA', DeveloperName: 'OnBreak' }
];
const [available, onBreak] = ['0N5000000000001', '0N5000000000002'];

const say = (type: string, body: object): void => publish(createMessageContext(), PHONE_CHANNEL, { type, body });
const signIn = (bridge = 'open-cti', state = 'signed-in'): void => say('session', { session: { state, bridge } });
const phoneIs = (status: string, statusName = status): void =>
  say('presence', {
    mine: { agentName: 'Me', status, statusName, since: '2026-11-21T10:00:00.000Z' },
    others: [],
    at: '2026-11-21T10:00:00.000Z'
  });
const omniIs = (statusId?: string): void => say('omni-status', statusId ? { statusId } : {});

/** What the component asked of either side since `asked` was emptied. */
function asked(): readonly unknown[] {
  return jest
    .mocked(publish)
    .mock.calls.map(([, , message]) => message as { type: string; body: object })
    .filter(({ type }) => ['set-presence', 'omni-set-status', 'omni-log-out', 'omni-hello'].includes(type))
    .map(({ type, body }) => [type, ...(Object.values(body) as unknown[])].join(' '));
}

async function show(): Promise<HTMLElement> {
  const element = createElement('c-presence-sync', { is: PresenceSync });
  document.body.appendChild(element);
  (MessageContext as unknown as { emit(value: object): void }).emit({});
  await jest.advanceTimersByTimeAsync(0);
  return element;
}
async function joined(): Promise<HTMLElement> {
  const element = await show();
  signIn();
  phoneIs('available');
  omniIs(available);
  await Promise.resolve();
  jest.mocked(publish).mockClear();
  return element;
}
const text = (element: HTMLElement, id: string): string | null | undefined =>
  element.shadowRoot!.querySelector(`[data-id="${id}"]`)?.textContent;

describe('c-presence-sync', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-21T10:00:00.000Z') });
    jest.mocked(publish).mockClear();
    jest.mocked(currentOrg).mockResolvedValue({ SetupOwnerId: org, ConfiguredFor__c: org });
    jest.mocked(presenceMap).mockResolvedValue(rows);
    jest.mocked(presenceStatuses).mockResolvedValue(statuses);
  });
  afterEach(() => {
    // The bridge keeps what the phone said last for as long as the page lives.
    say('session', { session: { state: 'signed-out' } });
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  const resting: readonly (readonly [string, () => void])[] = [
    ['of an org that is not configured', () => jest.mocked(currentOrg).mockResolvedValue({ SetupOwnerId: org })],
    [
      'where the phone system has a page of its own',
      () =>
        jest
          .mocked(currentOrg)
          .mockResolvedValue({ SetupOwnerId: org, ConfiguredFor__c: org, PopsAndLogs__c: 'Vendor' })
    ],
    ['without a map', () => jest.mocked(presenceMap).mockResolvedValue([])],
    [
      'without Omni-Channel',
      () => jest.mocked(presenceStatuses).mockRejectedValue({ body: { exceptionType: 'System.QueryException' } })
    ]
  ];
  for (const [where, prepare] of resting)
    it(`asks nobody for anything ${where}`, async () => {
      prepare();
      const element = await show();
      signIn();
      phoneIs('break');
      omniIs(available);
      await jest.advanceTimersByTimeAsync(20_000);
      expect(asked()).toEqual([]);
      expect(text(element, 'state')).toBe('c.PresenceSyncOff');
    });

  it('leaves presence to Salesforce Voice', async () => {
    const element = await show();
    signIn('voice');
    phoneIs('break');
    omniIs(available);
    await Promise.resolve();
    expect(asked()).toEqual([]);
    expect(text(element, 'state')).toBe('c.PresenceSyncVoice');
  });

  it('lets each side follow the other, without an echo', async () => {
    const element = await joined();
    expect(text(element, 'state')).toBe('c.PresenceSyncJoined');
    phoneIs('break', 'Lunch');
    omniIs(onBreak);
    expect(asked()).toEqual(['omni-set-status 0N5000000000002AAA']);
    omniIs(available);
    phoneIs('available');
    expect(asked()).toEqual(['omni-set-status 0N5000000000002AAA', 'set-presence available']);
    await Promise.resolve();
    expect(text(element, 'omni')).toBe('Available');
  });

  it('logs out of Omni-Channel when the phone is offline or signed out, and the other way', async () => {
    await joined();
    phoneIs('offline');
    omniIs();
    phoneIs('available');
    omniIs(available);
    signIn('open-cti', 'signed-out');
    omniIs();
    expect(asked()).toEqual(['omni-log-out', 'omni-set-status 0N5000000000001AAA', 'omni-log-out']);
    signIn();
    phoneIs('available');
    omniIs(available);
    jest.mocked(publish).mockClear();
    say('omni-logged-out', { reason: 'OmniSupervisorLogout' });
    expect(asked()).toEqual(['set-presence offline']);
  });

  it('tells what Omni-Channel refuses, and puts the phone back', async () => {
    const element = await joined();
    phoneIs('break');
    say('omni-refused', { detail: 'No capacity' });
    await Promise.resolve();
    expect(asked()).toEqual(['omni-set-status 0N5000000000002AAA', 'set-presence available']);
    expect(text(element, 'told')).toBe('c.PresenceSyncOmniRefused');
    phoneIs('available');
    phoneIs('break');
    await Promise.resolve();
    expect(text(element, 'told')).toBe('');
  });

  it('treats a status that the org does not have as refused', async () => {
    const element = await joined();
    phoneIs('break', 'Training');
    await Promise.resolve();
    expect(asked()).toEqual(['set-presence available']);
    expect(text(element, 'told')).toBe('c.PresenceSyncOmniRefused');
  });

  it('tells what the phone refuses, and that Omni-Channel is silent', async () => {
    const element = await joined();
    omniIs(onBreak);
    say('refused', { refusal: { asked: 'set-presence', subject: 'break', reason: 'not-connected' } });
    await Promise.resolve();
    expect(text(element, 'told')).toBe('c.PresenceSyncPhoneRefused');
    phoneIs('offline');
    await jest.advanceTimersByTimeAsync(11_000);
    expect(text(element, 'told')).toBe('c.PresenceSyncOmniSilent');
  });

  it('rests while Omni-Channel is open elsewhere, and goes on when it is back', async () => {
    const element = await joined();
    say('omni-logged-out', { reason: 'DuplicateLogin' });
    omniIs();
    phoneIs('break');
    await Promise.resolve();
    expect(asked()).toEqual([]);
    expect(text(element, 'state')).toBe('c.PresenceSyncElsewhere');
    omniIs(available);
    phoneIs('break');
    expect(asked()).toEqual(['omni-set-status 0N5000000000002AAA']);
  });

  it('says that Omni-Channel is not in the app', async () => {
    const element = await joined();
    say('omni-absent', {});
    await Promise.resolve();
    expect(text(element, 'state')).toBe('c.PresenceSyncAbsent');
  });

  it('can ask again when the org could not be asked', async () => {
    jest.mocked(presenceMap).mockRejectedValueOnce(new TypeError('offline'));
    const element = await show();
    const panel = element.shadowRoot!.querySelector('[data-id="unread"]') as HTMLElement & { errors: unknown };
    expect(panel.errors).toBeInstanceOf(TypeError);
    panel.dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    signIn();
    expect(asked()).toEqual(['omni-hello']);
  });

  it('is accessible', async () => {
    const element = await joined();
    phoneIs('break');
    say('omni-refused', {});
    await Promise.resolve();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
