import type { CallLog } from 'c/callLogCore';
import type { OrgCalls, SObjectRecord } from '../orgCalls';
import { sendToOrg } from '../sendCallLog';

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
const followUp = { key: 'leg-1:follow-up', subject: 'Call back', dueDate: '2026-01-08' };

const [annAccount, ann, company] = ['001000000000001AAA', '003000000000001AAA', '001000000000002AAA'];

/** An org that upserts by call key, where Ann is a person account. */
function fakeOrg() {
  const tasks = new Map<string, SObjectRecord>();
  const saved: SObjectRecord[] = [];
  const org: OrgCalls = {
    userId: () => Promise.resolve('005A'),
    find: (callKeys) => Promise.resolve([...tasks].filter(([key]) => callKeys.includes(key)).map(([, task]) => task)),
    saveLog: (record) => {
      const key = String(record.CallKey__c);
      const task = { ...tasks.get(key), ...record, Id: `00T-${key}` };
      tasks.set(key, task);
      saved.push(record);
      return Promise.resolve(task);
    },
    saveParts: () => Promise.resolve([]),
    removePartsAfter: () => Promise.resolve(),
    findKept: () => Promise.resolve([]),
    fillKept: () => Promise.reject(new Error('Nothing is kept.')),
    personContact: (accountId) => Promise.resolve(accountId === annAccount ? ann : undefined)
  };
  return { tasks, saved, options: { org, userId: '005A', timeZone: 'UTC' } };
}

describe('sending to the org', () => {
  it('writes nothing but the links of what is added to a log', async () => {
    const { tasks, saved, options } = fakeOrg();
    await sendToOrg(log, options);
    tasks.set('leg-1', { ...tasks.get('leg-1'), Description: 'Edited by a colleague' });
    const recordingUrl = 'https://phone.example/recordings/1';
    const sent = await sendToOrg({ callKey: 'leg-1', subject: 'Call', links: { recordingUrl } }, options);
    expect(sent).toEqual({ taskId: '00T-leg-1' });
    expect(saved.at(-1)).toEqual({ sobjectType: 'Task', CallKey__c: 'leg-1', RecordingUrl__c: recordingUrl });
    expect(tasks.get('leg-1')).toMatchObject({ Subject: 'Call', Description: 'Edited by a colleague' });
  });

  it('leaves the Task as it is that somebody wrote of a call which is only told again, and makes the one that is missing', async () => {
    const { tasks, saved, options } = fakeOrg();
    const again: CallLog = { ...log, isOnlyIfMissing: true, recordingUrl: 'https://phone.example/recordings/1' };
    tasks.set('leg-1', {
      CallKey__c: 'leg-1',
      Id: '00T-leg-1',
      Description: 'Wants a refund',
      CallDisposition: 'Open'
    });
    expect(await sendToOrg(again, options)).toEqual({ taskId: '00T-leg-1' });
    expect(saved).toEqual([{ sobjectType: 'Task', CallKey__c: 'leg-1', RecordingUrl__c: again.recordingUrl }]);
    const { recordingUrl: _none, ...bare } = again;
    expect(await sendToOrg(bare, options)).toEqual({ taskId: '00T-leg-1' });
    expect(saved).toHaveLength(1);
    tasks.clear();
    await sendToOrg(bare, options);
    expect(saved.at(-1)).toMatchObject({ CallKey__c: 'leg-1', Status: 'Completed', TaskSubtype: 'Call' });
  });

  it('makes no Task of an addition to one that is gone', async () => {
    const { saved, options } = fakeOrg();
    const links = { transcriptUrl: 'https://phone.example/transcripts/1' };
    expect(await sendToOrg({ callKey: 'leg-1', subject: 'Call', links }, options)).toEqual({});
    expect(saved).toEqual([]);
  });

  it('names the follow-up that an earlier log made and this one does not want', async () => {
    const { saved, options } = fakeOrg();
    expect(await sendToOrg(log, options)).toEqual({ taskId: '00T-leg-1' });
    expect(await sendToOrg({ ...log, followUp }, options)).toEqual({ taskId: '00T-leg-1' });
    const before = saved.length;
    expect(await sendToOrg(log, options)).toEqual({ taskId: '00T-leg-1', followUpId: '00T-leg-1:follow-up' });
    expect(saved.slice(before).map(({ CallKey__c }) => CallKey__c)).toEqual(['leg-1']);
  });

  it('links a log that was about nobody, and changes nothing else of it', async () => {
    const { tasks, saved, options } = fakeOrg();
    await sendToOrg(log, options);
    tasks.set('leg-1', { ...tasks.get('leg-1'), Subject: 'Edited by a colleague' });
    await sendToOrg({ callKey: 'leg-1', subject: 'Call', links: { whatId: company } }, options);
    expect(saved.at(-1)).toEqual({ sobjectType: 'Task', CallKey__c: 'leg-1', WhatId: company });
    expect(tasks.get('leg-1')).toMatchObject({ Subject: 'Edited by a colleague', WhatId: company });
    expect(tasks.size).toBe(1);
  });

  it('names a person account once, by its contact', async () => {
    const { tasks, options } = fakeOrg();
    for (const item of [
      { ...log, whatId: annAccount },
      { ...log, whoId: ann, whatId: annAccount }
    ]) {
      // eslint-disable-next-line no-await-in-loop -- one after the other, into the same Task
      await sendToOrg(item, options);
      expect(tasks.get('leg-1')).toMatchObject({ WhoId: ann, WhatId: null });
    }
    await sendToOrg({ callKey: 'leg-1', subject: 'Call', links: { whatId: annAccount } }, options);
    expect(tasks.get('leg-1')).toMatchObject({ WhoId: ann, WhatId: null });
  });

  it('leaves a company, and a person account that a log names besides another person', async () => {
    const { tasks, options } = fakeOrg();
    await sendToOrg({ ...log, whatId: company }, options);
    expect(tasks.get('leg-1')).toMatchObject({ WhoId: null, WhatId: company });
    const other = '003000000000009AAA';
    await sendToOrg({ ...log, whoId: other, whatId: annAccount, followUp }, options);
    expect(tasks.get('leg-1')).toMatchObject({ WhoId: other, WhatId: annAccount });
    await sendToOrg({ ...log, whatId: annAccount, followUp }, options);
    expect(tasks.get('leg-1:follow-up')).toMatchObject({ WhoId: ann, WhatId: null });
  });
});
