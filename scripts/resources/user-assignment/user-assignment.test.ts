import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused, soqlOf } from '../../../test/fixtures/answers';
import { aConfig, aPermissionSet, nobody, openCtiCallCenter } from '../../../test/fixtures/resolved-config';
import type { ResolvedConfig } from '../../config/resolved-config';
import type { UserRule } from '../../config/resolved-config/users';
import type { Answer, OrgRecord } from '../question';
import type { Comparison } from '../resource';
import { selectorId } from './selectors';
import { userAssignment } from './user-assignment';

const agents: UserRule = { ...nobody, profiles: ['Agent'] };
const agentsId = selectorId({ by: 'profiles', names: ['Agent'] });
const support = { Id: '04v000000000001AAA', Name: '8x8 Virtual Call Center', InternalName: 'Support8x8' };
const other = { Id: '04v000000000002AAA', Name: 'Old Center', InternalName: 'Old' };
const user = (name: string, given: OrgRecord = {}): OrgRecord => ({
  Id: `005${name.padStart(12, '0')}AAA`,
  Username: `${name}@example.com`,
  IsActive: true,
  CallCenterId: null,
  UserPermissionsSupportUser: false,
  Profile: { Name: 'Agent' },
  UserRole: null,
  ...given
});
const inSupport = (rule: UserRule = agents, given: Partial<ResolvedConfig['users']> = {}): ResolvedConfig =>
  aConfig({ users: { callCenters: [{ callCenter: 'support', match: rule }], moveUsers: false, ...given } });

const seats = (total: number, used: number): Readonly<Record<string, readonly OrgRecord[]>> => ({
  'user-assignment:seats': [{ TotalLicenseCount: total }],
  'user-assignment:seat-holders': [{ used }]
});

function outcome(config: ResolvedConfig, rows: Readonly<Record<string, readonly OrgRecord[] | Answer>>): Comparison {
  return compare(userAssignment, config, answersOf({ 'call-center:rows': [support, other], ...rows }));
}

const writesOf = ({ changes }: Comparison): readonly unknown[] =>
  changes.map((change) =>
    change.kind === 'write-record' ? [change.sobject, change.action, change.id, change.fields] : change
  );

