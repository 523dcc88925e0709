import { createElement } from 'lwc';
import unlinked from '@salesforce/apex/CallLogs.unlinked';
import unlinkedKept from '@salesforce/apex/KeptCalls.unlinked';
import { openOutbox, type OutboxChange, type WaitingEntry } from 'c/callLogOutbox';
import UnlinkedLogs from 'c/unlinkedLogs';

jest.mock('@salesforce/apex/CallLogs.unlinked', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.unlinked', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/KeptCalls.objects',
  () => ({ default: () => Promise.resolve([{ QualifiedApiName: 'VoiceCall' }]) }),
  { virtual: true }
);
jest.mock('c/callLogOutbox', () => ({ openOutbox: jest.fn() }));

const ann = { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' };
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const row = (number: number): object => ({
  Id: `00T${number}`,
  CallKey__c: `leg-${number}`,
  Subject: `Call ${number}`,
  CreatedDate: '2026-01-05T09:00:00.000Z',
  Direction__c: 'Inbound',
  FromNumber__c: '+442079460958',
  ...(number === 2 ? { Channel__c: 'Chat' } : { Channel__c: 'Phone' })
});
const rows = (count: number): readonly object[] => Array.from({ length: count }, (_, at) => row(at + 1));

let waiting: WaitingEntry[];
let told: (change: OutboxChange) => void;

beforeEach(() => {
  waiting = [];
  mocked(unlinked).mockReset().mockResolvedValue(rows(2));
  mocked(unlinkedKept).mockReset().mockResolvedValue([]);
  mocked(openOutbox).mockResolvedValue({
    waiting: () => [...waiting],
    subscribe: (listener: typeof told) => {
      told = listener;
      return () => undefined;
    }
  });
});
afterEach(() => document.body.replaceChildren());

type Shown = HTMLElement & { openKeys: readonly string[] };

async function show(openKeys: readonly string[] = []): Promise<Shown> {
  const element = createElement<Shown>('c-unlinked-logs', { is: UnlinkedLogs as never });
  element.openKeys = openKeys;
  document.body.appendChild(element);
  await turn();
  return element;
}
const all = <Found extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): Found[] => [
  ...element.shadowRoot!.querySelectorAll<Found>(selector)
];
const press = async (element: HTMLElement, selector: string): Promise<void> => {
  all(element, selector)[0]!.click();
  await turn();
};
async function choose(element: HTMLElement): Promise<jest.Mock> {
  const linked = jest.fn();
  element.addEventListener('link', linked);
  await press(element, '[data-id="toggle"]');
  await press(element, '[data-id="link"]');
  const detail = { records: [ann] };
  all(element, 'c-related-record-picker')[0]!.dispatchEvent(new CustomEvent('choose', { detail }));
  await turn();
  await press(element, '[data-id="save-link"]');
  return linked;
}

