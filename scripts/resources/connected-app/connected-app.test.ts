import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused } from '../../../test/fixtures/answers';
import { aConfig, aPermissionSet, nobody, openCtiCallCenter } from '../../../test/fixtures/resolved-config';
import type { PersonStep } from '../../config/resolved-config/call-center';
import type { OrgRecord } from '../question';
import type { Comparison } from '../resource';
import { connectedApp, withoutNeedlessSteps } from './connected-app';

const step = (id: string, unlessPreAuthorized?: boolean): PersonStep => ({
  id,
  callCenter: 'support',
  where: 'x',
  title: id,
  values: [],
  fingerprint: id,
  ...(unlessPreAuthorized === undefined ? {} : { unlessPreAuthorized })
});
const config = aConfig({
  callCenters: [
    openCtiCallCenter({ connectedApp: { name: 'Phone App', invented: true, file: 'config/vendors/8x8.yaml' } })
  ],
  users: {
    callCenters: [{ callCenter: 'support', match: { ...nobody, profiles: ['Agent'] } }],
    roles: [{ role: 'agent', permissionSet: 'RingdownAgent', match: { ...nobody, callCenters: ['support'] } }],
    moveUsers: false
  },
  permissionSets: [
    aPermissionSet({ name: 'Access', assignTo: { ...nobody, callCenters: ['support'] } }),
    aPermissionSet({ name: 'Others', assignTo: { ...nobody, profiles: ['Sales'] } })
  ],
  ringdown: { namespace: 'rd', packages: [] },
  personSteps: [step('pop'), step('allow-app', true)]
});
const appRow = (onlyApproved: boolean): OrgRecord => ({
  Id: '0H4000000000001AAA',
  Name: 'phone app',
  OptionsAllowAdminApprovedUsersOnly: onlyApproved
});
const bySet = (Name: string, NamespacePrefix: string | null = null, app = '0H4000000000001'): OrgRecord => ({
  SetupEntityId: app,
  Parent: { Name, NamespacePrefix, IsOwnedByProfile: false, Profile: null }
});
const byProfile = (name: string): OrgRecord => ({
  SetupEntityId: '0H4000000000001AAA',
  Parent: { Name: 'X00e', NamespacePrefix: null, IsOwnedByProfile: true, Profile: { Name: name } }
});
const answered = (apps: readonly OrgRecord[], access: readonly OrgRecord[] = []) =>
  answersOf({ 'connected-app:apps': apps, 'connected-app:access': access });
const compared = (...given: Parameters<typeof answered>): Comparison =>
  compare(connectedApp, config, answered(...given));

describe('the vendor’s connected app', () => {
  it('is asked for where a call center has one', () => {
    assert.deepEqual(
      connectedApp.ask(config).map(({ id }) => id),
      ['connected-app:apps', 'connected-app:access']
    );
    assert.deepEqual(connectedApp.ask(aConfig()), []);
  });

  it('asks reps to Allow while users authorise themselves, and the fix says what to click', () => {
    const [finding, ...others] = compared([appRow(false)]).findings;
    assert.deepEqual([finding?.code, finding?.severity, others], ['CONNECTED_APP_ASKS', 'warning', []]);
    for (const words of ['Manage Connected Apps > Phone App', 'pre-authorized', 'rd__RingdownAgent'])
      assert.ok(finding?.fix.includes(words), finding?.fix);
  });

  it('asks nobody once it is pre-authorised for a permission set or the profile of the reps', () => {
    for (const access of [
      [bySet('RingdownAgent', 'rd')],
      [bySet('Access')],
      [byProfile('Agent'), byProfile('Sales')]
    ]) {
      const { findings, holds } = compared([appRow(true)], access);
      assert.deepEqual([findings, holds.length], [[], 1], JSON.stringify(access));
    }
  });

  it('refuses reps whom nobody approved', () => {
    const other = '0H4000000000002AAA';
    for (const access of [
      [],
      [bySet('RingdownAgent')],
      [bySet('Others')],
      [byProfile('Sales')],
      [bySet('Access', null, other)]
    ])
      assert.deepEqual(
        codesOf(compared([appRow(true)], access)),
        ['warning CONNECTED_APP_REFUSES'],
        JSON.stringify(access)
      );
  });

  it('that the org does not have is looked for under the names that it does have', () => {
    const [finding] = compared([{ ...appRow(true), Name: 'Other App' }]).findings;
    assert.equal(finding?.code, 'CONNECTED_APP_UNKNOWN');
    assert.ok(finding.message.includes('Other App'), finding.message);
    assert.ok(finding.fix.includes('config/vendors/8x8.yaml'), finding.fix);
    const pending = compare(connectedApp, config, answered([]), { packagesPending: true });
    assert.deepEqual(pending.findings, []);
  });

  it('blocks nothing where the org does not show it', () => {
    const answers = answersOf({ 'connected-app:apps': refused, 'connected-app:access': [] });
    assert.deepEqual(codesOf(compare(connectedApp, config, answers)), ['warning CONNECTED_APP_UNREAD']);
  });

  it('takes the step of allowing it off the list once nobody is asked, and only then', () => {
    const steps = (...given: Parameters<typeof answered>): readonly string[] =>
      withoutNeedlessSteps(config, answered(...given)).personSteps.map(({ id }) => id);
    assert.deepEqual(steps([appRow(true)], [bySet('Access')]), ['pop']);
    for (const apps of [[], [appRow(false)], [appRow(true)]]) assert.deepEqual(steps(apps), ['pop', 'allow-app']);
  });
});
