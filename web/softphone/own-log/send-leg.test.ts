import assert from 'node:assert/strict';
import { type RecordMatch } from '../../../core/interaction/interaction';
import { readLogPart } from '../../../core/log-text/log-text';
import { LogRefusal } from './org-logs';
import { sendLeg } from './send-leg';
import { memoryOrg, sampleLeg, type MemoryOrg } from './stand-ins';
import { subjectWordsIn } from './subject-words';

describe('a leg as the softphone brings it into Salesforce', () => {
  const ann = { recordId: '003000000000001AAA', name: 'Ann Lee', objectName: 'Contact' };
  let org: MemoryOrg;
  let records: readonly RecordMatch[];
  beforeEach(() => {
    org = memoryOrg();
    records = [];
    wasSaved = false;
  });
  let wasSaved = false;
  const send = (change: object = {}): Promise<string | undefined> =>
    sendLeg(
      { callKey: sampleLeg.callKey, version: 1, interaction: { ...sampleLeg, ...change }, isOurs: true },
      { org, related: () => Promise.resolve(records), words: subjectWordsIn('en'), timeZone: 'Europe/London', wasSaved }
    );
  const task = (): Record<string, unknown> => org.tasks.get(sampleLeg.callKey)!;

  it('is one Task with what components say, and with nothing that nobody said', async () => {
    records = [ann];
    const id = await send();
    assert.deepEqual(task(), {
      Id: id,
      CallKey__c: 'call-1/a-1',
      InteractionKey__c: 'i-1',
      Subject: 'Call from Ann Lee',
      Status: 'Completed',
      TaskSubtype: 'Call',
      ActivityDate: '2026-01-05',
      WhoId: ann.recordId,
      Channel__c: 'Phone',
      Direction__c: 'Inbound',
      CallType: 'Inbound',
      Queue__c: 'Support',
      FromNumber__c: '+442079460958',
      ToNumber__c: '+442079460000',
      CallObject: 'call-1',
      StartedAt__c: '2026-01-05T09:00:00.000Z',
      AnsweredAt__c: '2026-01-05T09:00:10.000Z',
      EndedAt__c: '2026-01-05T09:02:10.000Z',
      TalkSeconds__c: 100,
      HoldSeconds__c: 20,
      WrapUpSeconds__c: 0,
      CallDurationInSeconds: 120,
      Outcome__c: 'Answered',
      ContinuesElsewhere__c: false
    });
  });

  it('is called by the number when nobody is known, and is about a person account as the person', async () => {
    await send();
    assert.deepEqual(
      [task().Subject, task().WhoId, task().WhatId],
      ['Call from +44 20 7946 0958', undefined, undefined]
    );
    org = memoryOrg();
    records = [{ recordId: '001000000000PER', name: 'Ann Lee', objectName: 'Account' }];
    await send();
    assert.deepEqual([task().WhoId, task().WhatId], ['003000000000009AAA', undefined]);
    org = memoryOrg();
    records = [{ recordId: '001000000000001AAA', name: 'Acme', objectName: 'Account' }];
    await send();
    assert.deepEqual([task().WhoId, task().WhatId], [undefined, '001000000000001AAA']);
  });

  it('is one Task when the answer was lost, and the second time changes nothing', async () => {
    org.fails.push({ method: 'create', how: 'lost' });
    await assert.rejects(send(), LogRefusal);
    const before = { ...task() };
    const id = await send();
    assert.deepEqual([id, org.tasks.size, task()], [before.Id, 1, before]);
    assert.deepEqual(org.asked, ['find', 'create', 'find']);
  });

  it('is found when somebody else made it since it was looked for, and takes away nothing that they wrote', async () => {
    const find = org.find;
    let looks = 0;
    org = {
      ...org,
      find: (callKey) => {
        if ((looks += 1) > 1) return find(callKey);
        org.tasks.set(callKey, {
          ...{ Id: '00T000000000077AAA', CallKey__c: callKey, Subject: 'Invoice', Description: 'Angry.' },
          ...{
            CallDisposition: 'Resolved',
            WhoId: ann.recordId,
            EndedAt__c: '2026-01-05T09:02:11.000Z',
            TalkSeconds__c: 99
          }
        });
        return Promise.resolve(undefined);
      }
    };
    assert.equal(await send({ text: 'Ann: hello' }), '00T000000000077AAA');
    const { Subject, Description, CallDisposition, WhoId, TalkSeconds__c, Queue__c } = task();
    assert.deepEqual([Subject, Description, CallDisposition, WhoId], ['Invoice', 'Angry.', 'Resolved', ann.recordId]);
    assert.deepEqual([TalkSeconds__c, Queue__c, org.tasks.size], [99, 'Support', 1]);
  });

  it('completes what was saved in the middle of the call', async () => {
    org.tasks.set(sampleLeg.callKey, {
      ...{ Id: '00T000000000077AAA', CallKey__c: sampleLeg.callKey, Subject: 'Mine', Description: 'Notes' },
      ...{ TalkSeconds__c: 10, CallDurationInSeconds: 10, WrapUpSeconds__c: 5 }
    });
    await send({ recordingUrl: 'https://phone.example/r/1' });
    const {
      Subject,
      Description,
      TalkSeconds__c,
      CallDurationInSeconds,
      WrapUpSeconds__c,
      EndedAt__c,
      RecordingUrl__c
    } = task();
    assert.deepEqual([Subject, Description, WrapUpSeconds__c], ['Mine', 'Notes', 5]);
    assert.deepEqual([TalkSeconds__c, CallDurationInSeconds, EndedAt__c], [100, 120, '2026-01-05T09:02:10.000Z']);
    assert.equal(RecordingUrl__c, 'https://phone.example/r/1');
    org.asked.splice(0);
    await send({ recordingUrl: 'https://phone.example/r/1' });
    assert.deepEqual(org.asked, ['find']);
  });

  it('keeps a long text whole in parts, wherever it was interrupted', async () => {
    const text = `${'Ann: hello\n'.repeat(20_000)}end`;
    org.fails.push({ method: 'saveParts', how: 'offline' });
    await assert.rejects(send({ text }), LogRefusal);
    assert.deepEqual([task().ContinuesElsewhere__c, task().FirstPart__c], [false, undefined]);
    await send({ text });
    assert.deepEqual([task().ContinuesElsewhere__c, task().FirstPart__c], [true, 'a00000000000001AAA']);
    const whole = [...org.parts.values()].map((part) => readLogPart(String(part.Text__c))).join('');
    assert.ok(whole === text);
    assert.ok(String(task().Description).length <= 32_000);
    org.asked.splice(0);
    await send({ text });
    assert.deepEqual(org.asked, ['find']);
  });

  it('is not made anew when somebody took its Task out', async () => {
    wasSaved = true;
    assert.deepEqual([await send(), org.tasks.size], [undefined, 0]);
    wasSaved = false;
    const id = await send();
    wasSaved = true;
    assert.equal(await send({ recordingUrl: 'https://phone.example/r/1' }), id);
    assert.equal(task().RecordingUrl__c, 'https://phone.example/r/1');
  });

  it('goes on failing where the key is taken by a Task that the rep may not see', async () => {
    org = { ...org, find: () => Promise.resolve(undefined) };
    org.tasks.set(sampleLeg.callKey, { Id: '00T000000000077AAA' });
    await assert.rejects(send(), {
      problem: { kind: 'busy', code: 'DUPLICATE_VALUE', message: 'duplicate value found' }
    });
  });
});
