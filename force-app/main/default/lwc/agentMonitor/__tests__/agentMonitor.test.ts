import { createElement } from 'lwc';
import { MessageContext, createMessageContext, publish } from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import currentOrg from '@salesforce/apex/RingdownOrgs.current';
import AgentMonitor from 'c/agentMonitor';

jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });

const start = Date.parse('2026-11-21T10:00:00.000Z');
const at = '2026-11-21T10:00:00.000Z';
const call = {
  callId: 'call-1',
  number: '+442079460000',
  since: '2026-11-21T09:58:00.000Z',
  actions: ['listen', 'barge-in']
};
const agent = (agentName: string, status: string, more: object = {}): object => ({
  ...{ agentName, status, statusName: status, since: '2026-11-21T09:50:00.000Z' },
  ...more
});
const bo = (more: object = {}): object => agent('Bo', 'busy', { call: { ...call, ...more } });
const cy = agent('Cy', 'busy', { call: { ...call, callId: 'call-2', since: '2026-11-21T09:59:00.000Z' } });
const ada = agent('Ada', 'available');
const mine = agent('Me', 'available');

const say = (type: string, body: object): void => publish(createMessageContext(), PHONE_CHANNEL, { type, body });
const tell = (...others: readonly object[]): void => say('presence', { mine, others, at });
const refuse = (reason: string, asked = 'supervise', subject = 'call-1'): void =>
  say('refused', { refusal: { asked, subject, reason, detail: 'Their words' } });

const asked = (): readonly unknown[] =>
  jest
    .mocked(publish)
    .mock.calls.map(([, , message]) => message as { type: string; body: unknown })
    .filter(({ type }) => type === 'supervise')
    .map(({ body }) => body);

function show(): HTMLElement {
  const element = createElement('c-agent-monitor', { is: AgentMonitor });
  document.body.appendChild(element);
  (MessageContext as unknown as { emit(value: object): void }).emit({});
  return element;
}

