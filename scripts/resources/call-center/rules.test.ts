import assert from 'node:assert/strict';
import { openCtiCallCenter, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import type { ResolvedCallCenter, SoftphoneMode } from '../../config/resolved-config/call-center';
import { buildDefinition } from './build-definition';
import { itemValue } from './definition';
import { findBrokenRules } from './rules';
import { secretProblem } from './secrets';

const brokenAt = (given: Partial<ResolvedCallCenter>): readonly string[] =>
  findBrokenRules(buildDefinition(openCtiCallCenter(given))).map(({ at }) => at);
const section = (name: string, items: readonly (readonly [string, string])[] = []): ResolvedCallCenter['sections'] => [
  { name, label: name, items: items.map(([item, value]) => ({ name: item, label: item, value })) }
];

describe('the rules of a call center', () => {
  it('are kept by what is built for both kinds', () => {
    assert.deepEqual(brokenAt({}), []);
    assert.deepEqual(findBrokenRules(buildDefinition(voiceCallCenter())), []);
    assert.deepEqual(findBrokenRules(buildDefinition(voiceCallCenter({ singleSignOn: true }))), []);
  });

  it('make items and customSettings say the same', () => {
    const definition = buildDefinition(openCtiCallCenter());
    for (const [key, value] of definition.customSettings ?? [])
      assert.equal(itemValue(definition, 'reqGeneralInfo', key), value);
    const split = {
      ...definition,
      customSettings: new Map([...(definition.customSettings ?? []), ['reqStandbyUrl', 'https://other.example.com/']])
    };
    assert.deepEqual(
      findBrokenRules(split).map(({ at }) => at),
      ['reqStandbyUrl']
    );
    assert.deepEqual(
      findBrokenRules({ ...definition, adapterUrl: 'https://other.example.com/' }).map(({ at }) => at),
      ['adapterUrl']
    );
  });

  it('bound the softphone: height 240 to 2560, width 200 to 1920, whole pixels', () => {
    const size = (height: number, width: number): readonly string[] =>
      brokenAt({ softphone: { height, width, mode: 'Lightning' } });
    assert.deepEqual([size(240, 200), size(2560, 1920)], [[], []]);
    assert.deepEqual(size(239, 199), ['reqSoftphoneHeight', 'reqSoftphoneWidth']);
    assert.deepEqual(size(2561, 1921), ['reqSoftphoneHeight', 'reqSoftphoneWidth']);
    assert.deepEqual(size(300.5, Number.NaN), ['reqSoftphoneHeight', 'reqSoftphoneWidth']);
  });

  it('want the standby URL and its timeout together or not at all', () => {
    assert.deepEqual(brokenAt({ standby: undefined }), []);
    const definition = buildDefinition(openCtiCallCenter());
    const without = (key: string): readonly string[] =>
      findBrokenRules({
        ...definition,
        customSettings: new Map([...(definition.customSettings ?? [])].filter(([name]) => name !== key))
      }).map(({ at }) => at);
    assert.deepEqual([without('reqTimeout'), without('reqStandbyUrl')], [['reqStandbyUrl'], ['reqStandbyUrl']]);
    assert.deepEqual(brokenAt({ standby: { url: 'https://a.example/', timeoutMilliseconds: 0 } }), ['reqTimeout']);
  });

  it('take https pages and Visualforce pages, nothing else', () => {
    for (const adapterUrl of ['https://a.example/x?y=1&z=2', '/apex/Softphone', '/apex/ns__Softphone?a=b'])
      assert.deepEqual(brokenAt({ adapterUrl }), []);
    for (const adapterUrl of [
      'http://a.example/',
      'softphone.html',
      '//a.example',
      '/softphone',
      'javascript:alert(1)',
      'https://',
      'https://a b',
      ''
    ]) {
      assert.deepEqual(brokenAt({ adapterUrl }), ['adapterUrl'], adapterUrl);
    }
  });

  it('bound names: letters and digits, 40 of them, no req, none of the reserved words, none twice', () => {
    for (const internalName of ['A', 'a1', 'A'.repeat(40)]) assert.deepEqual(brokenAt({ internalName }), []);
    for (const internalName of ['', '1a', 'a_b', 'a b', 'é', 'A'.repeat(41)])
      assert.deepEqual(brokenAt({ internalName }), ['internalName'], internalName);
    for (const name of ['label', 'sortOrder', 'reqMine', 'a_b', 'a'.repeat(41), 'reqGeneralInfo']) {
      assert.ok(brokenAt({ sections: section(name) }).includes(name), name);
    }
    assert.deepEqual(
      brokenAt({
        sections: section('own', [
          ['reqMine', '1'],
          ['two', '1'],
          ['two', '1']
        ])
      }),
      ['own/two', 'own/reqMine']
    );
    assert.deepEqual(brokenAt({ displayName: 'x'.repeat(81) }), ['displayName']);
    assert.deepEqual(brokenAt({ displayName: ' ' }), ['displayName']);
  });

  it('bound sections to 500 and items to 1,000', () => {
    const many = Array.from({ length: 1001 }, (_, index) => [`i${index}`, ''] as const);
    assert.deepEqual(brokenAt({ sections: section('own', many) }), ['own']);
    assert.deepEqual(brokenAt({ sections: Array.from({ length: 499 }, (_, index) => section(`s${index}`)).flat() }), [
      'sections'
    ]);
  });

  it('want the full name of the vendor info for Voice', () => {
    const { voice } = voiceCallCenter();
    assert.deepEqual(
      findBrokenRules(buildDefinition(voiceCallCenter({ voice: undefined }))).map(({ at }) => at),
      ['reqVendorInfoApiName']
    );
    const packaged = voice && { ...voice, vendorInfoNamespace: 'acme' };
    assert.deepEqual(findBrokenRules(buildDefinition(voiceCallCenter({ voice: packaged }))), []);
  });

  it('keep Voice out of Salesforce Classic, where it does not run', () => {
    const broken = (mode: SoftphoneMode, kind = voiceCallCenter): readonly string[] =>
      findBrokenRules(buildDefinition(kind({ softphone: { height: 300, width: 500, mode } }))).map(({ at }) => at);
    assert.deepEqual(broken('Classic'), ['reqSalesforceCompatibilityMode']);
    assert.deepEqual([broken('Lightning'), broken('Classic_and_Lightning')], [[], []]);
    assert.deepEqual(broken('Classic', openCtiCallCenter), []);
  });

  it('refuse secrets, which every rep could read, and characters that XML cannot hold', () => {
    assert.deepEqual(
      brokenAt({
        sections: section('own', [
          ['password', 'x'],
          ['emptyToken', ''],
          ['fine', 'x']
        ])
      }),
      ['own/password']
    );
    assert.deepEqual(brokenAt({ sections: section('own', [['note', 'bell\u0007']]) }), ['own/note']);
    const secrets = [
      ['apiKey', 'x'],
      ['clientSecret', 'x'],
      ['note', '-----BEGIN RSA PRIVATE KEY-----\nMII'],
      ['note', '00D000000000001!AQ.abcdefghijklmnopqrstuv'],
      ['note', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0xx.sig'],
      ['adapterUrl', 'https://user:pass@a.example/'],
      ['adapterUrl', 'https://a.example/?access_token=abc'],
      ['note', 'force://PlatformCLI::5Aep861@a.my.salesforce.com']
    ] as const;
    for (const [name, value] of secrets) assert.ok(secretProblem(name, value), `${name} ${value}`);
    for (const [name, value] of [
      ['tenant', 'AcmeJets'],
      ['certificate', '-----BEGIN CERTIFICATE-----\nMII'],
      ['adapterUrl', 'https://a.example/?tenant=b']
    ] as const) {
      assert.equal(secretProblem(name, value), undefined);
    }
  });
});
