import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answersOf, codesOf, compare, refused } from '../../../test/fixtures/answers';
import { aConfig, aPackage } from '../../../test/fixtures/resolved-config';
import type { ResolvedScreenPopRule } from '../../config/resolved-config/phone-settings';
import type { Answer, OrgRecord } from '../question';
import { settingNames } from './setting-names';

const rule = (object: string, field: string): ResolvedScreenPopRule => ({
  name: 'ByPhone',
  label: 'By phone',
  attribute: 'caller-number',
  object,
  field,
  channels: [],
  moment: 'Accepted',
  oneMatch: 'Open',
  manyMatches: 'Chooser',
  noMatch: 'Nothing'
});
const origins = [
  { path: 'screenPop[0].object', value: '', origin: 'config/ringdown.yaml:9:20' },
  { path: 'screenPop[0].field', value: '', origin: 'config/ringdown.yaml:9:36' },
  { path: 'presence[0].status', value: '', origin: 'config/ringdown.yaml:12:14' }
];
const popping = (object: string, field: string) => aConfig({ screenPop: [rule(object, field)], origins });
const showing = (status: string) =>
  aConfig({ presence: [{ name: 'Ready', phoneState: 'ready', status, direction: 'Both' }], origins });

const named = (...names: readonly string[]): readonly OrgRecord[] =>
  names.map((QualifiedApiName) => ({ QualifiedApiName }));
const fields = (...names: readonly string[]): readonly OrgRecord[] => names.map((name) => ({ name }));
const notFound: Answer = { ok: false, code: 'NOT_FOUND', message: 'The requested resource does not exist' };
const contact = answersOf({
  'setting-names:objects': named('Contact'),
  'setting-names:fields:Contact': fields('Phone', 'MobilePhone', 'Region__c')
});
const objects = { 'setting-names:objects': named(), 'setting-names:all-objects': named('Account', 'Contact', 'Case') };
const statuses = answersOf({
  'setting-names:presence-statuses': [{ DeveloperName: 'Available' }, { DeveloperName: 'OnBreak' }]
});

describe('names of the org’s own things in the settings', () => {
  it('are asked for once each, and not at all where no setting mentions them', () => {
    const config = aConfig({
      screenPop: [rule('Contact', 'Phone'), rule('Contact', 'MobilePhone'), rule('Case', 'A')]
    });
    const questions = settingNames.ask(config);
    assert.equal(questions.length, 3);
    assert.equal(new Set(questions.map(({ id }) => id)).size, 3);
    assert.deepEqual(settingNames.ask(aConfig()), []);
    assert.deepEqual(settingNames.askMore?.(popping('Contact', 'Phone'), contact), []);
  });

  it('pass as the org spells them', () => {
    assert.deepEqual(codesOf(compare(settingNames, popping('Contact', 'Phone'), contact)), []);
    assert.deepEqual(codesOf(compare(settingNames, showing('OnBreak'), statuses)), []);
  });

  it('block with their place and the nearest right one: a field', () => {
    const { findings } = compare(settingNames, popping('Contact', 'Phnoe'), contact);
    const [finding] = findings;
    assert.deepEqual([findings.length, finding?.code, finding?.severity], [1, 'NAME_UNKNOWN', 'blocked']);
    assert.ok(
      finding !== undefined && finding.message.startsWith('config/ringdown.yaml:9:36 screenPop.ByPhone.field '),
      finding?.message ?? 'none'
    );
    assert.ok(finding.message.endsWith('got "Phnoe". Did you mean Phone?'), finding.message);
  });

  it('block with their place and the nearest right one: an object, and one whose capitals differ', () => {
    for (const object of ['Contcat', 'contact']) {
      const config = popping(object, 'Phone');
      const first = answersOf({ ...objects, [`setting-names:fields:${object}`]: notFound });
      assert.equal(settingNames.askMore?.(config, first).length, 1);
      const [finding] = compare(settingNames, config, first).findings;
      assert.ok(
        finding !== undefined && finding.message.startsWith('config/ringdown.yaml:9:20 '),
        finding?.message ?? 'none'
      );
      assert.ok(finding.message.endsWith('Did you mean Contact?'), finding.message);
    }
  });

  it('block with their place and the nearest right one: a presence status', () => {
    const [finding] = compare(settingNames, showing('OnBreaks'), statuses).findings;
    assert.ok(
      finding !== undefined && finding.message.startsWith('config/ringdown.yaml:12:14 presence.ready '),
      finding?.message ?? 'none'
    );
    assert.ok(finding.message.endsWith('Did you mean OnBreak?'), finding.message);
    assert.equal(compare(settingNames, showing('Zzz'), statuses).findings[0]?.message.includes('mean'), false);
  });

  it('say that the org has no Omni-Channel, and what it does not show', () => {
    const off = answersOf({ 'setting-names:presence-statuses': refused });
    assert.deepEqual(codesOf(compare(settingNames, showing('Available'), off)), ['blocked OMNI_CHANNEL_OFF']);
    const unseen = answersOf({ 'setting-names:presence-statuses': { ...refused, code: 'INVALID_FIELD' } as Answer });
    assert.deepEqual(codesOf(compare(settingNames, showing('Available'), unseen)), ['blocked ORG_UNREADABLE']);
  });

  it('wait for a package that may bring them, but not when they are like a name that the org has', () => {
    const pending = { packagesPending: true };
    const field = (name: string) => compare(settingNames, popping('Contact', name), contact, pending);
    assert.deepEqual(codesOf(field('vend__Number__c')), []);
    assert.equal(field('vend__Number__c').recheckAfterInstall, true);
    assert.deepEqual(codesOf(field('Account_Number__c')), []);
    assert.deepEqual(codesOf(field('Regoin__c')), ['blocked NAME_UNKNOWN']);
    assert.deepEqual(codesOf(field('Fax')), ['blocked NAME_UNKNOWN']);
    const status = (name: string) =>
      compare(settingNames, { ...showing(name), packages: [aPackage()] }, statuses, pending);
    assert.deepEqual(codesOf(status('VendorBusy')), []);
    assert.deepEqual(codesOf(status('Availble')), ['blocked NAME_UNKNOWN']);
  });

  it('are not judged by an object that shows no fields, or an org that does not list its objects', () => {
    const silent = answersOf({ 'setting-names:objects': named('Contact'), 'setting-names:fields:Contact': notFound });
    assert.deepEqual(codesOf(compare(settingNames, popping('Contact', 'Phone'), silent)), []);
    const unlisted = answersOf({ 'setting-names:objects': refused, 'setting-names:fields:Contact': fields('Phone') });
    assert.deepEqual(codesOf(compare(settingNames, popping('Contact', 'Phone'), unlisted)), []);
  });
});
