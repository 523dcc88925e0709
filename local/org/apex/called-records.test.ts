/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf, type Answer } from '../testing/org-client';

describe('what a record says about being called', () => {
  let org: RunningOrg;

  const make = async (sobject: string, values: object): Promise<string> => {
    const { body } = await clientOf(org).ask('POST', `~/sobjects/${sobject}`, values);
    return String(body.id);
  };
  const ask = (method: string, recordId: string): Promise<Answer> =>
    clientOf(org).ask('POST', `/__local/apex/CalledRecords/${method}`, { recordId });
  const found = async (method: string, recordId: string): Promise<Answer['body']> => {
    const { status, body } = await ask(method, recordId);
    assert.equal(status, 200, JSON.stringify(body));
    return body.returnValue;
  };

  before(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
  });
  after(() => org.close());

  it('is whether a contact, a lead, or the contact of a case wants no calls, by name', async () => {
    const Id = await make('Contact', { FirstName: 'Ann', LastName: 'Lee', DoNotCall: true });
    assert.deepEqual(await found('contact', Id), [{ Id, Name: 'Ann Lee', DoNotCall: true }]);
    const [matter] = await found('contactOfCase', await make('Case', { Subject: 'Broken', ContactId: Id }));
    assert.deepEqual([matter.Contact.Name, matter.Contact.DoNotCall], ['Ann Lee', true]);
    const lead = await make('Lead', { LastName: 'Lea', Company: 'Leadco' });
    assert.deepEqual(await found('lead', lead), [{ Id: lead, Name: 'Lea', DoNotCall: false }]);
    assert.deepEqual(await found('lead', Id), []);
  });

  it('is refused of an account in an org without person accounts', async () => {
    const { status, body } = await ask('personAccount', await make('Account', { Name: 'Acme' }));
    assert.deepEqual([status, body.exceptionType], [400, 'System.QueryException']);
  });
});
