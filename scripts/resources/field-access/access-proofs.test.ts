import assert from 'node:assert/strict';
import { answersOf, refused } from '../../../test/fixtures/answers';
import { aConfig, aPermissionSet, nobody } from '../../../test/fixtures/resolved-config';
import type { Answer, Answers, OrgRecord } from '../question';
import { assignmentsId } from '../user-assignment/is-assigned';
import { selectorId } from '../user-assignment/selectors';
import { accessProofQuestions, accessProofs } from './access-proofs';
import { effectiveAccessQuestion } from './effective-access';

const set = aPermissionSet({ assignTo: { ...nobody, profiles: ['Agent'] } });
const config = aConfig({ permissionSets: [set] });
const setRow = { Id: '0PS000000000001AAA', Name: set.name, NamespacePrefix: null };
const idOf = (name: string): string => `005${name.padStart(12, '0')}AAA`;

/** An org where the rule matches these users, all with the permission set. */
function orgWith(names: readonly string[], proofs: Readonly<Record<string, readonly OrgRecord[] | Answer>>): Answers {
  const users = names.map((name) => ({ Id: idOf(name), Username: `${name}@example.com`, IsActive: true }));
  return answersOf({
    'field-access:permission-sets': [setRow],
    [selectorId({ by: 'profiles', names: ['Agent'] })]: users,
    [assignmentsId]: users.map(({ Id }) => ({ AssigneeId: Id, PermissionSetId: setRow.Id })),
    ...Object.fromEntries(
      Object.entries(proofs).map(([name, answer]) => [effectiveAccessQuestion(idOf(name)).id, answer])
    )
  });
}

const editsType = [{ Field: 'Task.Type', PermissionsRead: true, PermissionsEdit: true }];

describe('the proof of field access', () => {
  it('is asked for once of a user who stands for two permission sets', () => {
    const both = aConfig({ permissionSets: [set, { ...set, name: 'Second' }] });
    assert.deepEqual(
      accessProofQuestions(both, orgWith(['bob', 'cyd'], {})).map(({ id }) => id),
      [effectiveAccessQuestion(idOf('bob')).id]
    );
  });

  it('is what the user who was asked about really has', () => {
    const { holds, missing } = accessProofs(config, orgWith(['bob'], { bob: editsType }));
    assert.deepEqual([holds.length, missing], [1, []]);
    assert.equal(accessProofs(config, orgWith(['bob'], { bob: [] })).missing.length, 1);
  });

  it('stays with the user who was asked about when another one sorts first by now', () => {
    const { holds, missing } = accessProofs(config, orgWith(['ann', 'bob'], { bob: editsType }));
    assert.deepEqual([holds.length, missing], [1, []]);
    assert.ok(holds[0]?.startsWith('bob@example.com has the access'));
    assert.deepEqual(accessProofs(config, orgWith(['ann'], { bob: editsType })), { holds: [], missing: [] });
  });

  it('is no lack of access when the org refuses the question', () => {
    const { holds, missing } = accessProofs(config, orgWith(['bob'], { bob: refused }));
    assert.deepEqual(missing, []);
    assert.match(holds.join(), /^bob@example\.com could not be asked/);
  });
});
