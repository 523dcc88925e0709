import { createMessageContext, publish, releaseMessageContext, subscribe } from 'lightning/messageService';
import PHONE_CHANNEL from '@salesforce/messageChannel/RingdownPhone__c';
import save from '@salesforce/apex/AgentActivities.save';
import currentOrg from '@salesforce/apex/RingdownOrgs.current';
import { keepAgentActivities } from 'c/agentActivities';
import { presenceRows, queueCallRow } from '../activityRows';
import { activityShelf } from '../activityShelf';
import { activityWriter } from '../activityWriter';

jest.mock('@salesforce/apex/AgentActivities.save', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });
jest.mock('@salesforce/apex/RingdownOrgs.current', () => ({ default: jest.fn(), __esModule: true }), { virtual: true });

const presence = (status: 'available' | 'break', since: string, statusName = 'Ready'): never =>
  ({ agentName: 'Ann', status, statusName, since }) as never;
const missed = {
  callKey: 'leg-1',
  interactionKey: 'i',
  channel: 'phone',
  direction: 'inbound',
  state: 'done',
  queue: 'Support',
  from: '+442079460958',
  startedAt: '2026-11-21T10:00:00.000Z',
  endedAt: '2026-11-21T10:00:21.400Z',
  outcome: 'missed',
  talkSeconds: 0,
  holdSeconds: 0,
  attributes: {}
} as const;
const nine = '2026-11-21T09:00:00.000Z';
const ten = '2026-11-21T10:00:00.000Z';

const settle = (): Promise<void> =>
  Array.from({ length: 20 }).reduce<Promise<void>>((turns) => turns.then(() => undefined), Promise.resolve());
const say = (type: string, body: object): void => publish(createMessageContext(), PHONE_CHANNEL, { type, body });
const sayPresence = (mine: object): void => say('presence', { mine, others: [], at: ten });
const keysSaved = (): readonly string[][] =>
  jest
    .mocked(save)
    .mock.calls.map(([params]) =>
      (params as { activities: { ActivityKey__c: string }[] }).activities.map(({ ActivityKey__c }) => ActivityKey__c)
    );

describe('rows', () => {
  it('of a change of presence are the new state and the end of the one before', () => {
    const rows = presenceRows('005', presence('available', nine), presence('break', ten, 'Lunch'));
    expect(rows.map(({ record }) => record)).toEqual([
      expect.objectContaining({ PresenceStatus__c: 'Ready', OccurredAt__c: nine, EndedAt__c: ten }),
      expect.objectContaining({
        sobjectType: 'AgentActivity__c',
        Kind__c: 'PresenceChange',
        Agent__c: '005',
        PresenceStatus__c: 'Lunch',
        PreviousStatus__c: 'Ready',
        OccurredAt__c: ten
      })
    ]);
    // An upsert changes only what it names: the end does not take away what the row before knew.
    expect(rows[0]!.record).not.toHaveProperty('PreviousStatus__c');
  });

  it('say moments and waits as the fields hold them', () => {
    const queueCall = { ...missed, startedAt: '2016-11-21T11:00:00.1234567+01:00' };
    expect(queueCallRow('005', queueCall)?.record).toMatchObject({
      OccurredAt__c: '2016-11-21T10:00:00.123Z',
      WaitSeconds__c: 99_999_999
    });
  });

  it('of the same presence told again are none', () => {
    expect(presenceRows('005', presence('break', nine, 'Lunch'), presence('break', ten, 'Lunch'))).toEqual([]);
  });

  it('of a queue call that nobody took say how long the caller waited', () => {
    expect(queueCallRow('005', missed)).toEqual({
      key: 'call:leg-1',
      record: {
        sobjectType: 'AgentActivity__c',
        ActivityKey__c: 'call:leg-1',
        Kind__c: 'QueueCall',
        Agent__c: '005',
        Channel__c: 'Phone',
        Queue__c: 'Support',
        FromNumber__c: '+442079460958',
        OccurredAt__c: missed.startedAt,
        EndedAt__c: missed.endedAt,
        WaitSeconds__c: 21,
        Outcome__c: 'Missed'
      }
    });
  });

  it.each([
    ['that somebody took', { answeredAt: ten, outcome: 'answered' }],
    ['that rings', { state: 'ringing' }],
    ['without a queue', { queue: undefined }],
    ['that went out', { direction: 'outbound' }],
    ['whose end nobody knows', { outcome: undefined }]
  ])('of a call %s are none', (_which, change) => {
    expect(queueCallRow('005', { ...missed, ...change } as never)).toBeUndefined();
  });

  it.each([
    ['abandoned', 'Abandoned'],
    ['declined', 'Declined'],
    ['voicemail', 'Overflowed']
  ])('%s is %s', (outcome, value) => {
    expect(queueCallRow('005', { ...missed, outcome } as never)!.record.Outcome__c).toBe(value);
  });
});

