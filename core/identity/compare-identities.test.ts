import assert from 'node:assert/strict';
import { compareIdentities } from './compare-identities';
import { editsBetween } from './edits-between';
import { type IdentityAgent, type IdentityReport, type IdentityRule, type IdentityUser } from './identity';

const byUsername: IdentityRule = { matchBy: 'Username', isSandbox: false };
const inSandbox: IdentityRule = { matchBy: 'Username', isSandbox: true, usernameSuffix: 'uat' };
const user = (username: string, given: Partial<IdentityUser> = {}): IdentityUser => ({
  id: username,
  username,
  email: username,
  isActive: true,
  isExpected: true,
  ...given
});
const agent = (email: string, given: Partial<IdentityAgent> = {}): IdentityAgent => ({
  place: `agents.csv:${email}`,
  email,
  isActive: true,
  ...given
});
const pairs = (list: IdentityReport['matched']): readonly string[] =>
  list.map((pair) => `${pair.user.username} = ${pair.agent.email ?? ''}`);

describe('users and agents', () => {
  it('are paired by username without regard to capitals, and the rest is told on both sides', () => {
    const report = compareIdentities(
      [user('Ann@Acme.com'), user('bob@acme.com')],
      [agent('ann@ACME.com'), agent('zoe@other.net')],
      byUsername
    );
    assert.deepEqual(pairs(report.matched), ['Ann@Acme.com = ann@ACME.com']);
    assert.deepEqual(
      report.usersWithoutAgent.map((one) => one.user.username),
      ['bob@acme.com']
    );
    assert.deepEqual(
      report.agentsWithoutUser.map((one) => one.agent.email),
      ['zoe@other.net']
    );
  });

  it('prefer the agent’s username to the e-mail address where the export has both', () => {
    const report = compareIdentities(
      [user('ann@acme.com')],
      [agent('ann.private@mail.com', { username: 'ann@acme.com' })],
      byUsername
    );
    assert.equal(report.matched.length, 1);
  });

  it('with one name twice are a duplicate that names all, and never a match', () => {
    const twice = compareIdentities([user('ann@acme.com')], [agent('ann@acme.com'), agent('ANN@acme.com')], byUsername);
    assert.equal(twice.matched.length, 0);
    assert.deepEqual(
      twice.duplicates.map(({ agents }) => agents.map(({ email }) => email)),
      [['ann@acme.com', 'ANN@acme.com']]
    );
    const byEmail: IdentityRule = { matchBy: 'Email', isSandbox: false };
    const users = [user('a1@acme.com', { email: 'a@acme.com' }), user('a2@acme.com', { email: 'a@acme.com' })];
    const shared = compareIdentities(users, [agent('a@acme.com')], byEmail);
    assert.deepEqual(
      shared.duplicates.map((one) => one.users.map(({ id }) => id)),
      [['a1@acme.com', 'a2@acme.com']]
    );
  });

  it('do not count who has left as a duplicate of who is there', () => {
    const byEmail: IdentityRule = { matchBy: 'Email', isSandbox: false };
    const users = [
      user('old@acme.com', { email: 'a@acme.com', isActive: false }),
      user('new@acme.com', { email: 'a@acme.com' })
    ];
    const report = compareIdentities(users, [agent('a@acme.com')], byEmail);
    assert.deepEqual(pairs(report.matched), ['new@acme.com = a@acme.com']);
  });

  it('are told apart when either is inactive, or the user is in no call center', () => {
    const report = compareIdentities(
      [user('left@acme.com', { isActive: false }), user('off@acme.com'), user('boss@acme.com', { isExpected: false })],
      [agent('left@acme.com'), agent('off@acme.com', { isActive: false }), agent('boss@acme.com')],
      byUsername
    );
    assert.deepEqual(pairs(report.inactiveUsers), ['left@acme.com = left@acme.com']);
    assert.deepEqual(pairs(report.inactiveAgents), ['off@acme.com = off@acme.com']);
    assert.deepEqual(pairs(report.notInCallCenter), ['boss@acme.com = boss@acme.com']);
    assert.deepEqual([report.matched, report.usersWithoutAgent, report.agentsWithoutUser], [[], [], []]);
  });

  it('without a value in the field are listed as such', () => {
    const report = compareIdentities([user('ann@acme.com')], [{ place: 'agents.csv:2', name: 'Ann', isActive: true }], {
      matchBy: 'FederationIdentifier',
      isSandbox: false
    });
    assert.deepEqual([report.usersWithoutKey.length, report.agentsWithoutKey.length], [1, 1]);
  });
});

