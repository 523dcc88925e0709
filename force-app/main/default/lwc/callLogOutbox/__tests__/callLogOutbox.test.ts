import { addFailure, addSuccess, backOff, emptySchedule, nextToSend, tryAtOnce, type SendProblem } from 'c/callLogCore';
import { addRows, emptyJournal, pendingOf, rowText, settledBy } from '../journal';
import { memoryKeyValues, openKeyValueStore } from '../keyValueStore';
import { inTime } from '../orgCalls';
import { groupRecords, sentBytes } from '../partGroups';
import { taskRecord } from '../recordMapping';
import { NoAnswerError, OtherUserError, sendProblem } from '../sendProblem';
import { parseTabMessage } from '../tabs';

const submitted = (sequence: number, callKey: string) => ({
  sequence,
  text: rowText({ kind: 'submitted', callKey, subject: `${callKey} ${sequence}`, log: {} })
});
const confirmed = (sequence: number, callKey: string, version: number) => ({
  sequence,
  text: rowText({ kind: 'confirmed', callKey, version, taskId: `00T${version}` })
});

describe('the journal', () => {
  it('keeps the newest version of each call waiting until that version is confirmed', () => {
    const two = addRows(emptyJournal, [submitted(1, 'a'), submitted(2, 'b'), submitted(3, 'a')]);
    expect(pendingOf(two).map(({ callKey, version }) => [callKey, version])).toEqual([
      ['a', 3],
      ['b', 2]
    ]);
    const older = addRows(two, [confirmed(4, 'a', 1)]);
    expect(older.pending.a?.versions).toEqual([3]);
    const all = addRows(older, [confirmed(5, 'a', 3), confirmed(6, 'b', 2)]);
    expect(pendingOf(all)).toEqual([]);
    expect(all.saved.a?.taskId).toBe('00T3');
  });

  it('counts a row once however often it is read, and never takes up what was confirmed', () => {
    const rows = [submitted(1, 'a'), submitted(3, 'a'), confirmed(4, 'a', 3)];
    const once = addRows(emptyJournal, rows);
    expect(addRows(once, rows)).toEqual(once);
  });

  it('drops only what is confirmed, and keeps so many confirmations', () => {
    const state = addRows(emptyJournal, [
      submitted(1, 'a'),
      confirmed(2, 'a', 1),
      submitted(3, 'b'),
      submitted(4, 'c'),
      submitted(5, 'b')
    ]);
    expect(settledBy(state, 'b', 3, 10)).toEqual([3]);
    expect(settledBy(state, 'b', 5, 0)).toEqual([3, 5, 2]);
  });

  it('leaves alone what it cannot read', () => {
    const state = addRows(emptyJournal, [{ sequence: 7, text: '{"kind":"from-the-future","callKey":"a"}' }]);
    expect(state).toEqual({ ...emptyJournal, last: 7 });
  });
});

describe('a problem with sending', () => {
  const dml = (code: string) => ({
    status: 400,
    body: { exceptionType: 'System.DmlException', message: `Upsert failed; first error: ${code}, words: []` }
  });
  /** What a component gets of a DML statement that failed: neither words nor exception stand outside the errors. */
  const bare = (statusCode: string, field?: string) => {
    const errors = [{ statusCode, message: 'words' }];
    const body =
      field === undefined
        ? { pageErrors: errors, fieldErrors: {} }
        : { pageErrors: [], fieldErrors: { [field]: errors } };
    return { status: 500, body: { ...body, index: null, duplicateResults: [] } };
  };
  const rows: readonly (readonly [unknown, SendProblem['kind']])[] = [
    [bare('FIELD_CUSTOM_VALIDATION_EXCEPTION'), 'refused'],
    [bare('REQUIRED_FIELD_MISSING', 'Subject'), 'refused'],
    [bare('UNABLE_TO_LOCK_ROW'), 'busy'],
    [bare('REQUEST_LIMIT_EXCEEDED'), 'limit'],
    [bare('UNABLE_TO_LOCK_ROW', 'WhoId'), 'busy'],
    [new TypeError('Failed to fetch'), 'offline'],
    [new NoAnswerError('late'), 'offline'],
    [new OtherUserError('other'), 'other-user'],
    [dml('UNABLE_TO_LOCK_ROW'), 'busy'],
    [dml('DUPLICATE_VALUE'), 'busy'],
    [dml('REQUEST_LIMIT_EXCEEDED'), 'limit'],
    [dml('FIELD_CUSTOM_VALIDATION_EXCEPTION'), 'refused'],
    [dml('REQUIRED_FIELD_MISSING'), 'refused'],
    [dml('STORAGE_LIMIT_EXCEEDED'), 'refused'],
    [{ status: 400, body: { exceptionType: 'System.NoAccessException', message: 'No access' } }, 'refused'],
    [{ status: 500, body: { exceptionType: 'System.LimitException', message: 'Apex CPU time limit' } }, 'busy'],
    [{ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }] }, 'signed-out'],
    [{ status: 503, statusText: 'Service Unavailable' }, 'limit'],
    [{ status: 500, body: { message: 'An internal server error has occurred' } }, 'limit'],
    [{ status: 0, statusText: '' }, 'offline'],
    [undefined, 'offline']
  ];
  it.each(rows)('%j is %s', (failure, kind) => {
    expect(sendProblem(failure).kind).toBe(kind);
  });

  it('carries the words and the code of Salesforce', () => {
    expect(sendProblem(dml('REQUIRED_FIELD_MISSING'))).toMatchObject({
      code: 'REQUIRED_FIELD_MISSING',
      message: expect.stringContaining('words') as string
    });
    for (const failure of [bare('REQUIRED_FIELD_MISSING'), bare('REQUIRED_FIELD_MISSING', 'Subject')])
      expect(sendProblem(failure)).toEqual({ kind: 'refused', code: 'REQUIRED_FIELD_MISSING', message: 'words' });
  });
});