describe('the shelf', () => {
  beforeEach(() => localStorage.clear());
  const row = (key: string, more: Record<string, string> = {}): never => ({ key, record: { key, ...more } }) as never;

  it('adds what is new to a row, and keeps what changed while it was sent', () => {
    const shelf = activityShelf(localStorage, '005');
    shelf.put(row('a', { one: '1' }));
    const [sending] = shelf.waiting();
    activityShelf(localStorage, '005').put(row('a', { two: '2' }));
    shelf.sent(sending!);
    expect(shelf.waiting().map(({ record }) => record)).toEqual([{ key: 'a', one: '1', two: '2' }]);
    shelf.sent(shelf.waiting()[0]!);
    expect(shelf.waiting()).toEqual([]);
  });

  it('keeps the rows of each user apart', () => {
    activityShelf(localStorage, '005').put(row('a'));
    expect(activityShelf(localStorage, '006').waiting()).toEqual([]);
  });

  it('keeps in memory what the browser refuses', () => {
    const refuse = (): never => {
      throw new DOMException('QuotaExceededError');
    };
    const full = { length: 0, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse, clear: refuse };
    const shelf = activityShelf(full, '005');
    shelf.put(row('a'));
    shelf.rememberPresence(presence('break', nine));
    expect(shelf.lastPresence()).toMatchObject({ status: 'break' });
    shelf.sent(shelf.waiting()[0]!);
    expect(shelf.waiting()).toEqual([]);
  });
});

describe('the writer', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());
  const dml = (statusCode: string): unknown => ({
    status: 500,
    body: { pageErrors: [{ statusCode, message: 'no' }], fieldErrors: {}, index: null, duplicateResults: [] }
  });
  const refusal = dml('FIELD_CUSTOM_VALIDATION_EXCEPTION');
  const shelfWith = (...keys: string[]): ReturnType<typeof activityShelf> => {
    const shelf = activityShelf(localStorage, '005');
    keys.forEach((key) => shelf.put({ key, record: { key } }));
    return shelf;
  };

  it('waits longer after each failure, and sends all of it in the end', async () => {
    const shelf = shelfWith('a', 'b');
    const send = jest
      .fn()
      .mockRejectedValueOnce(new TypeError('offline'))
      .mockRejectedValueOnce(new TypeError('offline'));
    const writer = activityWriter({ shelf, save: send, locks: undefined, lockName: 'x' });
    writer.wake();
    await settle();
    writer.wake();
    await settle();
    expect(send).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(2000);
    await settle();
    expect(send).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(3999);
    await settle();
    expect(send).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(1);
    await settle();
    expect(shelf.waiting()).toEqual([]);
    writer.stop();
  });

  it('sends the others when the org refuses one, and that one again when it has changed', async () => {
    const shelf = shelfWith('a', 'b', 'c', 'd', 'e');
    const send = jest.fn(async (records: readonly Readonly<Record<string, string | number>>[]) => {
      if (records.some((record) => record.key === 'd' && record.mended === undefined)) throw refusal;
    });
    const writer = activityWriter({ shelf, save: send, locks: undefined, lockName: 'x' });
    writer.wake();
    await settle();
    expect(shelf.waiting().map(({ record }) => record.key)).toEqual(['d']);
    shelf.put({ key: 'd', record: { mended: 1 } });
    writer.wake();
    await settle();
    expect(shelf.waiting()).toEqual([]);
    writer.stop();
  });

  it.each(['UNABLE_TO_LOCK_ROW', 'REQUEST_LIMIT_EXCEEDED'])('tries again after %s, which passes', async (code) => {
    const shelf = shelfWith('a', 'b');
    const send = jest.fn().mockRejectedValueOnce(dml(code));
    const writer = activityWriter({ shelf, save: send, locks: undefined, lockName: 'x' });
    writer.wake();
    await settle();
    expect(send).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(2000);
    await settle();
    expect(shelf.waiting()).toEqual([]);
    writer.stop();
  });

  it('sends nothing while another tab has the role', async () => {
    const shelf = shelfWith('a');
    const send = jest.fn().mockResolvedValue(undefined);
    let give: (() => unknown) | undefined;
    const request = jest.fn((_name: string, callback: () => unknown) => {
      give = callback;
      return new Promise(() => undefined);
    });
    const locks = { request } as unknown as LockManager;
    const writer = activityWriter({ shelf, save: send, locks, lockName: 'x' });
    writer.wake();
    await settle();
    expect(send).not.toHaveBeenCalled();
    give!();
    await settle();
    expect(send).toHaveBeenCalledTimes(1);
    writer.stop();
  });
});

