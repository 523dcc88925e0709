import assert from 'node:assert/strict';
import { ApiError } from '../api-error';
import { createRecord } from '../records/write-record';
import { newState } from '../seed/new-state';
import { sobjectNamed } from '../sobjects/sobjects';
import { openOrg } from '../state/open-org';
import { runQuery, type QueryResult } from './run-query';

const now = () => new Date('2026-11-21T12:00:00.000Z');
const org = openOrg(newState({ kind: 'production', now }), now);
const userId = org.rows('User')[0]?.Id ?? '';

function run(soql: string, api: 'data' | 'tooling' = 'data'): QueryResult {
  return runQuery({ org, userId, soql, api, base: '/services/data/v67.0' });
}
const names = (soql: string): readonly unknown[] => run(soql).records.map((record) => record.Name ?? record.Subject);

function refused(soql: string, api: 'data' | 'tooling' = 'data'): string {
  try {
    run(soql, api);
  } catch (error) {
    assert.ok(error instanceof ApiError, String(error));
    assert.equal(error.status, 400);
    return error.errorCode;
  }
  return 'nothing';
}

function make(name: string, fields: Record<string, unknown>): string {
  const sobject = sobjectNamed(org, name);
  assert.ok(sobject);
  return createRecord({ org, userId }, sobject, fields);
}

