import type { CallLog } from 'c/callLogCore';
import { browserClock } from '../clock';
import { memoryKeyValues, openKeyValueStore } from '../keyValueStore';
import { createOutbox } from '../outbox';
import type { Sendable } from '../logAddition';
import type { Outbox } from '../outboxApi';
import type { OutboxWorld } from '../outboxWorld';
import type { Sent } from '../sendCallLog';
import type { Store } from '../store';

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
    send: () => Promise.resolve({ taskId: '00T1' }),
    locks: undefined,
    openChannel: undefined,
    clock: browserClock,
    random: Math.random,
    onReturn: () => () => undefined,
    onStored: () => () => undefined,
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

/** A world that is loaded again: the same disk, and everything that was sent. */
function reloadable() {
  const values = memoryKeyValues();
  const sent: Sendable[] = [];
  let answer: () => Promise<Sent> = () => Promise.resolve({ taskId: '00T1' });
  const store = (): Store =>
    openKeyValueStore({ values, name: 'outbox', random: Math.random, durability: 'local-storage' });
  const send = (item: Sendable): Promise<Sent> => {
    sent.push(item);
    return answer();
  };
  return {
    sent,
    store,
    answer: (next: typeof answer) => {
      answer = next;
    },
    load: (change: Partial<OutboxWorld> = {}) => createOutbox(world({ store: store(), send, ...change }))
  };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const offline = (): Promise<Sent> => Promise.reject(new TypeError('Failed to fetch'));
const recordingUrl = 'https://phone.example/recordings/1';
const transcriptUrl = 'https://phone.example/transcripts/1';
const recording = { callKey: 'leg-1', subject: 'Call', links: { recordingUrl } };

describe('what becomes known of a call after its log', () => {
  it('goes alone to a Task that Salesforce has, once, after a reload too', async () => {
    const { load, sent } = reloadable();
    const before = await load();
    await before.submit(log);
    await pause();
    before.close();
    const after = await load();
    expect(after.saved('leg-1')).toBe('00T1');
    await pause();
    const taskId = confirmed(after);
    await after.add(recording);
    expect(await taskId).toBe('00T1');
    await after.add(recording);
    after.close();
    const later = await load();
    await later.add(recording);
    await pause();
    expect(sent).toEqual([log, recording]);
    await later.add({ ...recording, links: { transcriptUrl } });
    await pause();
    expect(sent.at(-1)).toEqual({ ...recording, links: { transcriptUrl } });
    expect(later.waiting()).toEqual([]);
    later.close();
  });

  it('joins the log that waits, in whichever page it was submitted', async () => {
    const { load, sent, answer } = reloadable();
    answer(offline);
    const before = await load();
    await before.submit(log);
    await pause();
    before.close();
    const after = await load();
    await after.add(recording);
    await pause();
    expect(after.waiting()).toMatchObject([{ callKey: 'leg-1', subject: 'Call' }]);
    expect(sent.at(-1)).toEqual({ ...log, recordingUrl });
    await after.submit({ ...log, subject: 'Corrected' });
    await pause();
    expect(after.waiting()).toMatchObject([{ subject: 'Corrected' }]);
    await after.drain();
    expect(sent.at(-1)).toEqual({ ...log, subject: 'Corrected', recordingUrl });
    after.close();
  });

  it('waits with the log when the disk has no room for it', async () => {
    const { load, sent, answer, store } = reloadable();
    answer(offline);
    const full = store();
    const outbox = await load({
      store: {
        ...full,
        append: (text, options) =>
          text.includes('"added"') ? Promise.reject(new Error('full')) : full.append(text, options)
      }
    });
    await outbox.submit(log);
    await pause();
    expect(await outbox.add(recording)).toBe('memory');
    expect(await outbox.add({ ...recording, links: { transcriptUrl } })).toBe('memory');
    await outbox.drain();
    expect(sent.at(-1)).toEqual({ ...log, recordingUrl, transcriptUrl });
    outbox.close();
  });

  it('is dropped where nothing of the call was logged, and where somebody deleted the Task', async () => {
    const { load, sent, answer } = reloadable();
    const outbox = await load();
    await outbox.add(recording);
    expect([outbox.waiting(), sent]).toEqual([[], []]);
    await outbox.submit(log);
    await pause();
    answer(() => Promise.resolve({}));
    await outbox.add(recording);
    await pause();
    expect(outbox.waiting()).toEqual([]);
    expect(outbox.saved('leg-1')).toBe('00T1');
    outbox.close();
  });

  it('keeps in mind a follow-up that was made and is not wanted any more, until one is wanted', async () => {
    const { load, answer } = reloadable();
    answer(() => Promise.resolve({ taskId: '00T1', followUpId: '00T2' }));
    const before = await load();
    await before.submit(log);
    await pause();
    before.close();
    answer(() => Promise.resolve({ taskId: '00T1' }));
    const after = await load();
    await after.add(recording);
    await pause();
    expect(after.leftFollowUp('leg-1')).toBe('00T2');
    await after.submit(log);
    await pause();
    expect(after.leftFollowUp('leg-1')).toBeUndefined();
    after.close();
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

describe('what a log is about, said later', () => {
  const relation = { callKey: 'leg-9', subject: 'Call', links: { whoId: '003000000000001AAA' } };

  it('is sent for a log that this computer never had, and again when it is said again', async () => {
    const { load, sent } = reloadable();
    const outbox = await load();
    for (const times of [1, 2]) {
      const told = confirmed(outbox);
      // eslint-disable-next-line no-await-in-loop -- said again when the first is through
      await outbox.add(relation);
      // eslint-disable-next-line no-await-in-loop -- as above
      await told;
      expect(sent).toEqual(Array(times).fill(relation));
    }
    expect(outbox.waiting()).toEqual([]);
  });

  it('waits without a network, over a reload, and joins a newer text of the log', async () => {
    const { load, sent, answer } = reloadable();
    answer(offline);
    const before = await load();
    await before.add({ ...relation, callKey: 'leg-1' });
    await pause();
    expect(before.waiting()).toMatchObject([{ callKey: 'leg-1', subject: 'Call' }]);
    await before.submit({ ...log, text: 'Notes' });
    before.close();
    answer(() => Promise.resolve({ taskId: '00T1' }));
    const after = await load();
    await pause();
    expect(sent.at(-1)).toMatchObject({ callKey: 'leg-1', text: 'Notes', whoId: relation.links.whoId });
    after.close();
  });
});