describe('c-agent-activities', () => {
  const stops: (() => void)[] = [];
  const keep = (): void => {
    stops.push(keepAgentActivities());
  };
  beforeEach(() => {
    localStorage.clear();
    jest.mocked(save).mockResolvedValue([]);
    jest.mocked(currentOrg).mockResolvedValue({ ConfiguredFor__c: '00D1', SetupOwnerId: '00D1' });
  });
  afterEach(() => {
    stops.splice(0).forEach((stop) => stop());
    jest.mocked(save).mockReset();
    jest.mocked(currentOrg).mockReset();
  });

  it('saves each change once, however often the phone page tells it and however many components ask', async () => {
    keep();
    keep();
    await settle();
    sayPresence(presence('available', nine));
    await settle();
    sayPresence(presence('available', nine));
    say('interaction', { interaction: missed });
    await settle();
    sayPresence(presence('break', ten, 'Lunch'));
    await settle();
    const keys = keysSaved().map((each) => each.map((key) => key.split(':').at(0)));
    expect(keys).toEqual([['presence'], ['call'], ['presence', 'presence']]);
    expect(Object.keys(localStorage).filter((name) => name.startsWith('ringdown.activity'))).toEqual([]);
  });

  it('hears on a context of its own, which no component takes with it', async () => {
    const own = { own: true };
    jest.mocked(createMessageContext).mockReturnValueOnce(own);
    jest.mocked(releaseMessageContext).mockClear();
    keep();
    keep();
    expect(jest.mocked(subscribe).mock.calls.at(-1)?.[0]).toBe(own);
    stops.shift()!();
    expect(releaseMessageContext).not.toHaveBeenCalled();
    say('interaction', { interaction: { ...missed, callKey: 'leg-own' } });
    await settle();
    expect(keysSaved().flat()).toContain('call:leg-own');
    stops.shift()!();
    expect(jest.mocked(releaseMessageContext).mock.calls).toEqual([[own]]);
  });

  it('keeps what could not be sent for the next page', async () => {
    jest.mocked(save).mockRejectedValue(new TypeError('offline'));
    keep();
    await settle();
    say('interaction', { interaction: missed });
    await settle();
    stops.splice(0).forEach((stop) => stop());
    jest.mocked(save).mockReset().mockResolvedValue([]);
    keep();
    await settle();
    expect(keysSaved().flat()).toContain('call:leg-1');
  });

  it.each([
    ['in an org that is not configured', {}],
    [
      'where the page of the phone system keeps the record',
      { ConfiguredFor__c: '00D1', SetupOwnerId: '00D1', PopsAndLogs__c: 'Vendor' }
    ]
  ])('saves nothing %s', async (_where, org) => {
    jest.mocked(currentOrg).mockResolvedValue(org);
    keep();
    say('interaction', { interaction: missed });
    await settle();
    say('interaction', { interaction: { ...missed, callKey: 'leg-2' } });
    await settle();
    expect(save).not.toHaveBeenCalled();
    expect(Object.keys(localStorage).filter((name) => name.startsWith('ringdown.activity'))).toEqual([]);
  });

  it('asks again about the org when the network is back', async () => {
    jest.mocked(currentOrg).mockRejectedValueOnce(new TypeError('offline'));
    keep();
    say('interaction', { interaction: missed });
    await settle();
    expect(save).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(keysSaved().flat()).toContain('call:leg-1');
  });
});
