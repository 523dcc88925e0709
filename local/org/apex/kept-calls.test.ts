/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { deployFiles, failures, metadataFile } from '../metadata/testing/package-zip-of';
import { startOrg, type RunningOrg } from '../start-org';
import { clientOf, type Answer } from '../testing/org-client';

const texts = ['Outcome__c', 'Result__c', 'RecordingUrl__c', 'TranscriptUrl__c'];
const fields = texts.map(
  (name) => `<fields><fullName>${name}</fullName><label>${name}</label><length>255</length><type>Text</type></fields>`
);
const keptClass = {
  'classes/KeptCalls.cls': 'public with sharing class KeptCalls {}',
  'classes/KeptCalls.cls-meta.xml': metadataFile('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>')
};
const page = { otherTypes: [], pageSize: 10, offset: 0 };
const day = (number: number): string => `2026-01-0${number}T09:00:00.000Z`;

describe('the calls that Salesforce keeps, as our Apex answers them', () => {
  let org: RunningOrg;
  let base: RunningOrg;

  const ask = (of: RunningOrg, method: string, given: object): Promise<Answer> =>
    clientOf(of).ask('POST', `/__local/apex/KeptCalls/${method}`, given);
  const names = async (method: string, given: object): Promise<readonly unknown[]> => {
    const { status, body } = await ask(org, method, given);
    assert.equal(status, 200, JSON.stringify(body));
    return (body.returnValue as readonly { Name: string }[]).map(({ Name }) => Name);
  };
  const make = async (sobject: string, values: object): Promise<string> =>
    String((await clientOf(org).ask('POST', `~/sobjects/${sobject}`, values)).body.id);
  const call = (Name: string, number: number, RelatedRecordId: string, CallType = 'Inbound'): void =>
    void org.data.insert('VoiceCall', { Name, CallType, CallStartDateTime: day(number), RelatedRecordId });

  before(async () => {
    base = await startOrg({ kind: 'sandbox' });
    org = await startOrg({ kind: 'sandbox', catalog: 'voice' });
    const object = { 'objects/VoiceCall.object': metadataFile('CustomObject', fields.join('')) };
    assert.deepEqual(failures(deployFiles(base.data, { ApexClass: ['*'] }, keptClass)), []);
    const types = { ApexClass: ['*'], CustomField: texts.map((name) => `VoiceCall.${name}`) };
    assert.deepEqual(failures(deployFiles(org.data, types, { ...keptClass, ...object })), []);
  });
  after(() => Promise.all([org.close(), base.close()]));

  it('are there only with Voice, and refused elsewhere', async () => {
    const objects = async (of: RunningOrg): Promise<readonly string[]> => {
      const { body } = await ask(of, 'objects', { keyPrefix: '0LQ' });
      return (body.returnValue as readonly { QualifiedApiName: string }[]).map((each) => each.QualifiedApiName);
    };
    assert.deepEqual([await objects(org), await objects(base)], [['VoiceCall'], []]);
    const { status, body } = await ask(base, 'ofRecord', { recordId: '003000000000001AAA', ...page });
    assert.deepEqual([status, body.exceptionType], [400, 'System.QueryException']);
    assert.match(body.message as string, /is not supported/);
  });

  it('are those of a record or of the cases of a contact, newest first, without the other types, page by page', async () => {
    const ann = await make('Contact', { LastName: 'Lee' });
    const [own, other] = [await make('Case', { Subject: 'A', ContactId: ann }), await make('Case', { Subject: 'B' })];
    call('first', 1, ann);
    call('second', 2, ann, 'Transfer');
    call('third', 3, ann);
    call('of a case', 4, own);
    call('of nobody', 5, other);
    const recordId = ann;
    assert.deepEqual(await names('ofRecord', { recordId, ...page }), ['third', 'second', 'first']);
    assert.deepEqual(await names('ofRecord', { recordId, ...page, otherTypes: ['Transfer'] }), ['third', 'first']);
    assert.deepEqual(await names('ofRecord', { recordId, ...page, pageSize: 1, offset: 2 }), ['first']);
    assert.deepEqual(await names('ofCases', { contactId: ann, ...page }), ['of a case']);
  });

  it('are also those of the user that are about nothing, newest first, until they are linked', async () => {
    const ann = await make('Contact', { LastName: 'Free' });
    const me = org.data.rows('User').find(({ Username }) => Username === org.username)!.Id;
    const mine = (CallStartDateTime: string, UserId = me): string =>
      org.data.insert('VoiceCall', { CallType: 'Inbound', CallStartDateTime, UserId }).Id;
    const [older, newer] = [mine(day(6)), mine(day(7))];
    mine(day(8), '005000000000009AAA');
    const ids = async (most: number): Promise<readonly unknown[]> => {
      const { body } = await ask(org, 'unlinked', { most });
      return (body.returnValue as readonly { Id: string }[]).map(({ Id }) => Id);
    };
    assert.deepEqual([await ids(10), await ids(1)], [[newer, older], [newer]]);
    await clientOf(org).ask('PATCH', `~/sobjects/VoiceCall/${newer}`, { RelatedRecordId: ann });
    assert.deepEqual(await ids(10), [older]);
    assert.equal((await ask(base, 'unlinked', { most: 1 })).status, 400);
  });
});