describe('the Task of a log', () => {
  const log = {
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
  } as const;
  const text = { description: '', parts: [], continues: false };
  const options = { text, isNew: true, firstPartId: undefined, timeZone: 'UTC' };

  it('says moments as Salesforce writes them, and leaves out one that no clock shows', () => {
    const moments = {
      startedAt: '2026-01-05T10:00:00.1234567+01:00',
      answeredAt: '2026-01-05T09:00Z',
      endedAt: 'soon'
    };
    const record = taskRecord({ ...log, ...moments }, options);
    expect(record).toMatchObject({
      ActivityDate: '2026-01-05',
      StartedAt__c: '2026-01-05T09:00:00.123Z',
      AnsweredAt__c: '2026-01-05T09:00:00.000Z'
    });
    expect(record).not.toHaveProperty('EndedAt__c');
    expect(taskRecord({ ...log, startedAt: 'soon' }, options)).not.toHaveProperty('ActivityDate');
  });

  it('names its type only when the rep chose one or took it back', () => {
    expect(taskRecord(log, options)).not.toHaveProperty('Type');
    expect(taskRecord({ ...log, type: 'Call' }, options)).toMatchObject({ Type: 'Call' });
    expect(taskRecord({ ...log, type: '' }, options)).toMatchObject({ Type: null });
  });
});

describe('the schedule', () => {
  const a = { callKey: 'a', version: 1 };
  const b = { callKey: 'b', version: 2 };
  const half = () => 0.5;
  const busy: SendProblem = { kind: 'busy', message: '' };

  it('waits longer after each failure, never longer than five minutes', () => {
    expect([1, 2, 3, 30].map((attempts) => backOff(attempts, () => 1))).toEqual([1000, 2000, 4000, 300_000]);
    expect(backOff(1, () => 0)).toBe(500);
  });

  it('lets others pass a log that is held up alone, and none when the org cannot be reached', () => {
    const alone = addFailure(emptySchedule, a, busy, 0, half);
    expect(nextToSend(alone, [a, b], 0).entry).toBe(b);
    expect(nextToSend(alone, [a], 0)).toEqual({ lookAgainAt: 750 });
    const all = addFailure(emptySchedule, a, { kind: 'offline', message: '' }, 0, half);
    expect(nextToSend(all, [a, b], 0)).toEqual({ lookAgainAt: 750 });
    expect(nextToSend(tryAtOnce(all, 1, 'by-change'), [a], 1).entry).toBe(a);
  });

  it('sends others before one that failed, whatever the failure was, so that none is stuck behind it', () => {
    const unknown: SendProblem = { kind: 'offline', message: 'Invalid time value' };
    let schedule = addFailure(emptySchedule, a, unknown, 0, half);
    expect(nextToSend(schedule, [a, b], 750).entry).toBe(b);
    schedule = addSuccess(schedule, 'b');
    schedule = addFailure(schedule, a, unknown, 1000, half);
    expect(schedule.trials.a?.nextAt).toBe(2500);
    expect(schedule.pause?.until).toBe(1750);
  });

  it('asks for a person when the key stays taken, for nobody else can free it', () => {
    const taken: SendProblem = { kind: 'busy', code: 'DUPLICATE_VALUE', message: '' };
    let schedule = emptySchedule;
    for (let time = 1; time < 5; time++) schedule = addFailure(schedule, a, taken, time, half);
    expect(schedule.trials.a?.nextAt).toBeDefined();
    schedule = addFailure(schedule, a, taken, 5, half);
    expect(schedule.trials.a?.nextAt).toBeUndefined();
    expect(nextToSend(schedule, [a, b], 1e9).entry).toBe(b);
    expect(nextToSend(tryAtOnce(schedule, 5, 'by-person'), [a], 5).entry).toBe(a);
  });

  it('leaves a refused log alone until a person asks or edits', () => {
    const refused = addFailure(emptySchedule, a, { kind: 'refused', message: '' }, 0, half);
    expect(nextToSend(refused, [a], 1e9)).toEqual({});
    expect(nextToSend(tryAtOnce(refused, 5, 'by-change'), [a], 5)).toEqual({});
    expect(nextToSend(tryAtOnce(refused, 5, 'by-person'), [a], 5).entry).toBe(a);
    const edited = { callKey: 'a', version: 9 };
    expect(nextToSend(refused, [edited], 1).entry).toBe(edited);
    expect(addSuccess(refused, 'a')).toEqual(emptySchedule);
  });
});

