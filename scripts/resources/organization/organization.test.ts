import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused } from '../../../test/fixtures/answers';
import {
  aConfig,
  aPackage,
  aPermissionSet,
  nobody,
  openCtiCallCenter,
  voiceCallCenter
} from '../../../test/fixtures/resolved-config';
import { orgKindOf } from './org-kind';
import { organization } from './organization';

const sandbox = {
  Id: '00D000000000001AAA',
  Name: 'Acme',
  OrganizationType: 'Enterprise Edition',
  IsSandbox: true,
  TrialExpirationDate: null
};
const everything = {
  PermissionsApiEnabled: true,
  PermissionsViewSetup: true,
  PermissionsInstallPackaging: true,
  PermissionsCustomizeApplication: true,
  PermissionsModifyMetadata: true,
  PermissionsManageUsers: true,
  PermissionsAssignPermissionSets: true
};
const orgOf = (row: object, permissions: object = everything): ReturnType<typeof answersOf> =>
  answersOf({
    'organization:row': [row as Record<string, unknown>],
    'organization:permissions': [permissions as Record<string, unknown>]
  });
const voiceOnly = aConfig({ callCenters: [voiceCallCenter()] });

describe('what an org is', () => {
  it('follows from its Organization row', () => {
    assert.equal(orgKindOf(sandbox), 'sandbox');
    assert.equal(orgKindOf({ ...sandbox, TrialExpirationDate: '2026-12-01T00:00:00.000+0000' }), 'scratch');
    assert.equal(orgKindOf({ OrganizationType: 'Developer Edition', IsSandbox: false }), 'developer');
    assert.equal(orgKindOf({ OrganizationType: 'Unlimited Edition', IsSandbox: false }), 'production');
  });

  it('is guarded as production when it is a trial, or when nothing is known', () => {
    assert.equal(
      orgKindOf({
        OrganizationType: 'Enterprise Edition',
        IsSandbox: false,
        TrialExpirationDate: '2026-12-01T00:00:00.000+0000'
      }),
      'production'
    );
    assert.equal(orgKindOf({}), 'production');
  });
});

describe('preflight of the org', () => {
  it('finds nothing against the configured org', () => {
    const comparison = compare(organization, voiceOnly, orgOf(sandbox));
    assert.deepEqual([comparison.findings, comparison.changes], [[], []]);
  });

  it('refuses another kind of org, and another org', () => {
    assert.deepEqual(codesOf(compare(organization, voiceOnly, orgOf({ ...sandbox, IsSandbox: false }))), [
      'blocked ORG_KIND_MISMATCH'
    ]);
    const pinned = { ...voiceOnly, org: { ...voiceOnly.org, orgId: '00D000000000002AAA' } };
    assert.deepEqual(codesOf(compare(organization, pinned, orgOf(sandbox))), ['blocked ORG_ID_MISMATCH']);
    const short = { ...voiceOnly, org: { ...voiceOnly.org, orgId: '00D000000000001' } };
    assert.deepEqual(codesOf(compare(organization, short, orgOf(sandbox))), []);
  });

  it('names every permission that the running user lacks, for the steps of this configuration only', () => {
    const full = aConfig({
      callCenters: [voiceCallCenter()],
      packages: [aPackage()],
      permissionSets: [aPermissionSet()],
      users: { callCenters: [{ callCenter: 'voice', match: nobody }], moveUsers: false }
    });
    const { findings } = compare(organization, full, orgOf(sandbox, {}));
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['PERMISSIONS_MISSING']
    );
    for (const label of [
      'API Enabled',
      'Download AppExchange Packages',
      'Customize Application',
      'Modify Metadata',
      'Manage Users',
      'Assign Permission Sets'
    ]) {
      assert.ok(findings[0]?.message.includes(label), label);
    }
    assert.deepEqual(
      codesOf(
        compare(
          organization,
          full,
          orgOf(sandbox, { ...everything, PermissionsModifyMetadata: false, PermissionsModifyAllData: true })
        )
      ),
      []
    );
    assert.deepEqual(
      codesOf(
        compare(
          organization,
          aConfig({ callCenters: [] }),
          orgOf(sandbox, { PermissionsApiEnabled: true, PermissionsViewSetup: true })
        )
      ),
      []
    );
  });

  it('goes on with a warning where permissions cannot be read, and stops where the org cannot', () => {
    const row = { 'organization:row': [sandbox] };
    assert.deepEqual(
      codesOf(compare(organization, voiceOnly, answersOf({ ...row, 'organization:permissions': refused }))),
      ['warning PERMISSIONS_UNREADABLE']
    );
    assert.deepEqual(codesOf(compare(organization, voiceOnly, answersOf({ 'organization:row': refused }))), [
      'blocked ORG_UNREADABLE'
    ]);
  });

  it('counts the days of Open CTI down to 28 February 2028 and blocks from then on', () => {
    const openCti = aConfig({ callCenters: [openCtiCallCenter()] });
    const at = (now: number): readonly string[] => codesOf(compare(organization, openCti, orgOf(sandbox), { now }));
    assert.deepEqual(at(Date.UTC(2028, 1, 27, 23)), ['warning OPEN_CTI_RETIRING']);
    assert.deepEqual(at(Date.UTC(2028, 1, 28)), ['blocked OPEN_CTI_RETIRED']);
    const { findings } = compare(organization, openCti, orgOf(sandbox), { now: Date.UTC(2026, 10, 19) });
    assert.ok(findings[0]?.message.includes('466 days'));
    assert.deepEqual(codesOf(compare(organization, voiceOnly, orgOf(sandbox), { now: Date.UTC(2029, 0, 1) })), []);
  });
});