describe('users of a call center', () => {
  it('are put into it, with both fields in one write', () => {
    const comparison = outcome(inSupport(agents, { serviceCloudUser: { ...nobody, callCenters: ['support'] } }), {
      [agentsId]: [user('bob'), user('ann', { CallCenterId: support.Id, UserPermissionsSupportUser: true })],
      ...seats(5, 1)
    });
    assert.deepEqual(writesOf(comparison), [
      ['User', 'update', user('bob')['Id'], { CallCenterId: support.Id, UserPermissionsSupportUser: true }]
    ]);
    assert.deepEqual(comparison.findings, []);
    assert.deepEqual(comparison.holds, [
      '1 user in call center 8x8 Virtual Call Center, with Service Cloud User: ann@example.com'
    ]);
  });

  it('refer to a call center that this plan creates', () => {
    const comparison = outcome(inSupport(), { 'call-center:rows': [], [agentsId]: [user('bob')] });
    assert.deepEqual(writesOf(comparison), [
      ['User', 'update', user('bob')['Id'], { CallCenterId: { idOf: { type: 'CallCenter', name: 'Support8x8' } } }]
    ]);
  });

  it('are left alone when they are in place', () => {
    const comparison = outcome(inSupport(), { [agentsId]: [user('ann', { CallCenterId: support.Id })] });
    assert.deepEqual([comparison.changes, comparison.findings], [[], []]);
  });

  it('are never moved silently', () => {
    const rows = { [agentsId]: [user('bob', { CallCenterId: other.Id })] };
    const stays = outcome(inSupport(), rows);
    assert.deepEqual(codesOf(stays), ['blocked USER_IN_OTHER_CALL_CENTER']);
    assert.ok(stays.findings[0]?.message.includes('bob@example.com (in Old Center'));
    assert.deepEqual(codesOf(outcome(inSupport(agents, { moveUsers: true }), rows)), [
      'warning USER_IN_OTHER_CALL_CENTER'
    ]);
  });

  it('can be in one call center only', () => {
    const second = openCtiCallCenter({ key: 'sales', internalName: 'Sales' });
    const config = aConfig({
      callCenters: [openCtiCallCenter(), second],
      users: {
        callCenters: [
          { callCenter: 'support', match: agents },
          { callCenter: 'sales', match: { ...nobody, roles: ['Sales'] } }
        ],
        moveUsers: false
      }
    });
    const comparison = outcome(config, {
      [agentsId]: [user('bob')],
      [selectorId({ by: 'roles', names: ['Sales'] })]: [
        user('bob', { UserRole: { DeveloperName: 'Sales', Name: 'Sales people' } })
      ]
    });
    assert.deepEqual(codesOf(comparison), ['blocked USER_IN_TWO_CALL_CENTERS']);
  });

  it('are somebody: a rule that matches nobody, unknown and inactive names are told', () => {
    assert.deepEqual(codesOf(outcome(inSupport(), { [agentsId]: [] })), ['blocked RULE_MATCHES_NOBODY']);
    const named: UserRule = { ...nobody, usernames: ['Ann@Example.com', 'gone@example.com', 'who@example.com'] };
    const id = selectorId({ by: 'usernames', names: [...named.usernames].sort() });
    const comparison = outcome(inSupport(named), { [id]: [user('ann'), user('gone', { IsActive: false })] });
    assert.deepEqual(codesOf(comparison), ['blocked USER_UNKNOWN', 'warning USER_INACTIVE']);
    assert.ok(comparison.findings[0]?.message.includes('who@example.com.'));
    assert.deepEqual(
      comparison.changes.map(({ address }) => address),
      ['user ann@example.com']
    );
  });

  it('are told of by the place of their rule in the file', () => {
    const { findings } = outcome(inSupport(), { [agentsId]: [] });
    assert.ok(findings[0]?.message.startsWith('users.callCenters[0] '));
  });

  it('are missed by name, where another name of the rule brings somebody', () => {
    const rule: UserRule = {
      ...nobody,
      profiles: ['agent', 'Agnet'],
      roles: ['Support', 'Sales people', 'Supprot'],
      permissionSets: ['Voice', 'Vioce'],
      groups: ['Queue', 'Qeue']
    };
    const id = (by: 'profiles' | 'roles'): string => selectorId({ by, names: [...rule[by]].sort() });
    const rows = {
      [id('profiles')]: [user('ann')],
      [id('roles')]: [
        user('bob', { UserRole: { DeveloperName: 'Support', Name: 'Support people' } }),
        user('cyd', { UserRole: { DeveloperName: 'Sales', Name: 'Sales people' } })
      ],
      'user-assignment:permission-set-names': [{ Name: 'Voice' }],
      'user-assignment:group-names': [{ DeveloperName: 'Queue' }]
    };
    const { findings } = outcome(inSupport(rule), rows);
    assert.deepEqual(
      findings.map(({ code, severity, message }) => [code, severity, /\w+(?=\.$)/.exec(message)?.[0]]),
      ['Agnet', 'Vioce', 'Supprot', 'Qeue'].map((name) => ['RULE_NAME_MATCHES_NOBODY', 'warning', name])
    );
    assert.deepEqual(
      codesOf(outcome(inSupport({ ...rule, roles: [] }), { ...rows, 'user-assignment:group-names': refused })),
      ['warning RULE_NAME_MATCHES_NOBODY', 'warning RULE_NAME_MATCHES_NOBODY']
    );
  });

  it('are misspelt where the org has one like it, which blocks; what is nothing like any may be of another org', () => {
    const rule: UserRule = { ...nobody, profiles: ['agent'], groups: ['Qeue', 'Elsewhere', 'Idle'] };
    const rows = {
      [selectorId({ by: 'profiles', names: ['agent'] })]: [user('ann')],
      'user-assignment:group-names': [],
      'user-assignment:all:groups': [{ DeveloperName: 'Queue' }, { DeveloperName: 'Idle' }]
    };
    const config = inSupport(rule);
    assert.deepEqual(
      userAssignment.askMore?.(config, answersOf(rows)).map(({ id }) => id),
      ['user-assignment:all:groups']
    );
    const comparison = outcome(config, rows);
    assert.deepEqual(codesOf(comparison), [
      'blocked NAME_UNKNOWN',
      'warning RULE_NAME_MATCHES_NOBODY',
      'warning RULE_NAME_MATCHES_NOBODY'
    ]);
    const said = comparison.findings[0]?.message ?? '';
    assert.ok(said.startsWith('users.callCenters[0].match.groups ') && said.endsWith('Did you mean Queue?'), said);
    const alone = outcome(inSupport({ ...nobody, groups: ['Qeue'] }), rows);
    assert.deepEqual(codesOf(alone), ['blocked NAME_UNKNOWN']);
  });

  it('are not guessed when the org does not show them', () => {
    const comparison = outcome(inSupport(), { [agentsId]: refused });
    assert.deepEqual([comparison.changes, codesOf(comparison)], [[], ['blocked ORG_UNREADABLE']]);
  });
});

