/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-return -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf } from '../testing/org-client';

describe('a search', () => {
  let org: RunningOrg;
  before(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
  });
  after(() => org.close());

  const search = async (sosl: string): Promise<readonly string[]> => {
    const { body } = await clientOf(org).ask('GET', `~/search?q=${encodeURIComponent(sosl)}`);
    if (Array.isArray(body)) return [body[0].errorCode];
    return body.searchRecords.map((each: Record<string, unknown>) => each.Name ?? each.Subject ?? each.Id);
  };
  const contacts = (term: string, scope = 'ALL'): Promise<readonly string[]> =>
    search(`FIND {${term}} IN ${scope} FIELDS RETURNING Contact(Id, Name ORDER BY Name)`);

  it('finds words, phrases and beginnings, with AND, OR and AND NOT', async () => {
    assert.deepEqual(await contacts('petrov'), ['James Petrov']);
    assert.deepEqual(await contacts('petrov*'), ['Elena Petrova', 'James Petrov']);
    assert.deepEqual(await contacts('petrov* AND NOT james'), ['Elena Petrova']);
    assert.deepEqual(await contacts('"James Petrov" OR sato'), ['Haruto Sato', 'James Petrov']);
    assert.deepEqual(await contacts('"Petrov James"'), []);
    assert.deepEqual(await contacts('elena operations'), ['Elena Petrova']);
    assert.deepEqual(await contacts('elena aviation'), []);
    assert.deepEqual(await contacts('elena.petrova\\@northwind.example.com', 'EMAIL'), ['Elena Petrova']);
  });

  it('finds a phone number however it is written', async () => {
    assert.deepEqual(await contacts('"14155550100"'), ['James Petrov']);
    assert.deepEqual(await contacts('"+1 415-555-0111"', 'PHONE'), ['Elena Petrova']);
    assert.deepEqual(await contacts('"+14155550101" OR "(415) 555-0101" OR "4155550101"'), ['Elena Petrova']);
    assert.deepEqual(await contacts('5550101', 'NAME'), []);
  });

  it('answers for each object what is asked of it', async () => {
    const sosl = `FIND {northwind} RETURNING Account(Id, Name), Contact(Id, Name WHERE MobilePhone != null LIMIT 1), Case(Id, Subject)`;
    assert.deepEqual(await search(sosl), ['Northwind Air', 'Elena Petrova']);
    assert.equal((await search('FIND {northwind*}')).length, 3);
  });

  it('is refused for less than two characters, an open quotation mark and unknown objects', async () => {
    assert.deepEqual(await contacts('a'), ['MALFORMED_SEARCH']);
    assert.deepEqual(await contacts('"open'), ['MALFORMED_SEARCH']);
    assert.deepEqual(await search('FIND {northwind} RETURNING Gone__c(Id)'), ['INVALID_TYPE']);
    assert.deepEqual(await search('SELECT Id FROM Contact'), ['MALFORMED_SEARCH']);
  });

  it('answers a component with a list for each object, parents inside', async () => {
    const ask = (term: string) => clientOf(org).ask('POST', '/__local/apex/RelatedRecords/search', { term });
    const { body } = await ask('"+1 415 555 0100" OR "4155550100"');
    const [people, leads, accounts, cases] = body.returnValue;
    assert.deepEqual(
      people.map((each: { Name: string; Account: { Name: string } }) => [each.Name, each.Account.Name]),
      [['James Petrov', 'Northwind Air']]
    );
    assert.deepEqual([leads.length, accounts.length, cases.length], [0, 1, 0]);
    assert.equal((await ask('x')).body.exceptionType, 'System.SearchException');
  });
});
