import assert from 'node:assert/strict';
import { type Interaction } from '../../../core/interaction/interaction';
import { type FromPhone } from '../../../core/phone-message/phone-message';
import { openKeptLegs } from './kept-legs';
import { openLogKeeper, type LogKeeper } from './log-keeper';
import { LogRefusal } from './org-logs';
import {
  handTimers,
  liveLeg,
  memoryOrg,
  memoryStorage,
  sampleLeg,
  sampleSettings,
  type HandTimers,
  type MemoryOrg
} from './stand-ins';
import { subjectWordsIn } from './subject-words';

describe('the logs that the softphone saves', () => {
  let timers: HandTimers;
  let org: MemoryOrg;
  let storage: ReturnType<typeof memoryStorage>;
  let isHeardHere: boolean;
  let areElsewhere: boolean;
  let said: FromPhone[];
  let saved: string[];
  beforeEach(() => {
    timers = handTimers();
    org = memoryOrg();
    storage = memoryStorage();
    isHeardHere = false;
    areElsewhere = false;
    said = [];
    saved = [];
  });

  /** A phone page; a second one has the same storage and org, as after a reload or in another tab. */
  const page = (): LogKeeper =>
    openLogKeeper({
      ...{ timers, org, fieldPrefix: '', words: subjectWordsIn('en'), random: () => 1 },
      isHeardHere: () => isHeardHere,
      areElsewhere: () => Promise.resolve(areElsewhere),
      legs: openKeptLegs(() => storage, 'rep-1'),
      related: () => Promise.resolve([]),
      say: (message) => said.push(message),
      saved: (callKey) => saved.push(callKey),
      changed: () => undefined
    });
  const say = (keeper: LogKeeper, interaction: Interaction): void =>
    keeper.heard({ type: 'interaction', body: { interaction } });
  const greet = (keeper: LogKeeper): void => {
    isHeardHere = true;
    keeper.componentSpoke({ type: 'hello', body: {} });
  };
  const state = (keeper: LogKeeper): string | undefined => keeper.picture()?.state;
  const kept = (): number => openKeptLegs(() => storage, 'rep-1').all().length;
  const gone = new LogRefusal({ kind: 'refused', message: 'Subject is required.' });

  it('are of an app without components: said calmly in the call, one Task after it', async () => {
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(14_000);
    assert.equal(state(keeper), undefined);
    await timers.pass(1_000);
    assert.equal(state(keeper), 'saves');
    say(keeper, sampleLeg);
    assert.equal(state(keeper), 'saving');
    await timers.pass(0);
    assert.deepEqual([state(keeper), org.tasks.size, saved], ['saved', 1, [sampleLeg.callKey]]);
    say(keeper, sampleLeg);
    say(keeper, { ...sampleLeg, state: 'done' });
    await timers.pass(60_000);
    assert.deepEqual([org.tasks.size, kept()], [1, 0]);
    say(keeper, { ...liveLeg, callKey: 'call-2/a-1' });
    assert.equal(state(keeper), 'saves');
  });

  it('are said of no call any more when the rep has logged out', async () => {
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(15_000);
    keeper.heard({ type: 'session', body: { session: { state: 'signed-out' } } });
    assert.equal(state(keeper), undefined);
  });

  it('are of a call that was over before anybody could greet', async () => {
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(2_000);
    say(keeper, sampleLeg);
    await timers.pass(12_000);
    assert.deepEqual([org.asked, kept()], [[], 1]);
    await timers.pass(1_000);
    assert.deepEqual([org.tasks.size, kept()], [1, 0]);
  });

  it('are nobody’s business here where a component greets in time: it is told what is over', async () => {
    const keeper = page();
    say(keeper, sampleLeg);
    await timers.pass(5_000);
    greet(keeper);
    assert.deepEqual(said, [{ type: 'interaction', body: { interaction: sampleLeg } }]);
    await timers.pass(600_000);
    assert.deepEqual([org.asked, kept(), state(keeper)], [[], 1, undefined]);
    keeper.componentSpoke({ type: 'log-saved', body: { callKey: sampleLeg.callKey, taskId: '00T000000000001AAA' } });
    assert.equal(kept(), 0);
    say(keeper, { ...sampleLeg, callKey: 'call-2/a-1' });
    await timers.pass(600_000);
    assert.deepEqual([org.asked, kept()], [[], 0]);
  });

  it('are handed over when a component comes late: what is kept is sent, what comes is not', async () => {
    const keeper = page();
    org.fails.push({ method: 'find', how: 'offline' });
    say(keeper, liveLeg);
    await timers.pass(15_000);
    say(keeper, sampleLeg);
    await timers.pass(0);
    assert.equal(state(keeper), 'waiting');
    org.tasks.set(sampleLeg.callKey, {
      Id: '00T000000000077AAA',
      Subject: 'Hers',
      Description: 'Notes',
      EndedAt__c: 'x'
    });
    greet(keeper);
    say(keeper, { ...sampleLeg, callKey: 'call-2/a-1' });
    await timers.pass(600_000);
    const task = org.tasks.get(sampleLeg.callKey);
    assert.deepEqual([task?.Subject, task?.Description, task?.Queue__c], ['Hers', 'Notes', 'Support']);
    assert.deepEqual([[...org.tasks.keys()], kept()], [[sampleLeg.callKey], 0]);
  });

  it('survive a reload, decided or not', async () => {
    const before = page();
    org.fails.push({ method: 'create', how: 'offline' });
    say(before, liveLeg);
    await timers.pass(15_000);
    say(before, sampleLeg);
    await timers.pass(0);
    assert.equal(org.tasks.size, 0);
    page();
    await timers.pass(0);
    assert.equal(org.tasks.size, 1);
    const undecided = page();
    say(undecided, { ...sampleLeg, callKey: 'call-2/a-1' });
    await timers.pass(1_000);
    page();
    await timers.pass(15_000);
    assert.deepEqual([org.tasks.size, kept()], [2, 0]);
  });

  it('arrive when the network is back, tried ever more seldom, and once', async () => {
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(15_000);
    for (let count = 0; count < 4; count += 1) org.fails.push({ method: 'find', how: 'offline' });
    org.fails.push({ method: 'create', how: 'lost' });
    say(keeper, sampleLeg);
    await timers.pass(0);
    assert.deepEqual([state(keeper), kept()], ['waiting', 1]);
    keeper.tryNow('by-change');
    await timers.pass(0);
    const early = org.asked.length;
    await timers.pass(60_000);
    assert.ok(early >= 3 && early < org.asked.length);
    assert.deepEqual([org.tasks.size, state(keeper), kept()], [1, 'saved', 0]);
  });

  it('are not made anew by a page that is loaded again, whoever took the Task out', async () => {
    const keeper = page();
    say(keeper, sampleLeg);
    await timers.pass(15_000);
    org.tasks.clear();
    keeper.componentSpoke({ type: 'log-saved', body: { callKey: 'call-2/a-1', taskId: '00T000000000002AAA' } });
    const next = page();
    say(next, { ...sampleLeg, state: 'done' });
    say(next, { ...sampleLeg, callKey: 'call-2/a-1' });
    await timers.pass(15_000);
    assert.deepEqual([org.tasks.size, kept()], [0, 0]);
  });

  it('stay when they are refused, with Salesforce’s words, until a person asks', async () => {
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(15_000);
    org.fails.push({ method: 'create', how: gone });
    say(keeper, sampleLeg);
    await timers.pass(600_000);
    assert.deepEqual(keeper.picture(), { state: 'refused', words: 'Subject is required.' });
    keeper.tryNow('by-change');
    await timers.pass(600_000);
    assert.equal(org.tasks.size, 0);
    keeper.tryNow('by-person');
    await timers.pass(0);
    assert.deepEqual([org.tasks.size, state(keeper)], [1, 'saved']);
  });

  it('are one Task when two pages send them at once', async () => {
    const one = page();
    const other = page();
    say(one, liveLeg);
    say(other, liveLeg);
    await timers.pass(15_000);
    say(one, sampleLeg);
    say(other, sampleLeg);
    await timers.pass(60_000);
    assert.deepEqual([org.tasks.size, kept()], [1, 0]);
    assert.equal(org.asked.filter((each) => each === 'create').length, 2);
  });

  it('take what becomes known after they were saved', async () => {
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(15_000);
    say(keeper, sampleLeg);
    await timers.pass(0);
    say(keeper, { ...sampleLeg, state: 'done', recordingUrl: 'https://phone.example/r/1' });
    await timers.pass(0);
    assert.equal(org.tasks.get(sampleLeg.callKey)?.RecordingUrl__c, 'https://phone.example/r/1');
  });

  it('are about the record from which the rep dialled', async () => {
    const record = { recordId: '003000000000001AAA', name: '', objectName: '' };
    const keeper = openLogKeeper({
      ...{ timers, org, fieldPrefix: '', words: subjectWordsIn('en'), random: () => 1 },
      isHeardHere: () => false,
      areElsewhere: () => Promise.resolve(false),
      legs: openKeptLegs(() => storage, 'rep-1'),
      related: ({ dialled }) => Promise.resolve(dialled ? [dialled] : []),
      ...{ say: () => undefined, saved: () => undefined, changed: () => undefined }
    });
    keeper.dialled('+442079460111', record);
    say(keeper, { ...sampleLeg, direction: 'outbound', to: '+442079460111' });
    say(keeper, { ...sampleLeg, callKey: 'call-2/a-1', from: '+442079460111' });
    await timers.pass(15_000);
    const [dialled, other] = [...org.tasks.values()];
    assert.deepEqual([dialled?.WhoId, other?.WhoId], [record.recordId, undefined]);
  });

  it('are none where settings say so, and the rep is told unless the vendor’s page logs', async () => {
    org.settingsAnswer = { ...sampleSettings, channels: [] };
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(15_000);
    assert.equal(state(keeper), 'unlogged');
    say(keeper, sampleLeg);
    await timers.pass(60_000);
    assert.deepEqual([org.tasks.size, kept(), state(keeper)], [0, 0, undefined]);
    org.settingsAnswer = { ...sampleSettings, org: { ...(sampleSettings.org as object), PopsAndLogs__c: 'Vendor' } };
    const vendors = page();
    say(vendors, { ...liveLeg, callKey: 'call-2/a-1' });
    await timers.pass(15_000);
    assert.equal(state(vendors), undefined);
    say(vendors, { ...sampleLeg, callKey: 'call-2/a-1' });
    await timers.pass(60_000);
    assert.deepEqual([org.tasks.size, kept()], [0, 0]);
  });

  it('are said to be in the page alone where the browser keeps nothing', async () => {
    storage.isFull = true;
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(15_000);
    org.fails.push({ method: 'find', how: 'offline' });
    say(keeper, sampleLeg);
    await timers.pass(0);
    assert.equal(state(keeper), 'in-page');
    await timers.pass(60_000);
    assert.deepEqual([state(keeper), org.tasks.size], ['saved', 1]);
  });

  it('wait for the rep when somebody else is signed in', async () => {
    const keeper = page();
    say(keeper, liveLeg);
    await timers.pass(15_000);
    org.fails.push({ method: 'find', how: new LogRefusal({ kind: 'other-user', message: 'Another user.' }) });
    say(keeper, sampleLeg);
    await timers.pass(0);
    assert.deepEqual([state(keeper), kept()], ['waiting', 1]);
    await timers.pass(60_000);
    assert.equal(state(keeper), 'saved');
  });
});