describe('Service Cloud User seats', () => {
  const config = inSupport(agents, { serviceCloudUser: agents });
  const rows = {
    [agentsId]: [user('ann', { UserPermissionsSupportUser: true }), user('bob'), user('cyd'), user('dan')]
  };

  it('are counted before anybody is given one, and it is said who would fit', () => {
    const comparison = outcome(config, {
      ...rows,
      ...seats(3, 1)
    });
    assert.deepEqual(codesOf(comparison), ['blocked SERVICE_CLOUD_SEATS']);
    assert.ok(comparison.findings[0]?.message.includes('bob@example.com, cyd@example.com.'));
    assert.deepEqual(codesOf(outcome(config, { ...rows, ...seats(4, 1) })), []);
  });

  it('are free at once when somebody lost theirs, whatever the count of yesterday says', () => {
    const metric = { TotalLicenseCount: 4, AssignedUserCount: 4, MetricsDate: '2026-11-18' };
    assert.deepEqual(codesOf(outcome(config, { ...rows, ...seats(4, 1), 'user-assignment:seats': [metric] })), []);
    const holders = userAssignment.ask(config).find(({ id }) => id === 'user-assignment:seat-holders');
    assert.match(soqlOf(holders), /UserPermissionsSupportUser = true AND IsActive = true$/);
  });

  it('are warned about when the org does not count them, and not asked for when nobody needs one', () => {
    for (const id of ['user-assignment:seats', 'user-assignment:seat-holders']) {
      assert.deepEqual(codesOf(outcome(config, { ...rows, ...seats(1, 1), [id]: refused })), [
        'warning SERVICE_CLOUD_SEATS_UNKNOWN'
      ]);
    }
    assert.deepEqual(
      codesOf(
        outcome(config, {
          [agentsId]: [user('ann', { UserPermissionsSupportUser: true })],
          'user-assignment:seats': refused
        })
      ),
      []
    );
  });
});

