import { createElement } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import ofRecord from '@salesforce/apex/CallLogs.ofRecord';
import CallHistory from 'c/callHistory';
import { openOutbox, type OutboxChange } from 'c/callLogOutbox';
import { connectPhone, type PhoneMessage } from 'c/phoneBridge';
import { historyRows, safeUrl } from '../historyRow';
import { isNoAccess } from '../noAccess';

jest.mock('@salesforce/apex/CallLogs.ofRecord', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.objects', () => ({ default: () => Promise.resolve([]) }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.ofCases', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.ofRecord', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/callLogOutbox', () => ({ openOutbox: jest.fn() }));
jest.mock('c/phoneBridge', () => ({ connectPhone: jest.fn() }));

type History = HTMLElement & { recordId?: string };
type Question = {
  recordId: string;
  channels: readonly string[];
  directions: readonly string[];
  pageSize: number;
  offset: number;
};
const asked = ofRecord as unknown as jest.Mock<Promise<unknown>, [Question]>;
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
// eslint-disable-next-line no-script-url -- a link that must not be followed
const script = 'javascript:alert(1)';
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const task = (number: number, fields: object = {}) => ({
  Id: `00T${number}`,
  Subject: `Call ${number}`,
  CreatedDate: '2026-01-05T09:00:00.000+0000',
  Channel__c: 'Phone',
  Direction__c: 'Inbound',
  FromNumber__c: '+442079460958',
  CallDurationInSeconds: 125,
  Outcome__c: 'Answered',
  Owner: { Name: 'Rep' },
  Who: { Name: 'Ann' },
  ...fields
});
let tasks: readonly object[];
let phoneSaid: (message: PhoneMessage) => void;
let outboxSaid: (change: OutboxChange) => void;

beforeEach(() => {
  tasks = [];
  asked
    .mockReset()
    .mockImplementation(({ offset, pageSize }) => Promise.resolve(tasks.slice(offset, offset + pageSize)));
  mocked(connectPhone).mockImplementation((_context: object, listener: (message: PhoneMessage) => void) => {
    phoneSaid = listener;
    return { send: jest.fn(), close: jest.fn() };
  });
  mocked(openOutbox).mockResolvedValue({
    subscribe: (listener: (change: OutboxChange) => void) => {
      outboxSaid = listener;
      return () => undefined;
    }
  });
});

afterEach(() => document.body.replaceChildren());

async function show(recordId = '003000000000001AAA'): Promise<History> {
  const history = createElement('c-call-history', { is: CallHistory }) as unknown as History;
  history.recordId = recordId;
  document.body.appendChild(history);
  (MessageContext as unknown as { emit(value: unknown): void }).emit({});
  await turn();
  return history;
}

const all = <Found extends HTMLElement = HTMLElement>(history: HTMLElement, id: string): Found[] => [
  ...history.shadowRoot!.querySelectorAll<Found>(`[data-id="${id}"]`)
];

