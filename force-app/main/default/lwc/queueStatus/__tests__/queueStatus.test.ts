import { createElement } from 'lwc';
import { MessageContext, createMessageContext, publish } from 'lightning/messageService';
import { EnclosingUtilityId, updatePanel, updateUtility } from 'lightning/platformUtilityBarApi';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import currentOrg from '@salesforce/apex/RingdownOrgs.current';
import QueueStatus from 'c/queueStatus';

jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });

const start = Date.parse('2026-11-21T10:00:00.000Z');
const at = '2026-11-21T10:00:00.000Z';
const sales = { name: 'Sales', waiting: 2, longestWaitSeconds: 65, agentsAvailable: 1, agentsTotal: 4 };
const support = { name: 'Support', waiting: 3, longestWaitSeconds: 130, agentsAvailable: 0, agentsTotal: 5 };
const quiet = { name: 'Quiet', waiting: 0, longestWaitSeconds: 0, agentsAvailable: 2, agentsTotal: 2 };
const presence = (agentName: string, status: string, since: string, statusName = status): object => ({
  agentName,
  status,
  statusName,
  since
});
const me = presence('Me', 'break', '2026-11-21T09:59:00.000Z', 'Lunch');

const say = (type: string, body: object): void => publish(createMessageContext(), PHONE_CHANNEL, { type, body });

function show(): HTMLElement {
  const element = createElement('c-queue-status', { is: QueueStatus });
  document.body.appendChild(element);
  (MessageContext as unknown as { emit(value: object): void }).emit({});
  return element;
}

const texts = (element: HTMLElement, id: string): readonly (string | null)[] =>
  [...element.shadowRoot!.querySelectorAll(`[data-id="${id}"]`)].map(({ textContent }) => textContent);

describe('c-queue-status', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: start });
    jest.mocked(currentOrg).mockResolvedValue({});
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('waits for the phone', async () => {
    const element = show();
    await Promise.resolve();
    expect(texts(element, 'no-phone')).toHaveLength(1);
    expect(texts(element, 'queue')).toHaveLength(0);
  });

  it('names its utility in the language of the rep, and nothing where it stands in none', async () => {
    show();
    const placed = EnclosingUtilityId as unknown as { emit(value: unknown): void };
    placed.emit(undefined);
    await Promise.resolve();
    expect(updateUtility).not.toHaveBeenCalled();
    placed.emit('utility-3');
    await Promise.resolve();
    expect(updateUtility).toHaveBeenLastCalledWith('utility-3', { label: 'c.QueueStatusTitle' });
    expect(updatePanel).toHaveBeenLastCalledWith('utility-3', { label: 'c.QueueStatusTitle' });
  });

  it('says where the queues are when the phone system has a page of its own', async () => {
    jest.mocked(currentOrg).mockResolvedValue({ PopsAndLogs__c: 'Vendor' });
    const element = show();
    await jest.advanceTimersByTimeAsync(0);
    expect(texts(element, 'no-phone')).toEqual(['c.QueueStatusVendor']);
  });

  it('waits for the phone where the org cannot be asked', async () => {
    jest.mocked(currentOrg).mockRejectedValue(new TypeError('offline'));
    const element = show();
    await jest.advanceTimersByTimeAsync(0);
    expect(texts(element, 'no-phone')).toEqual(['c.QueueStatusNoPhone']);
  });

  it('shows the queue with the longest wait first, and a wait that goes on by itself', async () => {
    const element = show();
    say('queues', { queues: [quiet, sales, support], at });
    await Promise.resolve();
    expect(texts(element, 'longest-wait')).toEqual(['2:10', '1:05', '–']);
    expect(texts(element, 'waiting')).toEqual(['3', '2', '0']);
    jest.advanceTimersByTime(5000);
    await Promise.resolve();
    expect(texts(element, 'longest-wait')).toEqual(['2:15', '1:10', '–']);
  });

  it('says how old the news is once it is not live, and is live again with the next', async () => {
    const element = show();
    say('queues', { queues: [sales], at });
    await Promise.resolve();
    expect(texts(element, 'age')).toEqual(['c.QueueStatusLive']);
    jest.advanceTimersByTime(11_000);
    await Promise.resolve();
    expect(texts(element, 'age')).toEqual(['c.QueueStatusAge']);
    say('queues', { queues: [sales], at });
    await Promise.resolve();
    expect(texts(element, 'age')).toEqual(['c.QueueStatusLive']);
  });

  it('is as old as the older of its two news', async () => {
    const element = show();
    say('presence', { mine: me, others: [], at });
    jest.advanceTimersByTime(20_000);
    say('queues', { queues: [sales], at });
    await Promise.resolve();
    expect(texts(element, 'age')).toEqual(['c.QueueStatusAge']);
  });

  it('shows who can take a call first, and how long each has been at it', async () => {
    const element = show();
    const others = [
      presence('Zoe', 'offline', at),
      presence('Ann', 'busy', '2026-11-21T09:58:00.000Z'),
      presence('Bob', 'available', at)
    ];
    say('presence', { mine: me, others, at });
    await Promise.resolve();
    expect(texts(element, 'colleague').map((text) => text!.slice(0, 3))).toEqual(['Bob', 'Ann', 'Zoe']);
    expect(texts(element, 'colleague')[1]).toContain('2:00');
    expect(texts(element, 'mine')[0]).toContain('Lunch');
    expect(texts(element, 'mine')[0]).toContain('1:00');
  });

  it('says when there is no queue and no colleague', async () => {
    const element = show();
    say('queues', { queues: [], at });
    say('presence', { mine: me, others: [], at });
    await Promise.resolve();
    expect(texts(element, 'no-queue')).toHaveLength(1);
    expect(texts(element, 'nobody')).toHaveLength(1);
  });

  it('stops its clock and its line when it is taken away', () => {
    const element = show();
    document.body.removeChild(element);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is accessible', async () => {
    const element = show();
    say('queues', { queues: [quiet, support], at });
    say('presence', { mine: me, others: [presence('Ann', 'busy', at)], at });
    await Promise.resolve();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