describe('a query', () => {
  const account = make('Account', { Name: 'Globex', Phone: '+1 415 555 0100' });
  const contact = make('Contact', { LastName: 'Vance', FirstName: 'Ann', AccountId: account });
  make('Task', {
    Subject: 'First',
    WhoId: contact,
    WhatId: account,
    CallDurationInSeconds: 30,
    ActivityDate: '2026-11-20'
  });
  make('Task', { Subject: 'Second', CallDurationInSeconds: 90, CallType: 'Inbound' });
  make('Task', { Subject: '100% _sure_', Priority: 'High', ActivityDate: '2026-11-21' });

  it('finds names in any case and answers with the right ones', () => {
    const [record] = run("select ID, uSeRnAmE from uSER where username = 'ADMIN@example.com'").records;
    assert.deepEqual(record, {
      attributes: { type: 'User', url: `/services/data/v67.0/sobjects/User/${userId}` },
      Id: userId,
      Username: 'admin@example.com'
    });
  });

  it('goes through relationships, and gives null where one leads nowhere', () => {
    const [agent, admin] = ['priya.raman@example.com', 'admin@example.com'].map(
      (name) =>
        run(`SELECT Profile.Name, UserRole.DeveloperName, UserRole.Name FROM User WHERE Username = '${name}'`)
          .records[0]
    );
    const role = agent?.UserRole as Record<string, unknown>;
    assert.deepEqual([role.DeveloperName, role.Name], ['SupportAgent', 'Support Agent']);
    assert.equal(admin?.UserRole, null);
  });

  it('filters through relationships and by an alias', () => {
    assert.equal(
      run("SELECT u.Id FROM User u WHERE u.Profile.Name = 'contact center agent' AND u.IsActive = true").totalSize,
      5
    );
    assert.equal(run("SELECT Id FROM Task WHERE Who.Name = 'Ann Vance' AND What.Type = 'Account'").totalSize, 1);
  });

  it('treats ids of 15 and of 18 characters as the same, and minds their case', () => {
    assert.equal(run(`SELECT Id FROM User WHERE Id = '${userId.slice(0, 15)}'`).totalSize, 1);
    assert.equal(
      run(`SELECT Id FROM User WHERE ProfileId IN (SELECT Id FROM Profile WHERE Name = 'Standard User')`).totalSize,
      2
    );
    assert.equal(refused("SELECT Id FROM User WHERE Id = 'nonsense'"), 'INVALID_QUERY_FILTER_OPERATOR');
  });

  it('reads AND, OR, NOT and parentheses, and wants parentheses where AND and OR meet', () => {
    const all = "Subject IN ('First', 'Second')";
    assert.deepEqual(names(`SELECT Subject FROM Task WHERE ${all} AND (NOT Subject = 'First')`), ['Second']);
    assert.deepEqual(names(`SELECT Subject FROM Task WHERE NOT (Subject = 'First' OR Subject = 'Second')`), [
      '100% _sure_'
    ]);
    assert.deepEqual(
      names(`SELECT Subject FROM Task WHERE ${all} AND (CallType = 'Inbound' OR CallType = 'Outbound')`),
      ['Second']
    );
    assert.equal(
      refused(`SELECT Id FROM Task WHERE ${all} AND CallType = null OR Priority = 'High'`),
      'MALFORMED_QUERY'
    );
  });

  it('compares numbers, nothing, texts and patterns', () => {
    assert.deepEqual(
      names('SELECT Subject FROM Task WHERE CallDurationInSeconds >= 30 AND CallDurationInSeconds < 90'),
      ['First']
    );
    assert.deepEqual(names("SELECT Subject FROM Task WHERE CallType != 'Inbound'"), ['First', '100% _sure_']);
    assert.deepEqual(names('SELECT Subject FROM Task WHERE CallDurationInSeconds = null'), ['100% _sure_']);
    assert.deepEqual(names("SELECT Subject FROM Task WHERE Subject LIKE '%\\% \\_sure\\_'"), ['100% _sure_']);
    assert.deepEqual(names("SELECT Subject FROM Task WHERE Subject LIKE '_irst'"), ['First']);
    assert.deepEqual(names("SELECT Name FROM User WHERE LastName = 'O\\'Brien'"), ["Grace O'Brien"]);
  });

  it('understands dates and their literals', () => {
    assert.deepEqual(names('SELECT Subject FROM Task WHERE ActivityDate = TODAY'), ['100% _sure_']);
    assert.deepEqual(names('SELECT Subject FROM Task WHERE ActivityDate = YESTERDAY'), ['First']);
    assert.deepEqual(names('SELECT Subject FROM Task WHERE ActivityDate < 2026-11-21'), ['First']);
    assert.equal(
      run('SELECT Id FROM Task WHERE CreatedDate = LAST_N_DAYS:1 AND CreatedDate > 2026-01-01T00:00:00Z').totalSize,
      3
    );
    assert.equal(run('SELECT Id FROM Task WHERE DAY_ONLY(CreatedDate) = 2026-11-21').totalSize, 3);
  });

  it('sorts with nothing first unless told, and cuts out a part', () => {
    assert.deepEqual(names('SELECT Subject FROM Task ORDER BY CallDurationInSeconds DESC'), [
      '100% _sure_',
      'Second',
      'First'
    ]);
    assert.deepEqual(names('SELECT Subject FROM Task ORDER BY CallDurationInSeconds NULLS LAST LIMIT 1 OFFSET 1'), [
      'Second'
    ]);
  });

  it('counts, groups and keeps groups by their size', () => {
    const count = run('SELECT COUNT() FROM Task');
    assert.deepEqual([count.totalSize, count.records], [3, []]);
    const soql =
      'SELECT Profile.Name profile, COUNT(Id) FROM User WHERE IsActive = true GROUP BY Profile.Name HAVING COUNT(Id) > 1 ORDER BY Profile.Name';
    assert.deepEqual(run(soql).records, [
      { attributes: { type: 'AggregateResult' }, profile: 'Contact Center Agent', expr0: 5 },
      { attributes: { type: 'AggregateResult' }, profile: 'Standard User', expr0: 2 }
    ]);
    assert.equal(run('SELECT MAX(CallDurationInSeconds) most FROM Task').records[0]?.most, 90);
    assert.equal(refused('SELECT Name, COUNT(Id) FROM User GROUP BY ProfileId'), 'MALFORMED_QUERY');
  });

  it('lists children under their parent', () => {
    const [found] = run("SELECT Name, (SELECT Subject FROM Tasks) FROM Contact WHERE Name = 'Ann Vance'").records;
    const tasks = found?.Tasks as { totalSize: number; records: { Subject: string }[] };
    assert.deepEqual([tasks.totalSize, tasks.records[0]?.Subject], [1, 'First']);
  });

  it('joins by the ids of a sub-select', () => {
    const holders = 'SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.PermissionsApiEnabled = true';
    assert.equal(run(`SELECT Id FROM User WHERE Id IN (${holders})`).totalSize, 3);
    assert.equal(run(`SELECT Id FROM User WHERE Id NOT IN (${holders})`).totalSize, 7);
  });

  it('refuses sub-selects where an org does', () => {
    const inner = '(SELECT AssigneeId FROM PermissionSetAssignment)';
    const wrong = [
      `Id IN ${inner} OR IsActive = true`,
      `NOT (Id IN ${inner})`,
      `Id IN ${inner} AND Id IN ${inner} AND Id IN ${inner}`,
      'Id IN (SELECT ManagerId FROM User)',
      'Id IN (SELECT OwnerId FROM Task)',
      'Id IN (SELECT ParentId FROM FieldPermissions)',
      'Name IN (SELECT Name FROM Profile)',
      'Id IN (SELECT AssigneeId FROM PermissionSetAssignment LIMIT 1)',
      'Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE AssigneeId IN (SELECT UserOrGroupId FROM GroupMember))'
    ];
    for (const where of wrong) assert.equal(refused(`SELECT Id FROM User WHERE ${where}`), 'MALFORMED_QUERY', where);
  });

  it('says what it does not have as an org does', () => {
    assert.equal(refused('SELECT Id FROM Nonsense'), 'INVALID_TYPE');
    assert.equal(refused('SELECT Id FROM ScratchOrgInfo'), 'INVALID_TYPE');
    assert.equal(refused('SELECT Id FROM PackageInstallRequest'), 'INVALID_TYPE');
    assert.equal(refused('SELECT Id FROM SandboxProcess', 'tooling'), 'INVALID_TYPE');
    assert.equal(refused('SELECT Nonsense FROM User'), 'INVALID_FIELD');
    assert.equal(refused('SELECT Nonsense.Name FROM User'), 'INVALID_FIELD');
    assert.equal(refused('SELECT Id FROM User WHERE Nonsense = 1'), 'INVALID_FIELD');
    assert.equal(refused('SELECT Id FROM User ORDER BY Nonsense'), 'INVALID_FIELD');
    assert.equal(refused('SELECT CallCenter.Name FROM User'), 'INVALID_FIELD');
    assert.equal(refused("SELECT Id FROM Task WHERE Description = 'x'"), 'INVALID_FIELD');
    assert.equal(refused("SELECT Id FROM User WHERE IsActive = 'true'"), 'INVALID_FIELD');
    assert.equal(refused('SELECT Id FROM User WHERE Name = 1'), 'INVALID_FIELD');
    assert.equal(refused('SELECT Id FROM User WHERE'), 'MALFORMED_QUERY');
    assert.equal(refused("SELECT Id FROM User WHERE Name = 'x"), 'MALFORMED_QUERY');
    assert.equal(refused('SELECT Id, Id FROM User'), 'MALFORMED_QUERY');
    assert.equal(refused('SELECT FIELDS(ALL) FROM User'), 'MALFORMED_QUERY');
  });

  it('shows where an unknown field stands', () => {
    assert.throws(
      () => run('SELECT Id, Nonsense FROM User'),
      /\nSELECT Id, Nonsense FROM User\n {11}\^\nERROR at Row:1:Column:12\nNo such column 'Nonsense' on entity 'User'/
    );
  });

  it('counts the seats of a feature licence from the users', () => {
    const [seats] = run(
      "SELECT AssignedUserCount, TotalLicenseCount FROM ActiveFeatureLicenseMetric WHERE FeatureType = 'SupportUser'"
    ).records;
    assert.deepEqual([seats?.AssignedUserCount, seats?.TotalLicenseCount], [1, 10]);
  });

  it('tells the running user what he may do', () => {
    const [mine] = run(
      'SELECT PermissionsCustomizeApplication, PermissionsApiEnabled FROM UserPermissionAccess'
    ).records;
    assert.deepEqual([mine?.PermissionsCustomizeApplication, mine?.PermissionsApiEnabled], [true, true]);
  });
});
