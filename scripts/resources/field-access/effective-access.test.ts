import assert from 'node:assert/strict';
import { answersOf } from '../../../test/fixtures/answers';
import { effectiveAccess, effectiveAccessQuestion } from './effective-access';

describe('what a user may do with fields', () => {
  it('is the widest access of all that is assigned to them', () => {
    const user = '005000000000001AAA';
    const row = (Field: string, edit: boolean, read = true): Record<string, unknown> => ({
      Field,
      PermissionsRead: read,
      PermissionsEdit: edit
    });
    const rows = [
      row('Task.Type', true),
      row('Task.Type', false),
      row('Task.Own__c', false),
      row('Task.Hidden__c', false, false)
    ];
    const access = effectiveAccess(answersOf({ [effectiveAccessQuestion(user).id]: rows }), user);
    assert.deepEqual(
      [...access],
      [
        ['Task.Type', 'edit'],
        ['Task.Own__c', 'read'],
        ['Event.Own__c', 'read']
      ]
    );
  });
});