describe('c-unlinked-logs', () => {
  it('shows nothing where every log is about somebody', async () => {
    mocked(unlinked).mockResolvedValue([]);
    const element = await show();
    expect(all(element, '[data-id="toggle"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('counts the logs, and lists them when it is opened, without those whose wrap-up is open', async () => {
    mocked(unlinked).mockResolvedValue(rows(3));
    const element = await show(['leg-3']);
    expect(all(element, '[data-id="toggle"]')[0]!.textContent).toContain('(2)');
    expect(all(element, '[data-id="unlinked"]')).toHaveLength(0);
    await press(element, '[data-id="toggle"]');
    expect(all(element, '[data-id="toggle"]')[0]!.getAttribute('aria-expanded')).toBe('true');
    const words = all(element, '[data-id="unlinked"]').map(({ textContent }) => textContent);
    expect(words).toEqual([expect.stringContaining('Call 1'), expect.stringContaining('Call 2')]);
    await expect(element).toBeAccessible();
  });

  it('links one with what was chosen, says so when Salesforce has it, and asks for the rest', async () => {
    const element = await show();
    const linked = await choose(element);
    expect(linked.mock.calls.map(([event]: [CustomEvent<unknown>]) => event.detail)).toEqual([
      { callKey: 'leg-1', subject: 'Call 1', records: [ann] }
    ]);
    expect(all(element, 'c-related-record-picker')).toHaveLength(0);
    waiting = [{ callKey: 'leg-1', subject: 'Call 1', state: 'retrying', attempts: 1 }];
    told({ type: 'changed' });
    await turn();
    expect(all(element, '[data-id="linking"]')).toHaveLength(1);
    expect(all(element, '[data-id="link"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
    waiting = [];
    mocked(unlinked).mockResolvedValue([]);
    told({ type: 'confirmed', callKey: 'leg-1', taskId: '00T1' });
    await turn();
    expect(all(element, '[data-id="status"]')[0]!.textContent).toBe('c.UnlinkedLogsLinked');
    expect(all(element, '[data-id="done"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('lets the rep link otherwise what Salesforce refused, and saves nothing without a choice', async () => {
    waiting = [{ callKey: 'leg-1', subject: 'Call 1', state: 'blocked', attempts: 1 }];
    const element = await show();
    await press(element, '[data-id="toggle"]');
    expect(all(element, '[data-id="link"]')).toHaveLength(2);
    await press(element, '[data-id="link"]');
    expect(all<HTMLButtonElement>(element, '[data-id="save-link"]')[0]!.disabled).toBe(true);
    await press(element, '[data-id="cancel-link"]');
    expect(all(element, 'c-related-record-picker')).toHaveLength(0);
  });

  it('takes up what this or another tab saved', async () => {
    mocked(unlinked).mockResolvedValueOnce([]);
    const element = await show();
    expect(all(element, '[data-id="toggle"]')).toHaveLength(0);
    told({ type: 'confirmed', callKey: 'leg-1', taskId: '00T1' });
    await turn();
    expect(all(element, '[data-id="toggle"]')[0]!.textContent).toContain('(2)');
    expect(all(element, '[data-id="status"]')[0]!.textContent).toBe('');
  });

  it('shows ten, then ten more', async () => {
    mocked(unlinked).mockImplementation(({ most }: { most: number }) => Promise.resolve(rows(Math.min(most, 14))));
    const element = await show();
    expect(all(element, '[data-id="toggle"]')[0]!.textContent).toContain('(10+)');
    await press(element, '[data-id="toggle"]');
    await press(element, '[data-id="more"]');
    expect(all(element, '[data-id="unlinked"]')).toHaveLength(14);
    expect(all(element, '[data-id="more"]')).toHaveLength(0);
  });

  it('says that the list could not be read, and reads it again', async () => {
    mocked(unlinked).mockRejectedValueOnce({ body: { message: 'No access' } });
    const element = await show();
    const panel = all(element, '[data-id="failure"]')[0]!;
    expect(panel).toBeDefined();
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await turn();
    expect(all(element, '[data-id="failure"]')).toHaveLength(0);
    expect(all(element, '[data-id="toggle"]')[0]!.textContent).toContain('(2)');
  });

  it('answers the newest question when an older one comes late', async () => {
    const element = await show();
    let late: (value: unknown) => void = () => undefined;
    mocked(unlinked).mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    told({ type: 'confirmed', callKey: 'leg-1', taskId: '00T1' });
    mocked(unlinked).mockResolvedValue([]);
    told({ type: 'confirmed', callKey: 'leg-2', taskId: '00T2' });
    await turn();
    late(rows(2));
    await turn();
    expect(all(element, '[data-id="toggle"]')).toHaveLength(0);
  });

  it('lists the calls that Salesforce keeps among them, and links one by its id', async () => {
    mocked(unlinkedKept).mockResolvedValue([
      {
        Id: '0LQ1',
        CallType: 'Inbound',
        CallStartDateTime: '2026-01-05T10:00:00.000Z',
        FromPhoneNumber: '+14155550132'
      },
      { Id: '0LQ2', CallType: 'Outbound', CallStartDateTime: '2026-01-05T08:00:00.000Z' }
    ]);
    const element = await show(['0LQ2']);
    const linked = await choose(element);
    const detail = { callKey: '0LQ1', keptId: '0LQ1', subject: 'c.CallLogSubjectCallFrom', records: [ann] };
    expect(linked.mock.calls.map(([event]: [CustomEvent<unknown>]) => event.detail)).toEqual([detail]);
    expect(all(element, '[data-id="unlinked"]')).toHaveLength(3);
    await expect(element).toBeAccessible();
  });

  it('lets a number be dialled that is one', async () => {
    mocked(unlinked).mockResolvedValue([row(1), { ...row(2), FromNumber__c: 'ann@example.com' }]);
    const element = await show();
    await press(element, '[data-id="toggle"]');
    const numbers = all<HTMLElement & { number: string }>(element, 'c-dial-number');
    expect(numbers.map(({ number }) => number)).toEqual(['+442079460958']);
  });

  it('fails as a whole where the calls of Salesforce could not be read, and asks for them no more where there are none', async () => {
    mocked(unlinkedKept).mockRejectedValueOnce({ body: { message: 'Server Error' } });
    const element = await show();
    expect(all(element, '[data-id="failure"]')).toHaveLength(1);
    mocked(unlinkedKept).mockRejectedValue({ body: { exceptionType: 'System.QueryException' } });
    all(element, '[data-id="failure"]')[0]!.dispatchEvent(new CustomEvent('retry'));
    await turn();
    expect(all(element, '[data-id="toggle"]')[0]!.textContent).toContain('(2)');
    told({ type: 'confirmed', callKey: 'leg-1', taskId: '00T1' });
    await turn();
    expect(mocked(unlinkedKept)).toHaveBeenCalledTimes(2);
  });
});
