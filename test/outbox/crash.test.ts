import assert from 'node:assert/strict';
import { recordHappenings, type Company, type Happening } from './crash-run';
import { crashEverywhere } from './crash-suite';
import { openGround, type Ground } from './ground';
import type { Change } from './outbox-bundle';

/** So that a shorter text takes several requests: each part travels alone. */
const smallRequests: Change = { file: 'partGroups.ts', words: 'requestBytes = 1_000_000', become: 'requestBytes = 9' };

/** Mistakes that an outbox can be built with, and what the same suite must find of each. */
const defects: readonly { readonly title: string; readonly change: Change; readonly found: RegExp }[] = [
  {
    title: 'a confirmation before the answer',
    change: {
      file: 'sendNewest.ts',
      words: 'let sent = await sendOnce(',
      become: `await confirmations.observe(() => journal.confirm(entry, item, { taskId: '00T000000000000' })); let sent = await sendOnce(`
    },
    found: /0 follow-ups|0 logs/
  },
  {
    title: 'an insert in place of an upsert',
    change: {
      file: 'task-values.ts',
      words: 'CallKey__c: log.callKey,',
      become: 'CallKey__c: log.callKey + Math.random(),'
    },
    found: /2 logs/
  },
  {
    title: 'a log that leaves the disk when it is sent',
    change: {
      file: 'journalMirror.ts',
      words: 'const mine = held.get(entry.callKey)?.item;',
      become: `await store.append('{}', { remove: entry.versions }); const mine = held.get(entry.callKey)?.item;`
    },
    found: /had to be saved again/
  }
];

describe('the outbox, crashed at every step', function () {
  this.timeout(240_000);
  let ground: Ground;
  let happenings: readonly Happening[];

  before(async () => {
    ground = await openGround(smallRequests);
    happenings = await recordHappenings(ground);
  });
  after(() => ground.close());

  it('is watched in every write and every request', () => {
    const names = happenings.map(({ name }) => name);
    for (const name of [
      'upgrade #1',
      'put drafts #3',
      'complete readwrite drafts #1',
      'add journal #1',
      'complete readwrite journal+drafts #1',
      'request CallLogParts.save #2',
      'arrived CallLogs.save #1',
      'done CallLogs.save #1',
      'answer CallLogs.save #1',
      'done CallLogs.save #2',
      'delete journal #1',
      'complete readwrite journal #1'
    ]) {
      assert.ok(names.includes(name), name);
    }
    assert.equal(new Set(names).size, names.length);
  });

  const companies: readonly (readonly [Company, string])[] = [
    ['alone', 'ends in one log with its whole text when the page is opened again'],
    ['watched', 'ends in one log with its whole text when another tab takes over']
  ];
  for (const [company, title] of companies) {
    it(title, async () => {
      const { tried, failures } = await crashEverywhere(ground, happenings, { company });
      process.stdout.write(`      ${tried} crashes, ${company}\n`);
      assert.equal(tried, happenings.length);
      assert.deepEqual(failures, []);
    });
  }

  for (const { title, change, found } of defects) {
    it(`finds ${title}`, async () => {
      const broken = await ground.withChanges(smallRequests, change);
      // The last steps first: that is where such mistakes show.
      const steps = [...(await recordHappenings(broken))].reverse();
      const { failures } = await crashEverywhere(broken, steps, { company: 'alone', untilFirst: true });
      assert.match(failures.flatMap(({ wrong }) => wrong).join('; '), found);
    });
  }
});