describe('the calls of Apex', () => {
  const never = () => new Promise<never>(() => undefined);
  const calls = {
    userId: never,
    find: never,
    saveLog: never,
    saveParts: never,
    removePartsAfter: never,
    findKept: never,
    fillKept: never,
    personContact: never
  };

  it('are given up each for itself, so that a text of many requests has time', async () => {
    let pass = (): void => undefined;
    let wait = 0;
    const clock = {
      now: () => 0,
      wallTime: () => 0,
      after: (milliseconds: number, callback: () => void) => {
        wait = milliseconds;
        pass = callback;
        return () => undefined;
      }
    };
    const patient = inTime({ ...calls, saveParts: () => Promise.resolve([{ Id: '1' }]) }, clock);
    expect(await patient.saveParts([])).toEqual([{ Id: '1' }]);
    const asked = [
      patient.userId,
      () => patient.find([]),
      () => patient.saveLog({}),
      () => patient.removePartsAfter('', 0),
      () => patient.findKept(''),
      () => patient.fillKept({ Id: '' }),
      () => patient.personContact('')
    ];
    for (const ask of asked) {
      const answer = ask();
      pass();
      // eslint-disable-next-line no-await-in-loop -- each has its own deadline
      await expect(answer).rejects.toBeInstanceOf(NoAnswerError);
    }
    expect(wait).toBe(150_000);
  });
});

describe('the groups of parts', () => {
  it('keep the order, stay under the limit, and send a large one alone', () => {
    expect(groupRecords(['aaa', 'bbb', 'c', 'dddddddddddd', 'e'], 10)).toEqual([
      ['aaa', 'bbb'],
      ['c'],
      ['dddddddddddd'],
      ['e']
    ]);
    expect(groupRecords([])).toEqual([]);
    expect(sentBytes('aü世😀')).toBe(2 + 1 + 2 + 3 + 4);
  });
});

describe('a store of keys and values', () => {
  const open = (values = memoryKeyValues(), random = 0.1) =>
    openKeyValueStore({ values, name: 'test', durability: 'memory', random: () => random });

  it('keeps rows in order, and two tabs apart that append in the same moment', async () => {
    const values = memoryKeyValues();
    const [one, two] = [open(values, 0.1), open(values, 0.2)];
    await Promise.all([one.append('1'), two.append('2')]);
    const third = await one.append('3', { remove: [(await one.readAfter(0))[0]?.sequence ?? 0] });
    expect((await two.readAfter(0)).map(({ text }) => text)).toEqual(['2', '3']);
    expect(await two.read(third)).toBe('3');
  });

  it('never gives a sequence twice', async () => {
    const store = open();
    const first = await store.append('1');
    await store.append('2', { remove: [first] });
    const last = (await store.readAfter(0)).at(-1)?.sequence ?? 0;
    await store.append('3', { remove: [last] });
    expect((await store.readAfter(0))[0]?.sequence).toBeGreaterThan(last);
  });

  it('writes over a draft only when it says what was read', async () => {
    const store = open();
    const draft = { callKey: 'leg-1', text: 'one' };
    expect(await store.putDraftOver(draft, 'another')).toBe(false);
    expect(await store.appendOver('1', { callKey: 'leg-1', text: 'another' })).toBe(undefined);
    expect([await store.readDraft('leg-1'), await store.readAfter(0)]).toEqual([undefined, []]);
    expect(await store.putDraftOver(draft, undefined)).toBe(true);
    expect(await store.appendOver('2', draft)).toBeGreaterThan(0);
    expect(await store.readDraft('leg-1')).toBe('one');
    expect((await store.readAfter(0)).map(({ text }) => text)).toEqual(['2']);
  });

  it('gives the lease to one of two', async () => {
    const store = open();
    expect(await store.takeLease(undefined, 'a:1')).toBe(true);
    expect(await store.takeLease(undefined, 'b:1')).toBe(false);
    expect(await store.readLease()).toBe('a:1');
  });
});

describe('a message between tabs', () => {
  it.each([undefined, 7, 'no json', '{"type":"unknown"}', '{"type":"progress"}', 'null'])('%j is none', (data) => {
    expect(parseTabMessage(data)).toBeUndefined();
  });

  it('comes through as it was sent', () => {
    const message = { type: 'progress', progress: { a: { state: 'waiting', attempts: 0 } } };
    expect(parseTabMessage(JSON.stringify(message))).toEqual(message);
  });
});
