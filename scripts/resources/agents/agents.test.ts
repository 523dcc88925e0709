import assert from 'node:assert/strict';
import { answersOf } from '../../../test/fixtures/answers';
import { aConfig } from '../../../test/fixtures/resolved-config';
import type { ExportRow } from '../export-file/export-rows';
import { identityRule } from './expected-users';
import { agentOf } from './read-agents';

const row = (values: Readonly<Record<string, string | undefined>>): ExportRow => ({
  line: 7,
  values: new Map(Object.entries(values).map(([name, value = '']) => [name, value]))
});
const sandbox = answersOf({
  'organization:row': [{ Id: '00D000000000001AAA', IsSandbox: true, TrialExpirationDate: null }]
});

describe('a row of an export of agents', () => {
  it('is an agent by whichever columns it has', () => {
    assert.deepEqual(
      agentOf(row({ agentid: '17', emailaddress: 'ann@acme.com', firstname: 'Ann', lastname: 'Lee' }), 'a.csv'),
      {
        place: 'a.csv:7',
        id: '17',
        name: 'Ann Lee',
        email: 'ann@acme.com',
        isActive: true
      }
    );
    assert.equal(agentOf(row({ colour: 'red' }), 'a.csv'), undefined);
  });

  it('is switched off by any of the usual words', () => {
    for (const off of [{ status: 'Inactive' }, { active: 'FALSE' }, { enabled: '0' }, { disabled: 'true' }])
      assert.equal(agentOf(row({ email: 'a@b.c', ...off }), 'a.csv')?.isActive, false, JSON.stringify(off));
    for (const on of [{ status: 'Active' }, { disabled: 'false' }, {}])
      assert.equal(agentOf(row({ email: 'a@b.c', ...on }), 'a.csv')?.isActive, true, JSON.stringify(on));
  });

  it('takes a name that is an address for what the agent types', () => {
    assert.equal(agentOf(row({ name: 'ann@acme.com' }), 'users.json')?.username, 'ann@acme.com');
    assert.equal(
      agentOf(row({ name: 'ann', salesforceusername: 'ann@acme.com' }), 'users.json')?.username,
      'ann@acme.com'
    );
  });
});

describe('what a sandbox appends to usernames', () => {
  it('stands in the configuration, in the domain, or is the name of the org', () => {
    const suffix = (given: Parameters<typeof aConfig>[0], domain: string): string | undefined =>
      identityRule(aConfig(given), sandbox, domain).usernameSuffix;
    assert.equal(
      suffix({ agents: { matchBy: 'Username', usernameSuffix: 'qa' } }, 'acme--uat2.sandbox.my.salesforce.com'),
      'qa'
    );
    assert.equal(suffix({}, 'acme--uat2.sandbox.my.salesforce.com'), 'uat2');
    assert.equal(suffix({}, '127.0.0.1:80'), 'uat');
  });

  it('is nothing in production', () => {
    const production = answersOf({
      'organization:row': [{ IsSandbox: false, OrganizationType: 'Enterprise Edition' }]
    });
    assert.deepEqual(identityRule(aConfig(), production, 'acme.my.salesforce.com'), {
      matchBy: 'Username',
      isSandbox: false
    });
  });
});
