import type { CallLog } from 'c/callLogCore';
import type { KeptFields, OrgCalls, SObjectRecord } from '../orgCalls';
import { sendToOrg } from '../sendCallLog';
import { sendProblem } from '../sendProblem';

const voiceCall = '0LQ000000000001AAA';
const log: CallLog = {
  callKey: 'leg-1',
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  startedAt: '2026-01-05T09:00:00Z',
  talkSeconds: 61,
  holdSeconds: 0,
  wrapUpSeconds: 12,
  durationSeconds: 61,
  outcome: 'answered',
  subject: 'Call',
  disposition: 'Resolved',
  text: 'The lamp works again.',
  kept: { id: voiceCall }
};

/** As the platform rejects, without an Error. */
const rejected = (failure: object): Promise<never> =>
  // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- what a component is given is no Error
  Promise.reject(failure);
const refusal = (status: number, errorCode: string, field?: string): object => {
  const errors = [{ errorCode, message: `Refused: ${errorCode}` }];
  const output = field ? { errors: [], fieldErrors: { [field]: errors } } : { errors, fieldErrors: {} };
  return { status, body: { message: 'An error occurred.', output } };
};

/** An org of Voice in which some calls are, and what it did. */
function fakeOrg(options: { found?: readonly SObjectRecord[]; longest?: number; gone?: boolean } = {}) {
  const calls = new Map<string, SObjectRecord>();
  const tasks = new Map<string, SObjectRecord>();
  const parts: SObjectRecord[] = [];
  const did: string[] = [];
  const org: OrgCalls = {
    userId: () => Promise.resolve('005A'),
    find: (callKeys) =>
      Promise.resolve([...tasks.values()].filter((task) => callKeys.includes(String(task.CallKey__c)))),
    saveLog: (record) => {
      const key = String(record.CallKey__c);
      tasks.set(key, { ...record, Id: `00T-${key}` });
      did.push(`task ${key}`);
      return Promise.resolve({ Id: `00T-${key}` });
    },
    saveParts: (saved) => {
      parts.push(...saved);
      did.push('parts');
      return Promise.resolve(saved.map((_, at) => ({ Id: `a00-${at}` })));
    },
    removePartsAfter: (_, lastPart) => {
      did.push(`none after ${lastPart}`);
      return Promise.resolve();
    },
    findKept: (key) => {
      did.push(`look for ${key}`);
      return Promise.resolve(options.found ?? []);
    },
    fillKept: (fields: KeptFields) => {
      if (options.gone) return rejected({ status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'Not found' }] });
      if (String(fields.Description ?? '').length > (options.longest ?? 32_000))
        return rejected(refusal(400, 'STRING_TOO_LONG', 'Description'));
      calls.set(fields.Id, { ...calls.get(fields.Id), ...fields });
      did.push(`fill ${fields.Id}`);
      return Promise.resolve();
    },
    personContact: () => Promise.resolve(undefined)
  };
  return { calls, tasks, parts, did, options: { org, userId: '005A', timeZone: 'UTC' } };
}

const fail = (): never => {
  throw new Error('It was sent.');
};
const problemOf = async (sending: Promise<unknown>) =>
  sendProblem(await sending.then(fail, (failure: unknown) => failure));

