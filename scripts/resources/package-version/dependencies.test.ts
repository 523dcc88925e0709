import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused, soqlOf } from '../../../test/fixtures/answers';
import { aConfig, aPackage } from '../../../test/fixtures/resolved-config';
import type { ResolvedPackage } from '../../config/resolved-config/packages';
import type { Answer, Answers, OrgRecord } from '../question';
import { packageVersion } from './package-version';

const baseId = '04t000000000B12AAA';
const basePackage = '033000000000B00AAA';
const base = aPackage({ id: baseId, name: 'Base' });
const wanted = aPackage({ id: '04t000000000E10AAA', name: 'Extension' });

const versionRow = (Id: string, SubscriberPackageId: string, minor: number, given: OrgRecord = {}): OrgRecord => ({
  Id,
  Name: 'Winter',
  SubscriberPackageId,
  MajorVersion: 1,
  MinorVersion: minor,
  PatchVersion: 0,
  BuildNumber: 1,
  IsBeta: false,
  InstallValidationStatus: 'NO_ERRORS_DETECTED',
  ...given
});
const extensionRow = versionRow(wanted.id, '033000000000E00AAA', 0);
const baseRow = versionRow(baseId, basePackage, 2);
const needsBase: OrgRecord = {
  Id: wanted.id,
  Dependencies: { ids: [{ subscriberPackageVersionId: '04t000000000B12' }] }
};
const installed = (row: OrgRecord): OrgRecord => ({
  SubscriberPackageId: row['SubscriberPackageId'],
  SubscriberPackageVersion: row
});

function orgWith(given: Readonly<Record<string, readonly OrgRecord[] | Answer>> = {}): Answers {
  return answersOf({
    'package-version:installed': [],
    'package-version:running': [],
    'package-version:versions': [extensionRow, baseRow],
    'package-version:dependencies': [needsBase, { Id: baseId, Dependencies: null }],
    ...given
  });
}

const codes = (packages: readonly ResolvedPackage[], answers: Answers): readonly string[] =>
  codesOf(compare(packageVersion, aConfig({ packages }), answers));

describe('what a package needs', () => {
  it('blocks when it is neither installed nor installed before, and is named', () => {
    const answers = orgWith({ 'package-version:bases': [baseRow] });
    const { findings } = compare(packageVersion, aConfig({ packages: [wanted] }), answers);
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['PACKAGE_DEPENDENCY_MISSING', 'blocked']]
    );
    assert.ok(findings[0]?.message.includes('Winter 1.2.0.1 (04t000000000B12)'));
  });

  it('may be installed, in that version or a newer one of the same package', () => {
    const bases = { 'package-version:bases': [baseRow] };
    const having = (row: OrgRecord): readonly string[] =>
      codes([wanted], orgWith({ ...bases, 'package-version:installed': [installed(row)] }));
    assert.deepEqual(having(baseRow), []);
    assert.deepEqual(having(versionRow('04t000000000B13AAA', basePackage, 3)), []);
    assert.deepEqual(having(versionRow('04t000000000B11AAA', basePackage, 1)), ['blocked PACKAGE_DEPENDENCY_MISSING']);
    assert.deepEqual(having(versionRow('04t000000000X13AAA', '033000000000X00AAA', 3)), [
      'blocked PACKAGE_DEPENDENCY_MISSING'
    ]);
  });

  it('may come earlier in the plan; what comes later is to be listed under dependsOn', () => {
    assert.deepEqual(codes([base, wanted], orgWith()), []);
    const { findings } = compare(packageVersion, aConfig({ packages: [wanted, base] }), orgWith());
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['PACKAGE_DEPENDENCY_MISSING', 'blocked']]
    );
    assert.ok(findings[0]?.fix.includes('dependsOn of Extension'));
  });

  it('may come as a newer version earlier in the plan', () => {
    const newer = aPackage({ id: '04t000000000B13AAA', name: 'Base' });
    const rows = [extensionRow, versionRow(newer.id, basePackage, 3)];
    const answers = orgWith({ 'package-version:versions': rows, 'package-version:bases': [baseRow] });
    assert.deepEqual(codes([newer, wanted], answers), []);
  });

  it('is said once, in the place of Salesforce’s own status', () => {
    const status = { ...extensionRow, InstallValidationStatus: 'PACKAGE_NOT_INSTALLED' };
    const answers = orgWith({ 'package-version:versions': [status], 'package-version:bases': [baseRow] });
    assert.deepEqual(codes([wanted], answers), ['blocked PACKAGE_DEPENDENCY_MISSING']);
  });

  it('is a warning when the org does not tell which package it is of, and nothing when it does not tell what is needed', () => {
    const untold = orgWith({ 'package-version:versions': [extensionRow], 'package-version:bases': refused });
    assert.deepEqual(codes([wanted], untold), ['warning PACKAGE_DEPENDENCY_MISSING']);
    assert.deepEqual(codes([wanted], orgWith({ 'package-version:dependencies': refused })), []);
    assert.deepEqual(codes([wanted], orgWith({ 'package-version:dependencies': [{ Id: wanted.id }] })), []);
  });

  it('is read from the row of a locked package', () => {
    const locked = aPackage({ ...wanted, installationKey: { env: 'KEY' } });
    const answers = answersOf({
      'package-version:installed': [],
      'package-version:running': [],
      [`package-version:version:${locked.id}`]: [{ ...extensionRow, ...needsBase }],
      'package-version:bases': [baseRow]
    });
    assert.deepEqual(codes([locked], answers), ['blocked PACKAGE_DEPENDENCY_MISSING']);
  });

  it('is looked up only when it is neither installed nor of the configuration', () => {
    const ask = (packages: readonly ResolvedPackage[], answers: Answers): readonly string[] =>
      (packageVersion.askMore?.(aConfig({ packages }), answers) ?? []).map(soqlOf);
    assert.equal(ask([wanted], orgWith()).length, 1);
    assert.match(ask([wanted], orgWith())[0] ?? '', /WHERE Id IN \('04t000000000B12'\)$/);
    assert.deepEqual(ask([wanted, base], orgWith()), []);
    assert.deepEqual(ask([wanted], orgWith({ 'package-version:installed': [installed(baseRow)] })), []);
    assert.deepEqual(ask([wanted], orgWith({ 'package-version:installed': [installed(extensionRow)] })), []);
  });
});
