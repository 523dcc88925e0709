import assert from 'node:assert/strict';
import { answersOf, codesOf, compare } from '../../../test/fixtures/answers';
import { aConfig, openCtiCallCenter, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { ResolvedRingdown, SourcePackage } from '../../config/resolved-config/packages';
import { buildDefinition } from './build-definition';
import { callCenter } from './call-center';
import { itemValue, type CallCenterDefinition } from './definition';
import { readImportCallCenter } from './import-dialect';
import { withLabelNamespace } from './label-namespace';
import { readMetadataCallCenter, writeMetadataCallCenter } from './metadata-dialect';

const ours = voiceCallCenter({
  sessionPages: {
    service: 'https://voice.example.com',
    loginFrameHeight: 350,
    orgsFile: 'session-service.json',
    adminToken: { env: 'RINGDOWN_ADMIN_TOKEN' }
  }
});

function packageWith(type: string): SourcePackage {
  const members = [{ type, fullName: 'VoiceServerLost' }];
  return { name: 'voice', hash: '', members, files: [], testClasses: [], hasApex: false };
}

const released: ResolvedRingdown = { namespace: 'acmephone', release: '0.1.0', packages: [] };
const fromSource: ResolvedRingdown = { namespace: '', packages: [packageWith('CustomLabel')] };

function namespaceIn(definition: CallCenterDefinition): string | undefined {
  return itemValue(definition, 'ringdown', 'labelNamespace');
}

const namespaceFor = (wanted: ResolvedCallCenter, ringdown?: ResolvedRingdown): string | undefined =>
  namespaceIn(buildDefinition(withLabelNamespace(wanted, { ringdown })));

describe('the namespace of our labels in a contact center', () => {
  it('is that of the release, and c where the package comes from source', () => {
    assert.equal(namespaceFor(ours, released), 'acmephone');
    assert.equal(namespaceFor(ours, fromSource), 'c');
  });

  it('is in a call center of Open CTI where the package says who the rep is', () => {
    const openCti = openCtiCallCenter({ sessionPages: ours.sessionPages! });
    assert.equal(namespaceFor(openCti, released), 'acmephone');
    const members = [{ type: 'ApexClass', fullName: 'PhoneUser' }];
    assert.equal(namespaceFor(openCti, { namespace: '', packages: [{ ...packageWith('ApexClass'), members }] }), 'c');
    assert.equal(namespaceFor(openCti, fromSource), undefined);
  });

  it('comes with the country of numbers, which a softphone asks for elsewhere', () => {
    const logging = { defaultCountry: 'GB', channels: [] };
    const countryFor = (wanted: ResolvedCallCenter): string | undefined =>
      itemValue(buildDefinition(withLabelNamespace(wanted, { ringdown: released, logging })), 'ringdown', 'country');
    assert.equal(countryFor(ours), 'GB');
    assert.equal(countryFor(openCtiCallCenter({ sessionPages: ours.sessionPages! })), undefined);
  });

  it('comes with the presence map, of which a component of a softphone reads the records', () => {
    const presence = [
      { name: 'available', phoneState: 'available', status: 'Available', direction: 'Both' },
      { name: 'lunch', phoneState: 'Lunch break', status: 'OnBreak', direction: 'ToSalesforce' }
    ] as const;
    const rowsFor = (wanted: ResolvedCallCenter): readonly (string | undefined)[] => {
      const definition = buildDefinition(withLabelNamespace(wanted, { ringdown: released, presence }));
      return [1, 2, 3].map((place) => itemValue(definition, 'ringdown', `presence${place}`));
    };
    assert.deepEqual(rowsFor(ours), ['available Both Available', 'Lunch break ToSalesforce OnBreak', undefined]);
    const openCti = openCtiCallCenter({ sessionPages: ours.sessionPages! });
    assert.deepEqual(rowsFor(openCti), [undefined, undefined, undefined]);
  });

  it('is put right in the org where the presence map has changed, and a row too many is taken out', () => {
    const row = { name: 'available', phoneState: 'available', status: 'Available', direction: 'Both' } as const;
    const before = {
      ringdown: released,
      presence: [row, { ...row, name: 'busy', phoneState: 'busy', status: 'Busy' }]
    };
    const config = aConfig({
      callCenters: [ours],
      ringdown: released,
      presence: [{ ...row, direction: 'ToPhone' }]
    });
    const [change] = compare(callCenter, config, orgWith(buildDefinition(withLabelNamespace(ours, before)))).changes;
    assert.deepEqual(
      change?.details.map(({ field, before, after }) => [field, before, after]),
      [
        ['ringdown/presence1', 'available Both Available', 'available ToPhone Available'],
        ['ringdown/presence2', 'busy Both Busy', undefined],
        ['ringdown/presence2 label', 'Presence 2', undefined]
      ]
    );
  });

  it('is left out where the pages are not ours', () => {
    assert.equal(namespaceFor(voiceCallCenter(), released), undefined);
  });

  it('is left out where this file installs no labels of ours', () => {
    assert.equal(namespaceFor(ours), undefined);
    assert.equal(namespaceFor(ours, { namespace: 'acmephone', packages: [] }), undefined);
    assert.equal(namespaceFor(ours, { namespace: '', packages: [packageWith('ApexClass')] }), undefined);
  });

  it('is written in both forms, and changes nothing once the org has it', () => {
    const config = aConfig({ callCenters: [ours], ringdown: released });
    const [change] = compare(callCenter, config, answersOf({ 'call-center:rows': [] })).changes;
    assert.ok(change?.kind === 'deploy-component');
    const metadata = readMetadataCallCenter(change.component.content, ours.internalName);
    const imported = readImportCallCenter(change.byHand?.file?.content ?? '');
    assert.ok(metadata.ok && imported.ok);
    assert.deepEqual(
      [metadata, imported].map(({ definition }) => namespaceIn(definition)),
      ['acmephone', 'acmephone']
    );
    assert.deepEqual(compare(callCenter, config, orgWith(metadata.definition)).changes, []);
  });

  it('is added to a contact center that was set up without it', () => {
    const config = aConfig({ callCenters: [ours], ringdown: fromSource });
    const [change] = compare(callCenter, config, orgWith(buildDefinition(ours))).changes;
    assert.deepEqual(
      change?.details.map(({ field }) => field),
      ['ringdown label', 'ringdown/labelNamespace', 'ringdown/labelNamespace label']
    );
  });

  it('is not mixed with a section of the same name that the file has', () => {
    const sections = [{ name: 'ringdown', label: 'Ours', items: [] }];
    const config = aConfig({ callCenters: [{ ...ours, sections }], ringdown: released });
    const comparison = compare(callCenter, config, answersOf({ 'call-center:rows': [] }));
    assert.deepEqual([comparison.changes, codesOf(comparison)], [[], ['blocked CALL_CENTER_RULE']]);
  });
});

/** What an org answers that holds this definition. */
function orgWith(definition: CallCenterDefinition): ReturnType<typeof answersOf> {
  const { fullName } = definition;
  const xml = writeMetadataCallCenter(definition).replace(/^[^>]*>\s*<CallCenter[^>]*>|<\/CallCenter>\s*$/g, '');
  return answersOf({
    'call-center:rows': [{ Id: '04v000000000001AAA', InternalName: fullName }],
    'call-center:metadata': [{ fullName, xml }]
  });
}