describe('permission set assignments', () => {
  const config = {
    ...inSupport(),
    permissionSets: [aPermissionSet({ assignTo: { ...nobody, callCenters: ['support'] } })]
  };
  const placed = [user('ann', { CallCenterId: support.Id }), user('bob', { CallCenterId: support.Id })];
  const set = { Id: '0PS000000000001AAA', Name: 'RingdownAccess', NamespacePrefix: null };

  it('are made for whom the rule of the call center matches, and left alone where they are', () => {
    const comparison = outcome(config, {
      [agentsId]: placed,
      'field-access:permission-sets': [set],
      'user-assignment:assignments': [{ AssigneeId: user('ann')['Id'], PermissionSetId: set.Id }]
    });
    assert.deepEqual(writesOf(comparison), [
      ['PermissionSetAssignment', 'create', undefined, { AssigneeId: user('bob')['Id'], PermissionSetId: set.Id }]
    ]);
    assert.ok(comparison.holds.includes('1 user with permission set Ringdown access: ann@example.com'));
  });

  it('refer to a permission set that this plan creates', () => {
    const [first] = outcome(config, {
      [agentsId]: placed.slice(0, 1),
      'field-access:permission-sets': [],
      'user-assignment:assignments': []
    }).changes;
    assert.ok(first?.kind === 'write-record');
    assert.deepEqual(first.fields['PermissionSetId'], { idOf: { type: 'PermissionSet', name: 'RingdownAccess' } });
  });
});

describe('the questions about users', () => {
  it('are one for each different list, quoted, of active users', () => {
    const rule: UserRule = {
      ...nobody,
      profiles: ["O'Brien"],
      permissionSets: ['Voice'],
      roles: ['Agents'],
      groups: ['Queue'],
      usernames: ['ann@example.com']
    };
    const config = inSupport(rule, { serviceCloudUser: rule });
    const asked = userAssignment.ask(config).map(soqlOf);
    assert.equal(asked.filter((soql) => /^SELECT Id,.* FROM User /.test(soql)).length, 5);
    assert.ok(asked.some((soql) => soql.endsWith("IsActive = true AND Profile.Name IN ('O\\'Brien')")));
    assert.ok(
      asked.some((soql) =>
        soql.endsWith("Id IN (SELECT UserOrGroupId FROM GroupMember WHERE Group.DeveloperName IN ('Queue'))")
      )
    );
    assert.ok(asked.some((soql) => soql.endsWith("WHERE Username IN ('ann@example.com')")));
  });

  it('are as many as their names need to fit into a URL, and every answer counts', () => {
    const names = Array.from(
      { length: 400 },
      (_, index) => `agent.number.${String(index).padStart(3, '0')}@example.com`
    );
    const rule: UserRule = { ...nobody, usernames: names, roles: names, groups: names };
    const config = inSupport(rule);
    const questions = userAssignment.ask(config);
    for (const question of questions) assert.ok(encodeURIComponent(soqlOf(question)).length < 8000, question.id);
    const asked = new Map(questions.map((question) => [question.id, soqlOf(question)]));
    assert.equal(asked.size, questions.length);
    const rows = Object.fromEntries(
      [...asked].map(([id, soql]): [string, readonly OrgRecord[]] => {
        const named = names.filter((name) => soql.includes(`'${name}'`));
        if (soql.includes('FROM Group ')) return [id, named.map((DeveloperName) => ({ DeveloperName }))];
        if (!soql.includes('Username IN')) return [id, named.map((Name) => user('ann', { UserRole: { Name } }))];
        return [id, named.map((name) => user(name.slice(13, 16), { Username: name }))];
      })
    );
    const comparison = outcome(config, { ...rows, 'call-center:rows': [support] });
    assert.deepEqual([comparison.findings, comparison.changes.length], [[], names.length + 1]);
  });

  it('are different for different lists, whatever their names hold', () => {
    const of = (...usernames: string[]): UserRule => ({ ...nobody, usernames });
    const asked = userAssignment.ask(inSupport(of('a|b'), { serviceCloudUser: of('a', 'b') }));
    assert.equal(asked.filter((question) => soqlOf(question).includes('Username IN')).length, 2);
  });

  it('are none when the configuration speaks of no users', () => {
    assert.deepEqual(userAssignment.ask(aConfig()), []);
  });
});
