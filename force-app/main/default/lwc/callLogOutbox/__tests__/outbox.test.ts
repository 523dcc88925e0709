import type { CallLog } from 'c/callLogCore';
import { browserClock } from '../clock';
import { memoryKeyValues, openKeyValueStore } from '../keyValueStore';
import { createOutbox } from '../outbox';
import type { Outbox } from '../outboxApi';
import type { OutboxWorld } from '../outboxWorld';

const log: CallLog = {
  callKey: 'leg-1',
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  startedAt: '2026-01-05T09:00:00Z',
  talkSeconds: 1,
  holdSeconds: 0,
  wrapUpSeconds: 0,
  durationSeconds: 1,
  subject: 'Call',
  text: ''
};

function world(change: Partial<OutboxWorld>): OutboxWorld {
  const values = memoryKeyValues();
  return {
    name: 'outbox',
    store: openKeyValueStore({ values, name: 'outbox', random: Math.random, durability: 'memory' }),
    send: () => Promise.resolve('00T1'),
    locks: undefined,
    openChannel: undefined,
    clock: browserClock,
    random: Math.random,
    onReturn: () => () => undefined,
    onLeave: () => () => undefined,
    ...change
  };
}

const confirmed = (outbox: Outbox): Promise<string> =>
  new Promise((resolve) => {
    outbox.subscribe((change) => {
      if (change.type === 'confirmed') resolve(change.taskId);
    });
  });

describe('the outbox', () => {
  const refused = () => new DOMException('Access to the Locks API is denied in this context.', 'SecurityError');
  it.each([
    ['by an answer', () => Promise.reject(refused())],
    [
      'at once',
      () => {
        throw refused();
      }
    ]
  ])('sends where the browser refuses locks %s', async (_how, request) => {
    const outbox = await createOutbox(world({ locks: { request } as unknown as LockManager }));
    const taskId = confirmed(outbox);
    await outbox.submit(log);
    expect(await taskId).toBe('00T1');
    expect(outbox.waiting()).toEqual([]);
    outbox.close();
  });

  it('tells a failure of the sending itself, and sends no second time for it', async () => {
    const send = jest
      .fn()
      .mockRejectedValue({ status: 500, body: { pageErrors: [{ statusCode: 'X', message: 'no' }] } });
    const request = (_name: string, work: () => Promise<unknown>) => work();
    const outbox = await createOutbox(world({ send, locks: { request } as unknown as LockManager }));
    await outbox.submit(log);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(outbox.waiting()).toMatchObject([{ state: 'blocked', attempts: 1, problem: { code: 'X', message: 'no' } }]);
    expect(send).toHaveBeenCalledTimes(1);
    outbox.close();
  });
});