const all = (element: HTMLElement, id: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[data-id="${id}"]`)
];
const texts = (element: HTMLElement, id: string): readonly (string | null)[] =>
  all(element, id).map(({ textContent }) => textContent);
const names = (element: HTMLElement): readonly (string | undefined)[] =>
  all(element, 'agent').map((row) => row.querySelector('bdi')?.textContent ?? undefined);
const actions = (element: HTMLElement): readonly string[] =>
  all(element, 'action').map((each) => `${each.dataset.action} ${each.dataset.callId}`);
const isOff = (element: HTMLElement): readonly boolean[] =>
  all(element, 'action').map((each) => each.getAttribute('aria-disabled') === 'true');
const choose = async (element: HTMLElement, id: string, value: string): Promise<void> => {
  all(element, id)[0]!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await Promise.resolve();
};
async function press(element: HTMLElement): Promise<void> {
  await Promise.resolve();
  all(element, 'action')[0]!.click();
  await Promise.resolve();
}

describe('c-agent-monitor', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: start });
    jest.mocked(publish).mockClear();
    jest.mocked(currentOrg).mockResolvedValue({});
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('waits for the phone, and says where agents show when the phone system has a page of its own', async () => {
    const element = show();
    await Promise.resolve();
    expect(texts(element, 'no-phone')).toEqual(['c.QueueStatusNoPhone']);
    jest.mocked(currentOrg).mockResolvedValue({ PopsAndLogs__c: 'Vendor' });
    const other = show();
    await jest.advanceTimersByTimeAsync(0);
    expect(texts(other, 'no-phone')).toEqual(['c.QueueStatusVendor']);
  });

  it('shows the longest call first, its number, and times that go on by themselves', async () => {
    const element = show();
    tell(ada, cy, bo());
    await Promise.resolve();
    expect(names(element)).toEqual(['Bo', 'Cy', 'Ada']);
    const number = all(element, 'number')[0]!.querySelector<HTMLElement & { number: string; shown: string }>(
      'c-dial-number'
    )!;
    expect([number.shown, number.number.replace('+', '')]).toEqual(['+44 20 7946 0000', '442079460000']);
    expect(texts(element, 'duration')).toEqual(['2:00', '1:00']);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(texts(element, 'duration')).toEqual(['2:03', '1:03']);
    expect(texts(element, 'since')[2]).toBe('10:03');
  });

  it('is live for ten seconds, and shows its age after that', async () => {
    const element = show();
    tell(ada);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(texts(element, 'age')).toEqual(['c.QueueStatusLive']);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(texts(element, 'age')).toEqual(['c.QueueStatusAge']);
    tell(ada);
    await Promise.resolve();
    expect(texts(element, 'age')).toEqual(['c.QueueStatusLive']);
  });

  it('shows whom the supervisor looks for, by name, number or what they do, in the order of choice', async () => {
    const element = show();
    tell(ada, cy, bo({ number: '+13125550188' }));
    await Promise.resolve();
    await choose(element, 'find', '555-0188');
    expect(names(element)).toEqual(['Bo']);
    await choose(element, 'find', 'AD');
    expect(names(element)).toEqual(['Ada']);
    await choose(element, 'find', 'zz');
    expect(texts(element, 'none-fit')).toHaveLength(1);
    await choose(element, 'find', '');
    await choose(element, 'show', 'talking');
    expect(names(element)).toEqual(['Bo', 'Cy']);
    await choose(element, 'show', 'available');
    expect(names(element)).toEqual(['Ada']);
    await choose(element, 'show', 'everybody');
    await choose(element, 'sort', 'name');
    expect(names(element)).toEqual(['Ada', 'Bo', 'Cy']);
    await choose(element, 'sort', 'status');
    expect(names(element)).toEqual(['Bo', 'Cy', 'Ada']);
  });

  it('listens, barges in and stops, one step after the other and one call at a time', async () => {
    const element = show();
    tell(bo(), cy);
    await press(element);
    expect(asked()).toEqual([{ callId: 'call-1', action: 'listen' }]);
    expect(isOff(element)).toEqual([true, true]);
    const focused = all(element, 'action')[0]!;
    focused.click();
    expect(asked()).toHaveLength(1);
    tell(bo({ supervision: 'listening', actions: ['listen', 'barge-in', 'stop'] }), cy);
    await Promise.resolve();
    // The same element, which keeps the focus of who works by keyboard.
    expect(all(element, 'action')[0]).toBe(focused);
    expect(texts(element, 'mine')).toEqual(['c.AgentMonitorListening']);
    expect(actions(element)).toEqual(['barge-in call-1', 'stop call-1', 'listen call-2']);
    expect(isOff(element)).toEqual([false, false, true]);
    await press(element);
    tell(bo({ supervision: 'barged-in', actions: ['listen', 'barge-in', 'stop'] }), cy);
    await Promise.resolve();
    expect(texts(element, 'mine')).toEqual(['c.AgentMonitorBargedIn']);
    expect(actions(element)).toEqual(['stop call-1', 'listen call-2']);
    await press(element);
    tell(bo(), cy);
    await Promise.resolve();
    expect(actions(element)).toEqual(['listen call-1', 'listen call-2']);
    expect(isOff(element)).toEqual([false, false]);
    expect(asked()).toHaveLength(3);
  });

  it('offers nothing that the phone system cannot do', async () => {
    const element = show();
    tell(bo({ actions: [] }));
    await Promise.resolve();
    expect(actions(element)).toEqual([]);
    expect(texts(element, 'duration')).toHaveLength(1);
  });

  const words = {
    'not-allowed': 'NotAllowed',
    busy: 'Busy',
    gone: 'Gone',
    'not-connected': 'Silent',
    failed: 'Failed'
  };
  for (const [reason, word] of Object.entries(words))
    it(`says why when the phone system refuses: ${reason}`, async () => {
      const element = show();
      tell(bo());
      await press(element);
      refuse(reason, 'dial');
      refuse(reason, 'supervise', 'call-9');
      await Promise.resolve();
      expect(texts(element, 'problem')).toEqual(['']);
      refuse(reason);
      await Promise.resolve();
      expect(texts(element, 'problem')[0]).toContain(`c.AgentMonitor${word}`);
      expect(texts(element, 'detail')).toEqual(['Their words']);
      expect(isOff(element)).toEqual([false]);
      await press(element);
      expect(texts(element, 'problem')).toEqual(['']);
    });

  it('says that the phone does not answer, and can be asked again', async () => {
    const element = show();
    tell(bo());
    await press(element);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(texts(element, 'problem')).toEqual(['']);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(texts(element, 'problem')).toEqual(['c.AgentMonitorSilent']);
    expect(isOff(element)).toEqual([false]);
  });

  it('asks nothing more of a call that is over', async () => {
    const element = show();
    tell(bo());
    await press(element);
    tell(agent('Bo', 'available'));
    await jest.advanceTimersByTimeAsync(9_000);
    expect(texts(element, 'problem')).toEqual(['']);
    expect(actions(element)).toEqual([]);
  });

  it('says who is shown calls when agents talk and no call is told', async () => {
    const element = show();
    tell(agent('Bo', 'busy'));
    await Promise.resolve();
    expect(texts(element, 'no-calls')).toHaveLength(1);
    tell(ada);
    await Promise.resolve();
    expect(texts(element, 'no-calls')).toHaveLength(0);
    tell();
    await Promise.resolve();
    expect(texts(element, 'nobody')).toHaveLength(1);
  });

  it('is accessible', async () => {
    const element = show();
    tell(bo({ supervision: 'listening', actions: ['listen', 'barge-in', 'stop'] }), ada);
    await Promise.resolve();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says once for agents and queues how old the news are, by the older of the two', async () => {
    const element = show();
    tell(ada);
    say('queues', { queues: [], at: '2026-11-21T09:59:00.000Z' });
    await Promise.resolve();
    const queues = element.shadowRoot!.querySelector('c-queue-status')!;
    expect(queues.shadowRoot!.querySelector('[data-id="age"]')).toBeNull();
    expect(texts(element, 'age')).toEqual(['c.QueueStatusLive']);
    jest.advanceTimersByTime(8_000);
    tell(ada);
    jest.advanceTimersByTime(4_000);
    await Promise.resolve();
    expect(texts(element, 'age')).toEqual(['c.QueueStatusAge']);
    say('queues', { queues: [], at });
    await Promise.resolve();
    expect(texts(element, 'age')).toEqual(['c.QueueStatusLive']);
  });
});