describe('the log of a call that Salesforce keeps itself', () => {
  it('goes into that record, again and again, and makes no Task', async () => {
    const { calls, tasks, did, options } = fakeOrg();
    const recordingUrl = 'https://phone.example/recordings/1';
    expect(await sendToOrg({ ...log, recordingUrl }, options)).toEqual({ taskId: voiceCall });
    const once = new Map(calls);
    await sendToOrg({ ...log, recordingUrl }, options);
    expect(calls).toEqual(once);
    expect(calls.get(voiceCall)).toEqual({
      Id: voiceCall,
      InteractionKey__c: 'call-1',
      TalkSeconds__c: 61,
      WrapUpSeconds__c: 12,
      Result__c: 'Resolved',
      Outcome__c: 'Answered',
      Description: 'The lamp works again.',
      ContinuesElsewhere__c: false,
      FirstPart__c: null,
      RecordingUrl__c: recordingUrl
    });
    expect([tasks.size, did.filter((step) => step.startsWith('look'))]).toEqual([0, []]);
  });

  it('leaves the summary and the record that others may have named, unless the rep says something or took it back', async () => {
    const { calls, options } = fakeOrg();
    calls.set(voiceCall, { Description: 'Summary of Salesforce', RelatedRecordId: '003000000000009AAA' });
    await sendToOrg({ ...log, text: '' }, options);
    expect(calls.get(voiceCall)).toMatchObject({
      Description: 'Summary of Salesforce',
      RelatedRecordId: '003000000000009AAA'
    });
    const [whoId, whatId] = ['003000000000001AAA', '500000000000001AAA'];
    await sendToOrg({ ...log, whoId, text: '', kept: { id: voiceCall, isTextTakenBack: true } }, options);
    expect(calls.get(voiceCall)).toMatchObject({ Description: null, RelatedRecordId: whoId });
    await sendToOrg({ ...log, whoId, whatId }, options);
    expect(calls.get(voiceCall)).toMatchObject({ RelatedRecordId: whatId });
  });

  it('finds the record by the key of the phone system, the own one among several', async () => {
    const kept = { id: 'vendor-1' };
    const found = [
      { Id: '0LQ000000000008AAA', OwnerId: '005B' },
      { Id: '0LQ000000000009AAA', OwnerId: '00G1', UserId: '005A' }
    ];
    const { calls, did, options } = fakeOrg({ found });
    expect(await sendToOrg({ ...log, kept }, options)).toEqual({ taskId: '0LQ000000000009AAA' });
    expect([...calls.keys()]).toEqual(['0LQ000000000009AAA']);
    expect(did[0]).toBe('look for vendor-1');
    const others = fakeOrg({ found: found.slice(0, 1) });
    expect(await sendToOrg({ ...log, kept }, others.options)).toEqual({ taskId: '0LQ000000000008AAA' });
  });

  it('waits while Salesforce has not made the record, or does not show it', async () => {
    const waits = { kind: 'busy', code: 'NOT_MADE_YET' };
    const unmade = fakeOrg();
    expect(await problemOf(sendToOrg({ ...log, kept: { id: 'vendor-1' } }, unmade.options))).toMatchObject(waits);
    expect(unmade.did).toEqual(['look for vendor-1']);
    expect(await problemOf(sendToOrg(log, fakeOrg({ gone: true }).options))).toMatchObject(waits);
  });

  it('keeps a text that is too long whole, in parts before the record', async () => {
    const { calls, parts, did, options } = fakeOrg();
    const text = 'x'.repeat(40_000);
    await sendToOrg({ ...log, text }, options);
    expect(parts.map(({ PartKey__c, Text__c }) => [PartKey__c, Text__c])).toEqual([['leg-1#0001', text]]);
    expect(calls.get(voiceCall)).toMatchObject({ ContinuesElsewhere__c: true, FirstPart__c: 'a00-0' });
    expect(String(calls.get(voiceCall)?.Description)).toHaveLength(32_000);
    expect(did).toEqual(['parts', `fill ${voiceCall}`, 'none after 1']);
  });

  it('keeps it whole where the field of the org holds less, too', async () => {
    const { calls, parts, options } = fakeOrg({ longest: 255 });
    const text = 'The lamp works again. '.repeat(20).trim();
    await sendToOrg({ ...log, text }, options);
    expect(parts.map(({ Text__c }) => Text__c)).toEqual([text]);
    expect(calls.get(voiceCall)).toMatchObject({ ContinuesElsewhere__c: true, FirstPart__c: 'a00-0' });
    expect(text.startsWith(String(calls.get(voiceCall)?.Description))).toBe(true);
    const tiny = fakeOrg({ longest: 1 });
    expect(await problemOf(sendToOrg({ ...log, text }, tiny.options))).toMatchObject({
      kind: 'refused',
      code: 'STRING_TOO_LONG'
    });
  });

  it('fills in addresses that came later, and nothing else', async () => {
    const { calls, options } = fakeOrg();
    const transcriptUrl = 'https://phone.example/transcripts/1';
    const addition = { callKey: 'leg-1', subject: 'Call', links: { transcriptUrl }, kept: { id: voiceCall } };
    expect(await sendToOrg(addition, options)).toEqual({ taskId: voiceCall });
    expect(calls.get(voiceCall)).toEqual({ Id: voiceCall, TranscriptUrl__c: transcriptUrl });
  });

  it('makes the follow-up that the rep wants, and stays in a Task that was there first', async () => {
    const { tasks, did, options } = fakeOrg();
    const followUp = { key: 'leg-1:follow-up', subject: 'Call back', dueDate: '2026-01-08' };
    await sendToOrg({ ...log, followUp }, options);
    expect([...tasks.keys()]).toEqual(['leg-1:follow-up']);
    tasks.set('leg-1', { CallKey__c: 'leg-1', Id: '00T-leg-1' });
    const before = did.length;
    expect(await sendToOrg(log, options)).toMatchObject({ taskId: '00T-leg-1' });
    await sendToOrg({ callKey: 'leg-1', subject: 'Call', links: {}, kept: { id: voiceCall } }, options);
    expect(did.slice(before).filter((step) => step.startsWith('fill'))).toEqual([]);
  });

  it('is refused with the words of Salesforce', async () => {
    const { options } = fakeOrg();
    const org: OrgCalls = {
      ...options.org,
      fillKept: () => rejected(refusal(400, 'FIELD_INTEGRITY_EXCEPTION', 'RelatedRecordId'))
    };
    expect(await problemOf(sendToOrg(log, { ...options, org }))).toEqual({
      kind: 'refused',
      code: 'FIELD_INTEGRITY_EXCEPTION',
      message: 'Refused: FIELD_INTEGRITY_EXCEPTION'
    });
    const locked = { ...org, fillKept: () => rejected(refusal(400, 'UNABLE_TO_LOCK_ROW')) };
    expect(await problemOf(sendToOrg(log, { ...options, org: locked }))).toMatchObject({ kind: 'busy' });
  });
});
