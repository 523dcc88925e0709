import { createElement } from 'lwc';
import objects from '@salesforce/apex/KeptCalls.objects';
import keptOfRecord from '@salesforce/apex/KeptCalls.ofRecord';
import CallHistory from 'c/callHistory';

jest.mock(
  '@salesforce/apex/CallLogs.ofRecord',
  () => ({ default: () => Promise.resolve([{ Id: '00T1', Subject: 'Log' }]) }),
  { virtual: true }
);
jest.mock('@salesforce/apex/KeptCalls.objects', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.ofCases', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeptCalls.ofRecord', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/callLogOutbox', () => ({ openOutbox: () => Promise.resolve(undefined) }));

const asked = objects as unknown as jest.Mock<Promise<unknown>, [object]>;
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function show(): Promise<HTMLElement> {
  const history = createElement('c-call-history', { is: CallHistory });
  Object.assign(history, { recordId: '003000000000001AAA' });
  document.body.appendChild(history);
  await turn();
  return history;
}

const all = (history: HTMLElement, id: string): readonly HTMLElement[] => [
  ...history.shadowRoot!.querySelectorAll<HTMLElement>(`[data-id="${id}"]`)
];

describe('c-call-history in an org without Voice', () => {
  it('asks once whether there are calls of Salesforce, again when no answer came, and then shows the logs', async () => {
    asked.mockRejectedValueOnce({ body: { message: 'down' } }).mockResolvedValue([]);
    const history = await show();
    expect([all(history, 'failure').length, all(history, 'row').length]).toEqual([1, 0]);
    all(history, 'failure')[0]!.dispatchEvent(new CustomEvent('retry'));
    await turn();
    expect([all(history, 'failure').length, all(history, 'row').length]).toEqual([0, 1]);
    expect(all(await show(), 'row')).toHaveLength(1);
    expect(asked.mock.calls).toEqual([[{ keyPrefix: '0LQ' }], [{ keyPrefix: '0LQ' }]]);
    expect((keptOfRecord as unknown as jest.Mock).mock.calls).toEqual([]);
  });
});