describe('c-call-history', () => {
  it('shows the calls of the record', async () => {
    tasks = [
      task(1, { RecordingUrl__c: 'https://phone.example/r/1', TranscriptUrl__c: script }),
      task(2, { Channel__c: 'Chat', CallDisposition: 'Resolved', CallDurationInSeconds: undefined })
    ];
    const history = await show();
    expect(asked.mock.calls).toEqual([
      [{ recordId: '003000000000001AAA', channels: [], directions: [], pageSize: 11, offset: 0 }]
    ]);
    expect(all<HTMLElement & { label: string }>(history, 'open').map(({ label }) => label)).toEqual([
      'Call 1',
      'Call 2'
    ]);
    expect(all(history, 'outcome').map((element) => element.textContent)).toEqual([
      'c.CallHistoryAnswered',
      'Resolved'
    ]);
    expect(all(history, 'duration').map((element) => element.textContent)).toEqual(['2:05']);
    const [link] = all<HTMLAnchorElement>(history, 'recording');
    expect([link!.href, link!.target, link!.rel]).toEqual([
      'https://phone.example/r/1',
      '_blank',
      'noopener noreferrer'
    ]);
    expect(all(history, 'transcript')).toEqual([]);
    await expect(history).toBeAccessible();
  });

  it('lets a number be clicked for the record of the page, and of a company for the person who was called', async () => {
    const others = [undefined, 'Anonymous', 'ann@example.com'].map((FromNumber__c, place) =>
      task(3 + place, { FromNumber__c })
    );
    tasks = [task(1, { WhoId: '003000000000007AAA' }), task(2), ...others];
    type Dial = HTMLElement & { value: string; recordId: string };
    const dialled = async (recordId: string): Promise<readonly (readonly string[])[]> => {
      const numbers = all<Dial>(await show(recordId), 'number');
      return numbers.map((number) => [number.value, number.recordId]);
    };
    const [ofContact, ofCase] = ['003000000000001AAA', '500000000000001AAA'];
    const twice = (recordId: string) => [1, 2].map(() => ['+44 20 7946 0958', recordId]);
    expect([await dialled(ofContact), await dialled(ofCase)]).toEqual([twice(ofContact), twice(ofCase)]);
    expect(await dialled('001000000000001AAA')).toEqual([
      ['+44 20 7946 0958', '003000000000007AAA'],
      ['+44 20 7946 0958', '001000000000001AAA']
    ]);
  });

  it('says that there is none, and is accessible', async () => {
    const history = await show();
    expect(all(history, 'empty').map((element) => element.textContent)).toEqual(['c.CallHistoryEmpty']);
    await expect(history).toBeAccessible();
  });

  it('says that it is at work, and is accessible', async () => {
    asked.mockReturnValue(new Promise(() => undefined));
    const history = await show();
    expect([all(history, 'loading').length, all(history, 'empty').length]).toEqual([1, 0]);
    await expect(history).toBeAccessible();
  });

  it('loads more, ten at a time, and none twice when a call was logged meanwhile', async () => {
    tasks = Array.from({ length: 15 }, (_, number) => task(number));
    const history = await show();
    expect(all(history, 'row')).toHaveLength(10);
    tasks = [task(99), ...tasks];
    all(history, 'more')[0]!.click();
    await turn();
    expect(asked.mock.calls[1]![0]).toMatchObject({ offset: 10, pageSize: 11 });
    expect(all<HTMLElement & { label: string }>(history, 'open').map(({ label }) => label)).toEqual(
      Array.from({ length: 15 }, (_, number) => `Call ${number}`)
    );
    expect(all(history, 'more')).toHaveLength(0);
  });

  it('filters by channel and direction', async () => {
    const history = await show();
    all(history, 'channel')[0]!.dispatchEvent(new CustomEvent('change', { detail: { value: 'SMS' } }));
    all(history, 'direction')[0]!.dispatchEvent(new CustomEvent('change', { detail: { value: 'Outbound' } }));
    await turn();
    expect(asked.mock.lastCall![0]).toMatchObject({ channels: ['SMS'], directions: ['Outbound'], offset: 0 });
    expect(all(history, 'empty')[0]!.textContent).toBe('c.CallHistoryEmptyFiltered');
  });

  it('drops an answer that comes after a newer question', async () => {
    let answer: (value: unknown) => void = () => undefined;
    asked.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const history = await show();
    tasks = [task(2)];
    all(history, 'channel')[0]!.dispatchEvent(new CustomEvent('change', { detail: { value: 'Chat' } }));
    await turn();
    answer([task(1)]);
    await turn();
    expect(all<HTMLElement & { label: string }>(history, 'open').map(({ label }) => label)).toEqual(['Call 2']);
  });

  it.each([
    ['the panel saved a log', () => phoneSaid({ type: 'log-saved', body: { callKey: 'k', taskId: '00T' } })],
    ['another tab saved a log', () => outboxSaid({ type: 'confirmed', callKey: 'k', taskId: '00T' })]
  ])('reads again when %s', async (_what, happens) => {
    const history = await show();
    tasks = [task(1)];
    happens();
    await turn();
    expect(all(history, 'row')).toHaveLength(1);
  });

  it('reads the calls of another record when the page gives one', async () => {
    const history = await show();
    history.recordId = '500000000000001AAA';
    await turn();
    expect(asked.mock.lastCall![0]).toMatchObject({ recordId: '500000000000001AAA' });
  });

  it('shows what failed, keeps what is shown, and tries again', async () => {
    tasks = [task(1)];
    const history = await show();
    asked.mockRejectedValueOnce({ body: { message: 'down' } });
    phoneSaid({ type: 'log-saved', body: { callKey: 'k', taskId: '00T' } });
    await turn();
    const panel = all<HTMLElement & { errors: unknown; friendlyMessage: string }>(history, 'failure')[0]!;
    expect([panel.errors, panel.friendlyMessage]).toEqual([{ body: { message: 'down' } }, 'c.CallHistoryFailed']);
    expect(all(history, 'row')).toHaveLength(1);
    await expect(history).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await turn();
    expect(all(history, 'failure')).toHaveLength(0);
  });

  it('says whom to ask when the user has no access', async () => {
    asked.mockRejectedValue({ body: { message: 'You do not have access to the Apex class named CallLogs.' } });
    const panel = all<HTMLElement & { friendlyMessage: string }>(await show(), 'failure')[0]!;
    expect(panel.friendlyMessage).toBe('c.CallHistoryNoAccess');
  });
});

describe('historyRows', () => {
  const names = { channel: {}, direction: {}, outcome: {} };

  it("reads the log of a vendor's own page, which has the standard fields only", () => {
    const row = historyRows([{ Id: '00T', CallType: 'Outbound', CreatedDate: 'x' }], names, 'Untitled')[0];
    expect(row).toMatchObject({ subject: 'Untitled', direction: 'Outbound', channel: 'Phone', at: 'x', number: '' });
  });

  it.each([[undefined], [null], ['x'], [[{}]]])('makes nothing of %j', (answer) => {
    expect(historyRows(answer, names, '')).toEqual([]);
  });

  it.each([
    ['https://phone.example/a?b=c', 'https://phone.example/a?b=c'],
    ['http://phone.example/', undefined],
    [script, undefined],
    [script.toUpperCase(), undefined],
    ['data:text/html,x', undefined],
    ['//phone.example', undefined],
    ['', undefined]
  ])('follows %s only when it is https', (address, url) => {
    expect(safeUrl(address)).toBe(url);
  });

  it('knows no access from other failures', () => {
    expect([403, 500].map((status) => isNoAccess({ status, body: {} }))).toEqual([true, false]);
    expect(isNoAccess({ body: { exceptionType: 'System.NoAccessException' } })).toBe(true);
    expect([undefined, 'x', { body: { message: 'row locked' } }].map(isNoAccess)).toEqual([false, false, false]);
  });
});
