import { type TaskValues } from '../../../core/call-log/task-values';
import { type Interaction } from '../../../core/interaction/interaction';
import { type Timers } from '../../phone-page/timers';
import { LogRefusal, type OrgLogs, type Row } from './org-logs';

/** A call that was answered and is over. */
export const sampleLeg: Interaction = {
  callKey: 'call-1/a-1',
  interactionKey: 'i-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'wrap-up',
  queue: 'Support',
  from: '+442079460958',
  to: '+442079460000',
  vendorCallId: 'call-1',
  startedAt: '2026-01-05T09:00:00.000Z',
  answeredAt: '2026-01-05T09:00:10.000Z',
  endedAt: '2026-01-05T09:02:10.000Z',
  talkSeconds: 100,
  holdSeconds: 20,
  outcome: 'answered',
  attributes: {}
};

/** The same call while it goes on. */
export const liveLeg = ((): Interaction => {
  const { endedAt: _end, outcome: _outcome, ...rest } = sampleLeg;
  return { ...rest, state: 'active' };
})();

/** What SoftphoneLogs.settings answers in an org where calls by phone are logged and chats are not. */
export const sampleSettings: Row = {
  userId: '005000000000001AAA',
  timeZone: 'Europe/London',
  org: { SetupOwnerId: '00D000000000001AAA', ConfiguredFor__c: '00D000000000001', PopsAndLogs__c: 'Ringdown' },
  channels: [
    { Channel__c: 'Phone', AutoLog__c: true },
    { Channel__c: 'Chat', AutoLog__c: false }
  ]
};

/** An org in memory, with Tasks by their call keys. */
export type MemoryOrg = OrgLogs & {
  readonly tasks: Map<string, Record<string, unknown>>;
  readonly parts: Map<string, Readonly<Record<string, unknown>>>;
  /** Every call in order. */
  readonly asked: string[];
  /** The next calls of a method fail so; `lost` has done its work and nobody heard. */
  readonly fails: { method: string; how: 'offline' | 'lost' | LogRefusal }[];
  settingsAnswer: Row;
};

export function memoryOrg(): MemoryOrg {
  const tasks: MemoryOrg['tasks'] = new Map();
  const parts: MemoryOrg['parts'] = new Map();
  const asked: string[] = [];
  const fails: MemoryOrg['fails'] = [];
  const call = async <Result>(method: string, work: () => Result): Promise<Result> => {
    asked.push(method);
    const at = fails.findIndex((each) => each.method === method);
    const how = at < 0 ? undefined : fails.splice(at, 1)[0]!.how;
    await Promise.resolve();
    if (how === 'offline') throw offline;
    if (how instanceof LogRefusal) throw how;
    const result = work();
    if (how === 'lost') throw offline;
    return result;
  };
  const fill = (values: TaskValues): void => void Object.assign(tasks.get(String(values.CallKey__c)) ?? {}, values);
  const org: MemoryOrg = {
    ...{ tasks, parts, asked, fails, settingsAnswer: sampleSettings },
    settings: () => call('settings', () => org.settingsAnswer),
    find: (callKey) =>
      call('find', () => {
        const task = tasks.get(callKey);
        return task && { taskId: String(task.Id), value: (field) => task[field] };
      }),
    create: (values) =>
      call('create', () => {
        const callKey = String(values.CallKey__c);
        if (tasks.has(callKey))
          throw new LogRefusal({ kind: 'busy', code: 'DUPLICATE_VALUE', message: 'duplicate value found' });
        const Id = `00T${String(tasks.size + 1).padStart(12, '0')}AAA`;
        tasks.set(callKey, { Id, ...values });
        return Id;
      }),
    complete: (values) => call('complete', () => fill(values)),
    called: () => call('called', () => undefined),
    saveParts: (saved) =>
      call('saveParts', () => {
        for (const part of saved) parts.set(String(part.PartKey__c), part);
        return 'a00000000000001AAA';
      }),
    personContact: (accountId) =>
      call('personContact', () => (accountId.endsWith('PER') ? '003000000000009AAA' : undefined))
  };
  return org;
}

const offline = new LogRefusal({ kind: 'offline', message: 'Salesforce did not answer.' });

/** A clock that a test moves; what is due is done, and everything that follows from it at once. */
export type HandTimers = Timers & { readonly pass: (milliseconds: number) => Promise<void> };

export function handTimers(): HandTimers {
  let now = Date.parse('2026-01-05T09:03:00.000Z');
  let due: { readonly at: number; readonly call: () => void }[] = [];
  return {
    steady: () => now,
    wall: () => now,
    after: (milliseconds, call) => {
      const entry = { at: now + milliseconds, call };
      due.push(entry);
      return () => void (due = due.filter((each) => each !== entry));
    },
    pass: async (milliseconds) => {
      const until = now + milliseconds;
      await settled();
      for (;;) {
        const [next] = due.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
        if (next === undefined) break;
        due = due.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.call();
        await settled();
      }
      now = until;
      await settled();
    }
  };
}

/** Everything that waits for nothing outside has been done. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The storage of a browser; `isFull` as when its room is used up. */
export function memoryStorage(): Storage & { isFull: boolean } {
  const texts = new Map<string, string>();
  const storage = {
    isFull: false,
    get length() {
      return texts.size;
    },
    key: (at: number) => [...texts.keys()][at] ?? null,
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (storage.isFull) throw new Error('QuotaExceededError');
      texts.set(name, text);
    },
    removeItem: (name: string) => void texts.delete(name),
    clear: () => texts.clear()
  };
  return storage;
}
