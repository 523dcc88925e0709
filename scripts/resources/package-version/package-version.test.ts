import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused, soqlOf } from '../../../test/fixtures/answers';
import { aConfig, aPackage } from '../../../test/fixtures/resolved-config';
import type { ResolvedPackage } from '../../config/resolved-config/packages';
import type { InstallPackage } from '../change';
import type { Answer, Answers, OrgRecord } from '../question';
import type { Comparison } from '../resource';
import { packageVersion } from './package-version';
import { validationMeaning, validationMeanings } from './validation-status';
import { compareVersions } from './version-number';

const wanted = aPackage();
const version = (given: OrgRecord = {}): OrgRecord => ({
  Id: wanted.id,
  SubscriberPackageId: '033i0000000LVJSAA4',
  MajorVersion: 4,
  MinorVersion: 2,
  PatchVersion: 0,
  BuildNumber: 1,
  IsBeta: false,
  InstallValidationStatus: 'NO_ERRORS_DETECTED',
  ...given
});
const installed = (id: string, major: number, minor: number): OrgRecord => ({
  SubscriberPackageId: '033i0000000LVJSAA4',
  SubscriberPackageVersion: { Id: id, MajorVersion: major, MinorVersion: minor, PatchVersion: 0, BuildNumber: 1 }
});

type Org = {
  readonly installed?: readonly OrgRecord[] | Answer;
  readonly versions?: readonly OrgRecord[] | Answer;
  readonly requests?: readonly OrgRecord[];
};

function orgWith({ installed: has = [], versions = [version()], requests = [] }: Org): Answers {
  return answersOf({
    'package-version:installed': has,
    'package-version:versions': versions,
    'package-version:running': requests
  });
}

function outcome(org: Org, given: Partial<ResolvedPackage> = {}): Comparison {
  return compare(packageVersion, aConfig({ packages: [aPackage(given)] }), orgWith(org));
}

function installOf({ changes }: Comparison): InstallPackage {
  const [change] = changes;
  assert.ok(change?.kind === 'install-package');
  return change;
}

describe('a package', () => {
  it('is installed where it is not, for the users that the configuration names', () => {
    assert.deepEqual([installOf(outcome({})).action, installOf(outcome({})).securityType], ['create', 'Full']);
    assert.equal(installOf(outcome({}, { securityType: 'admins' })).securityType, 'None');
  });

  it('is left alone when that version is installed, whatever Salesforce says of installing it again', () => {
    const comparison = outcome({ installed: [installed('04ti0000000Xzqu', 4, 2)], versions: refused });
    assert.deepEqual([comparison.changes, comparison.findings, comparison.holds.length], [[], [], 1]);
  });

  it('is upgraded from an older version', () => {
    const change = installOf(outcome({ installed: [installed('04ti0000000AAAAAA2', 4, 1)] }));
    assert.equal(change.action, 'update');
    assert.deepEqual(change.details[0], { field: 'version', before: '4.1.0.1', after: '4.2.0.1' });
  });

  it('is never downgraded: at-least takes a newer version as it is, exact refuses it', () => {
    const newer = { installed: [installed('04ti0000000AAAAAA2', 5, 0)] };
    assert.deepEqual(codesOf(outcome(newer)), ['blocked PACKAGE_DOWNGRADE']);
    assert.deepEqual(outcome(newer).changes, []);
    const atLeast = outcome(newer, { version: 'at-least' });
    assert.deepEqual([atLeast.changes, atLeast.findings, atLeast.holds.length], [[], [], 1]);
  });

  it('is not installed again while a request of the same version runs', () => {
    const requests = [
      { Id: '0Hf000000000001AAA', Status: 'IN_PROGRESS', SubscriberPackageVersionKey: wanted.id },
      { Id: '0Hf000000000002AAA', Status: 'ERROR', SubscriberPackageVersionKey: wanted.id }
    ];
    assert.equal(installOf(outcome({ requests })).runningRequestId, '0Hf000000000001AAA');
    assert.equal(installOf(outcome({ requests: requests.slice(1) })).runningRequestId, undefined);
    const other = [
      { Id: '0Hf000000000003AAA', Status: 'IN_PROGRESS', SubscriberPackageVersionKey: '04tA0000000PygjIAC' }
    ];
    assert.deepEqual(codesOf(outcome({ requests: other })), ['warning OTHER_INSTALL_RUNNING']);
  });

  it('is blocked when Salesforce does not know it, hides it, or does not say what is installed', () => {
    assert.deepEqual(codesOf(outcome({ versions: [] })), ['blocked PACKAGE_VERSION_UNKNOWN']);
    assert.deepEqual(codesOf(outcome({ versions: refused })), ['blocked PACKAGE_UNREADABLE']);
    assert.deepEqual(codesOf(outcome({ installed: refused })), ['blocked ORG_UNREADABLE']);
    assert.deepEqual(outcome({ installed: refused }).changes, []);
  });

  it('is blocked by what stands in the way, and waited for when that passes by itself', () => {
    const status = (InstallValidationStatus: string): Comparison =>
      outcome({ versions: [version({ InstallValidationStatus })] });
    assert.deepEqual(codesOf(status('NAMESPACE_COLLISION')), ['blocked NAMESPACE_COLLISION']);
    assert.deepEqual(codesOf(status('SOMETHING_NEWER')), ['blocked SOMETHING_NEWER']);
    assert.deepEqual(codesOf(status('PACKAGE_UNAVAILABLE')), ['warning PACKAGE_UNAVAILABLE']);
    assert.equal(installOf(status('PACKAGE_UNAVAILABLE_ZIP')).waitingFor, 'PACKAGE_UNAVAILABLE_ZIP');
    assert.equal(installOf(status('NO_ERRORS_DETECTED')).waitingFor, undefined);
  });

  it('is refused as a beta in production even when Salesforce does not say so', () => {
    const config = aConfig({
      packages: [wanted],
      org: { name: 'production', kind: 'production', login: { kind: 'local' } }
    });
    const beta = orgWith({ versions: [version({ IsBeta: true })] });
    assert.deepEqual(codesOf(compare(packageVersion, config, beta)), ['blocked BETA_INSTALL_INTO_PRODUCTION_ORG']);
    assert.deepEqual(codesOf(outcome({ versions: [version({ IsBeta: true })] })), []);
  });

  it('may lack a base that this plan installs before it', () => {
    const second = aPackage({ id: '04tA0000000PygjIAC', name: 'SF_Contactual_Setup' });
    const answers = orgWith({
      versions: [
        version(),
        version({
          Id: second.id,
          SubscriberPackageId: '033A0000000AAAAIA2',
          InstallValidationStatus: 'PACKAGE_NOT_INSTALLED'
        })
      ]
    });
    const both = compare(packageVersion, aConfig({ packages: [wanted, second] }), answers);
    assert.deepEqual(
      both.changes.map(({ address }) => address),
      [`package ${wanted.id}`, `package ${second.id}`]
    );
    assert.deepEqual(both.findings, []);
    assert.deepEqual(codesOf(compare(packageVersion, aConfig({ packages: [second, wanted] }), answers)), [
      'blocked PACKAGE_NOT_INSTALLED'
    ]);
  });
});

