import assert from 'node:assert/strict';
import { answersOf, codesOf, compare } from '../../../test/fixtures/answers';
import { aConfig, nobody } from '../../../test/fixtures/resolved-config';
import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedRole, UserRule } from '../../config/resolved-config/users';
import { setsId } from '../package-source/questions';
import type { OrgRecord } from '../question';
import type { Comparison } from '../resource';
import { assignmentsId } from './is-assigned';
import { selectorId } from './selectors';
import { userAssignment } from './user-assignment';

const agents: UserRule = { ...nobody, profiles: ['Agent'] };
const roles: readonly ResolvedRole[] = [
  { role: 'agent', permissionSet: 'RingdownAgent', match: agents },
  { role: 'agent', permissionSet: 'RingdownVoiceAgent', match: agents }
];
const ann = { Id: '0057z00000AnnAAAAA', Username: 'ann@example.com', IsActive: true, Profile: { Name: 'Agent' } };
const set = (name: string, namespace: string | null = null): OrgRecord => ({
  Id: `0PS${name}`,
  Name: name,
  NamespacePrefix: namespace
});

const withRoles = (namespace = ''): ResolvedConfig =>
  aConfig({ users: { callCenters: [], moveUsers: false, roles }, ringdown: { namespace, packages: [] } });

function outcome(
  rows: Readonly<Record<string, readonly OrgRecord[]>>,
  config = withRoles(),
  pending = false
): Comparison {
  const answers = answersOf({ [selectorId({ by: 'profiles', names: ['Agent'] })]: [ann], ...rows });
  return pending
    ? userAssignment.compare({ config, answers, now: 0, packagesPending: true })
    : compare(userAssignment, config, answers);
}

const fieldsOf = ({ changes }: Comparison): readonly unknown[] =>
  changes.map((change) => (change.kind === 'write-record' ? change.fields['PermissionSetId'] : change));

describe('permission sets of our packages', () => {
  it('are assigned by role, each once, and left alone where they are', () => {
    const held = [set('RingdownAgent'), set('RingdownVoiceAgent')];
    assert.deepEqual(fieldsOf(outcome({ [setsId]: held })), ['0PSRingdownAgent', '0PSRingdownVoiceAgent']);
    const assigned = { AssigneeId: ann.Id, PermissionSetId: '0PSRingdownAgent' };
    assert.deepEqual(fieldsOf(outcome({ [setsId]: held, [assignmentsId]: [assigned] })), ['0PSRingdownVoiceAgent']);
  });

  it('are given once to who has two roles that bring them', () => {
    const both: readonly ResolvedRole[] = [
      ...roles,
      { role: 'supervisor', permissionSet: 'RingdownSupervisor', match: agents },
      { role: 'supervisor', permissionSet: 'RingdownVoiceAgent', match: agents }
    ];
    const config = aConfig({
      users: { callCenters: [], moveUsers: false, roles: both },
      ringdown: { namespace: '', packages: [] }
    });
    const held = { [setsId]: ['RingdownAgent', 'RingdownVoiceAgent', 'RingdownSupervisor'].map((name) => set(name)) };
    assert.deepEqual(fieldsOf(outcome(held, config)), [
      '0PSRingdownAgent',
      '0PSRingdownVoiceAgent',
      '0PSRingdownSupervisor'
    ]);
    const assigned = { AssigneeId: ann.Id, PermissionSetId: '0PSRingdownVoiceAgent' };
    const { holds } = outcome({ ...held, [assignmentsId]: [assigned] }, config);
    assert.deepEqual(holds, ['1 user with permission set RingdownVoiceAgent: ann@example.com']);
  });

  it('are those of the namespace, and no other set of the same name', () => {
    const rows = {
      [setsId]: [set('RingdownAgent'), set('RingdownVoiceAgent'), { ...set('RingdownAgent', 'rd'), Id: '0PSrd' }]
    };
    const comparison = outcome(rows, withRoles('rd'));
    assert.deepEqual(fieldsOf(comparison)[0], '0PSrd');
    assert.deepEqual(codesOf(comparison), ['blocked ROLE_WITHOUT_PERMISSION_SET']);
  });

  it('are referred to by name while a package of this plan is still to bring them', () => {
    const comparison = outcome({}, withRoles('rd'), true);
    assert.deepEqual(codesOf(comparison), []);
    assert.deepEqual(fieldsOf(comparison)[0], {
      idOf: { type: 'PermissionSet', name: 'RingdownAgent', namespace: 'rd' }
    });
    assert.equal(comparison.recheckAfterInstall, true);
  });

  it('block when the org lacks them and nothing brings them', () => {
    assert.deepEqual(new Set(codesOf(outcome({}))), new Set(['blocked ROLE_WITHOUT_PERMISSION_SET']));
  });
});
