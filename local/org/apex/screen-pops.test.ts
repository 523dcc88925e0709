/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-argument -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { deployFiles, metadataFile } from '../metadata/testing/package-zip-of';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf, type Answer } from '../testing/org-client';

const vault = metadataFile(
  'CustomObject',
  `<label>Vault</label><pluralLabel>Vaults</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>`
);

describe('the records that a screen pop may open', () => {
  let org: RunningOrg;
  const ids = new Map<string, string>();

  const call = (method: string, params: object): Promise<Answer> =>
    clientOf(org).ask('POST', `/__local/apex/ScreenPops/${method}`, params);
  const found = async (method: string, params: object): Promise<Answer['body']> => {
    const { status, body } = await call(method, params);
    assert.equal(status, 200, JSON.stringify(body));
    return body.returnValue;
  };
  const refusal = async (method: string, params: object): Promise<string> => {
    const { status, body } = await call(method, params);
    assert.equal(status, 400, JSON.stringify(body));
    return `${body.exceptionType}: ${body.message}`;
  };
  const make = async (name: string, sobject: string, values: object): Promise<void> => {
    const { body } = await clientOf(org).ask('POST', `~/sobjects/${sobject}`, values);
    ids.set(name, body.id);
  };

  before(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
    await make('ann', 'Contact', {
      FirstName: 'Ann',
      LastName: 'Lee',
      Email: 'ann@example.com',
      Phone: '(415) 555-0132'
    });
    await make('ben', 'Contact', { LastName: 'Ben', MobilePhone: '+1 415 555 0132' });
    await make('case', 'Case', { Subject: 'Broken', ContactId: ids.get('ann') });
    await make('lead', 'Lead', { LastName: 'Lea', Company: 'Leadco', Email: 'lea@example.com' });
  });
  after(() => org.close());

  const byText = (objectName: string, fieldName: string, value: string): Promise<Answer['body']> =>
    found('byText', { objectName, fieldName, value });

  it('are found by the text of any field, whatever its case, and bring their name', async () => {
    assert.deepEqual(await byText('contact', 'email', 'ANN@example.com'), [
      { Id: ids.get('ann'), Name: 'Ann Lee', Email: 'ann@example.com' }
    ]);
    assert.deepEqual(await byText('Lead', 'Email', 'lea@example.com'), [
      { Id: ids.get('lead'), Name: 'Lea', Email: 'lea@example.com' }
    ]);
    assert.deepEqual(await byText('Contact', 'Email', 'nobody@example.com'), []);
  });

  it('have the number of a case for a name, and are found by id or number', async () => {
    const [byId] = await byText('Case', 'Id', ids.get('case') ?? '');
    assert.match(byId.CaseNumber, /^\d+$/);
    assert.deepEqual(await byText('Case', 'CaseNumber', byId.CaseNumber), [
      { Id: ids.get('case'), CaseNumber: byId.CaseNumber }
    ]);
    assert.deepEqual(await byText('Case', 'Id', 'no id'), []);
    assert.equal((await byText('Case', 'ContactId', ids.get('ann') ?? ''))[0].Id, ids.get('case'));
  });

  it('are not found by what looks like a part of a query', async () => {
    for (const value of ["' OR LastName != '", "\\' OR Id != NULL", "x' LIMIT 1 --"])
      assert.deepEqual(await byText('Contact', 'LastName', value), []);
  });

  it('are found by a number in phone fields, in every spelling that was asked for', async () => {
    const numbers = ['+14155550132', '(415) 555-0132', "' OR '"];
    const [contacts, ...none] = await found('byNumber', { objectName: 'Contact', fieldName: 'Phone', numbers });
    assert.deepEqual(none, []);
    // Ben has it in another field: the caller ranks by what stands in the one that was named.
    assert.deepEqual(
      contacts.map((one: object) => ({ ...one })),
      [
        { Id: ids.get('ann'), Name: 'Ann Lee', Phone: '(415) 555-0132' },
        { Id: ids.get('ben'), Name: 'Ben' }
      ]
    );
  });

  it('tell in an org with person accounts that a contact is the half of an account', async () => {
    const persons = await startOrg({ kind: 'production', settings: { personAccounts: true } });
    deployCallPackage(persons.data);
    const make = async (values: object): Promise<string> =>
      String((await clientOf(persons).ask('POST', '~/sobjects/Account', values)).body.id);
    const account = await make({ FirstName: 'Ann', LastName: 'Lee', PersonMobilePhone: '+1 415 555 0132' });
    const ask = async (name: string, params: object): Promise<Answer['body']> =>
      (await clientOf(persons).ask('POST', `/__local/apex/${name}`, params)).body.returnValue;
    const [{ PersonContactId }] = await ask('CalledRecords/personAccount', { recordId: account });
    const [[contact]] = await ask('ScreenPops/byNumber', {
      ...{ objectName: 'Contact', fieldName: 'MobilePhone', numbers: ['+14155550132'] }
    });
    assert.deepEqual(
      { ...contact },
      {
        ...{ Id: PersonContactId, Name: 'Ann Lee', MobilePhone: '+1 415 555 0132' },
        ...{ AccountId: account, IsPersonAccount: true }
      }
    );
    const company = await make({ Name: 'Acme' });
    const [{ PersonContactId: nobody }] = await ask('CalledRecords/personAccount', { recordId: company });
    assert.equal(nobody ?? null, null);
    await persons.close();
  });

  it('are none of an object that is closed to the rep', async () => {
    const idOf = (object: string, field: string, value: string): string | undefined =>
      org.data.rows(object).find((row) => row[field] === value)?.Id;
    await make('assignment', 'PermissionSetAssignment', {
      AssigneeId: idOf('User', 'Username', 'tom.okafor@example.com'),
      PermissionSetId: idOf('PermissionSet', 'Name', 'RingdownAgent')
    });
    deployFiles(org.data, { CustomObject: ['*'] }, { 'objects/Vault__c.object': vault });
    const rep = clientOf(org, org.accessTokenOf('tom.okafor@example.com'));
    const { status, body } = await rep.ask('POST', '/__local/apex/ScreenPops/byNumber', {
      ...{ objectName: 'Vault__c', fieldName: 'Name', numbers: ['+14155550132'] }
    });
    assert.deepEqual([status, body.returnValue], [200, [[]]]);
  });

  it('are refused by name where an object or a field is unknown, no name, or no field to search by', async () => {
    for (const [objectName, fieldName, named] of [
      ['Nothing__c', 'Name', 'Nothing__c'],
      ['Contact', 'Nothing__c', 'Nothing__c'],
      ['Contact WHERE Id != NULL', 'Name', 'Contact WHERE'],
      ['Contact', 'Name FROM User', 'Name FROM User'],
      ['Contact', 'Description', 'Description']
    ] as const) {
      const message = await refusal('byText', { objectName, fieldName, value: 'x' });
      assert.ok(message.startsWith('System.AuraHandledException: ') && message.includes(named), message);
    }
    const none = { objectName: 'Contact', fieldName: 'Phone', numbers: ['"', '5'] };
    assert.match(await refusal('byNumber', none), /no number/);
  });
});