describe('the questions about packages', () => {
  it('never hold an installation key, only its placeholder, one question for each locked package', () => {
    const locked = aPackage({ id: '04tA0000000PygjIAC', installationKey: { env: 'KEY' } });
    const questions = packageVersion.ask(aConfig({ packages: [wanted, locked] }));
    assert.deepEqual(
      questions.map(({ via }) => via),
      ['tooling', 'tooling', 'tooling', 'tooling', 'tooling']
    );
    assert.ok(
      questions.some((question) =>
        soqlOf(question).endsWith(
          "WHERE Id = '04tA0000000PygjIAC' AND InstallationKey = '{{installation-key:04tA0000000PygjIAC}}'"
        )
      )
    );
    assert.ok(questions.every((question) => !/SELECT [^F]*\bPassword\b/.test(soqlOf(question))));
    assert.deepEqual(packageVersion.ask(aConfig()), []);
  });

  it('blame the key when a locked package is refused', () => {
    const locked = aPackage({ installationKey: { env: 'KEY' } });
    const answers = answersOf({
      'package-version:installed': [],
      'package-version:running': [],
      [`package-version:version:${locked.id}`]: refused
    });
    assert.deepEqual(codesOf(compare(packageVersion, aConfig({ packages: [locked] }), answers)), [
      'blocked INSTALLATION_KEY_REFUSED'
    ]);
  });
});

describe('validation statuses', () => {
  it('all have a meaning and, unless nothing is wrong, a fix', () => {
    for (const [status, { severity, fix }] of Object.entries(validationMeanings)) {
      assert.equal(fix === '', severity === 'none', status);
      assert.deepEqual(validationMeaning(status), validationMeanings[status as keyof typeof validationMeanings]);
    }
  });
});

describe('version numbers', () => {
  it('compare part by part, not as text', () => {
    assert.ok(compareVersions([1, 10, 0, 0], [1, 9, 9, 9]) > 0);
    assert.ok(compareVersions([1, 2, 0, 3], [1, 2, 1, 0]) < 0);
    assert.equal(compareVersions([1, 2, 3, 4], [1, 2, 3, 4]), 0);
  });
});