describe('users of a sandbox', () => {
  it('are recognised behind the name that the sandbox appends', () => {
    const report = compareIdentities([user('ann@acme.com.uat')], [agent('ann@acme.com')], inSandbox);
    assert.deepEqual(pairs(report.matched), ['ann@acme.com.uat = ann@acme.com']);
    const production = compareIdentities([user('ann@acme.com.uat')], [agent('ann@acme.com')], byUsername);
    assert.equal(production.matched.length, 0);
    assert.equal(production.usersWithoutAgent[0]?.near[0]?.reason, 'sandbox-suffix');
  });

  it('keep an agent of their very own, though production’s is there too', () => {
    const report = compareIdentities(
      [user('ann@acme.com.uat')],
      [agent('ann@acme.com'), agent('ann@acme.com.uat')],
      inSandbox
    );
    assert.deepEqual(pairs(report.matched), ['ann@acme.com.uat = ann@acme.com.uat']);
    assert.deepEqual(report.agentsWithoutUser[0]?.near, [
      { user: report.matched[0]?.user, hasAgent: true, reason: 'sandbox-suffix' }
    ]);
  });

  it('are recognised by addresses that the sandbox made invalid, of both kinds', () => {
    const rule: IdentityRule = { matchBy: 'Email', isSandbox: true };
    const users = [
      user('a', { email: 'ann@acme.com.invalid' }),
      user('b', { email: 'bob=acme.com@example.com' }),
      user('c', { email: 'cy@acme.com' })
    ];
    const report = compareIdentities(users, [agent('ann@acme.com'), agent('bob@acme.com'), agent('cy@acme.com')], rule);
    assert.equal(report.matched.length, 3);
  });
});

describe('who is alone', () => {
  const nearOf = (one: IdentityUser, other: IdentityAgent, rule = byUsername): string | undefined =>
    compareIdentities([one], [other], rule).usersWithoutAgent[0]?.near[0]?.reason;

  it('is shown the other side that was probably meant, and why', () => {
    assert.equal(nearOf(user('ann.lee@acme.com'), agent('ann.lee@acme.co.uk')), 'same-person-at-other-domain');
    assert.equal(nearOf(user('ann.lee@acme.com'), agent('ann.lea@acme.com')), 'spelling');
    assert.equal(nearOf(user('sf-ann@acme.com', { email: 'ann@acme.com' }), agent('ann@acme.com')), 'other-field');
    assert.equal(
      nearOf(user('a@acme.com', { name: 'Ann Lee' }), agent('lee@other.net', { name: 'ann lee' })),
      'same-name'
    );
    const federation: IdentityRule = { matchBy: 'FederationIdentifier', isSandbox: false };
    const one = user('ann@acme.com', { federationIdentifier: 'ALee' });
    assert.equal(nearOf(one, agent('x@other.net', { federationIdentifier: 'alee' }), federation), 'capitals');
  });

  it('is not shown names that are near by chance, nor users who have an agent', () => {
    assert.equal(nearOf(user('al@acme.com'), agent('bo@acme.com')), undefined);
    assert.equal(nearOf(user('ann@acme.com'), agent('bob@acme.com')), undefined);
    const report = compareIdentities(
      [user('ann.lee@acme.com')],
      [agent('ann.lee@acme.com'), agent('ann.lea@acme.com')],
      byUsername
    );
    assert.deepEqual(report.agentsWithoutUser[0]?.near, []);
  });
});

describe('edits between two words', () => {
  it('count inserting, deleting, replacing and swapping', () => {
    assert.equal(editsBetween('ann', 'anne'), 1);
    assert.equal(editsBetween('ann', 'nan'), 1);
    assert.equal(editsBetween('support', 'sopport'), 1);
    assert.equal(editsBetween('kitten', 'sitting'), 3);
    assert.equal(editsBetween('kitten', 'sitting', 2), Infinity);
    assert.equal(editsBetween('', 'ab'), 2);
  });
});
