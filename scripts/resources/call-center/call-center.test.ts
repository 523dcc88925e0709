import assert from 'node:assert/strict';
import { answersOf, codesOf, compare, refused } from '../../../test/fixtures/answers';
import { aConfig, openCtiCallCenter, voiceCallCenter } from '../../../test/fixtures/resolved-config';
import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { Change, DeployComponent } from '../change';
import type { Answers } from '../question';
import { buildDefinition } from './build-definition';
import { callCenter } from './call-center';
import { writeCustomSettings, type CallCenterDefinition } from './definition';
import { readMetadataCallCenter, writeMetadataCallCenter } from './metadata-dialect';

/** What an org answers that holds this definition. */
function orgWith(definition: CallCenterDefinition): Answers {
  const { fullName, displayName, adapterUrl, customSettings } = definition;
  const xml = writeMetadataCallCenter(definition).replace(/^[^>]*>\s*<CallCenter[^>]*>|<\/CallCenter>\s*$/g, '');
  return answersOf({
    'call-center:rows': [
      {
        Id: '04v000000000001AAA',
        Name: displayName,
        InternalName: fullName,
        AdapterUrl: adapterUrl,
        CustomSettings: customSettings && writeCustomSettings(customSettings)
      }
    ],
    'call-center:metadata': [{ fullName, xml }]
  });
}

const empty = answersOf({ 'call-center:rows': [] });
const configWith = (wanted: ResolvedCallCenter): ReturnType<typeof aConfig> => aConfig({ callCenters: [wanted] });

function deployed([change]: readonly Change[]): DeployComponent {
  assert.ok(change?.kind === 'deploy-component');
  return change;
}

function fieldsOf({ details }: Change): readonly string[] {
  return details.map(({ field }) => field);
}

describe('an own call center', () => {
  const wanted = openCtiCallCenter();
  const desired = buildDefinition(wanted);

  it('is created whole where there is none, with the import file for an org that refuses it', () => {
    const { changes, findings } = compare(callCenter, configWith(wanted), empty);
    const change = deployed(changes);
    assert.deepEqual(
      [change.action, change.phase, change.component.path],
      ['create', 'metadata', 'callCenters/Support8x8.callCenter']
    );
    assert.equal(change.component.content, writeMetadataCallCenter(desired));
    assert.equal(change.byHand?.file?.name, 'Support8x8.import.xml');
    assert.deepEqual(findings, []);
  });

  it('is left alone when it is as configured', () => {
    const { changes, findings, holds } = compare(callCenter, configWith(wanted), orgWith(desired));
    assert.deepEqual([changes, findings], [[], []]);
    assert.ok(holds[0]?.includes(wanted.adapterUrl));
  });

  it('is left alone when the org only orders it differently', () => {
    const shuffled = {
      ...desired,
      sections: [...desired.sections].reverse().map((section) => ({ ...section, items: [...section.items].reverse() }))
    };
    assert.deepEqual(compare(callCenter, configWith(wanted), orgWith(shuffled)).changes, []);
  });

  it('is updated with every differing value named, before and after', () => {
    const production = buildDefinition({ ...wanted, adapterUrl: wanted.adapterUrl.replace('&sandbox=true', '') });
    const change = deployed(compare(callCenter, configWith(wanted), orgWith(production)).changes);
    assert.equal(change.action, 'update');
    assert.deepEqual(fieldsOf(change), ['adapterUrl', 'reqGeneralInfo/reqAdapterUrl']);
    assert.deepEqual(change.details[0], {
      field: 'adapterUrl',
      before: production.adapterUrl,
      after: desired.adapterUrl
    });
  });

  it('loses what somebody added in Setup', () => {
    const added = {
      ...desired,
      sections: [...desired.sections, { name: 'extra', label: 'Extra', items: [{ name: 'a', label: 'a', value: 'b' }] }]
    };
    const change = deployed(compare(callCenter, configWith(wanted), orgWith(added)).changes);
    assert.deepEqual(fieldsOf(change), ['extra label', 'extra/a', 'extra/a label']);
    assert.ok(!change.component.content.includes('extra'));
  });

  it('is compared by its row when the org does not return its definition', () => {
    const rows = orgWith(desired).get('call-center:rows');
    assert.ok(rows);
    const unread = answersOf({ 'call-center:rows': rows, 'call-center:metadata': refused });
    const comparison = compare(callCenter, configWith(wanted), unread);
    assert.deepEqual([comparison.changes, codesOf(comparison)], [[], ['warning CALL_CENTER_UNREAD']]);
    const other = configWith({ ...wanted, adapterUrl: 'https://other.example.com/' });
    const [change] = compare(callCenter, other, unread).changes;
    // A deploy would wipe what nobody has read.
    assert.ok(change?.kind === 'ask-person');
    assert.ok(change.work.steps.some((step) => step.includes('https://other.example.com/')));
  });

  it('is not taken for missing when the org refuses to show its call centers', () => {
    const comparison = compare(callCenter, configWith(wanted), answersOf({ 'call-center:rows': refused }));
    assert.deepEqual([comparison.changes, codesOf(comparison)], [[], ['blocked ORG_UNREADABLE']]);
  });

  it('is blocked when it breaks a rule', () => {
    const comparison = compare(callCenter, configWith({ ...wanted, adapterUrl: 'http://plain.example.com' }), empty);
    assert.deepEqual([comparison.changes, codesOf(comparison)], [[], ['blocked CALL_CENTER_RULE']]);
  });

  it('has its metadata asked for only when it exists', () => {
    assert.deepEqual(callCenter.askMore?.(configWith(wanted), empty), []);
    const [question] = callCenter.askMore?.(configWith(wanted), orgWith(desired)) ?? [];
    assert.ok(question?.via === 'metadata');
    assert.deepEqual(question.fullNames, ['Support8x8']);
  });
});

describe('a packaged call center', () => {
  const wanted = openCtiCallCenter({ origin: 'packaged', standby: undefined, dialing: undefined, sections: [] });
  const packaged: CallCenterDefinition = {
    fullName: wanted.internalName,
    adapterUrl: 'https://vcc-naX.8x8.com/AGUI/loginSSO2.php?tenant=yourtenantname',
    customSettings: new Map([
      ['reqSoftphoneHeight', '60'],
      ['reqSoftphoneWidth', '200'],
      ['reqUseApi', 'true']
    ]),
    displayName: '8x8 Virtual Call Center',
    displayNameLabel: 'Shown as',
    internalNameLabel: 'Name',
    sections: [
      {
        name: 'reqGeneralInfo',
        label: 'Allgemein',
        items: [
          {
            name: 'reqAdapterUrl',
            label: 'URL',
            value: 'https://vcc-naX.8x8.com/AGUI/loginSSO2.php?tenant=yourtenantname'
          },
          { name: 'reqUseApi', label: 'API', value: 'true' },
          { name: 'reqSoftphoneHeight', label: 'H', value: '60' },
          { name: 'reqSoftphoneWidth', label: 'W', value: '200' },
          { name: 'vendorOnly', label: 'V', value: 'v' }
        ]
      }
    ],
    statusMaps: []
  };

  it('gets our values and keeps its own fields, labels and names', () => {
    const comparison = compare(callCenter, configWith(wanted), orgWith(packaged));
    const change = deployed(comparison.changes);
    const written = readMetadataCallCenter(change.component.content, wanted.internalName);
    assert.ok(written.ok);
    const items = written.definition.sections[0]?.items ?? [];
    assert.deepEqual(
      items.map(({ name, label }) => `${name} ${label}`),
      ['reqAdapterUrl URL', 'reqUseApi API', 'reqSoftphoneHeight H', 'reqSoftphoneWidth W', 'vendorOnly V']
    );
    assert.deepEqual(
      items.map(({ value }) => value),
      [wanted.adapterUrl, 'true', '300', '500', 'v']
    );
    assert.equal(written.definition.internalNameLabel, 'Name');
    assert.deepEqual(
      [...(written.definition.customSettings ?? [])],
      [
        ['reqSoftphoneHeight', '300'],
        ['reqSoftphoneWidth', '500'],
        ['reqUseApi', 'true']
      ]
    );
    assert.ok(change.byHand?.steps.some((step) => step.includes(wanted.adapterUrl)));
    // It came without a compatibility mode, and no field can be added to it.
    assert.deepEqual(codesOf(comparison), ['warning PACKAGED_CALL_CENTER_FIELDS']);
  });

  it('is left alone once it has our values', () => {
    const first = deployed(compare(callCenter, configWith(wanted), orgWith(packaged)).changes);
    const reading = readMetadataCallCenter(first.component.content, wanted.internalName);
    assert.ok(reading.ok);
    assert.deepEqual(compare(callCenter, configWith(wanted), orgWith(reading.definition)).changes, []);
  });

  it('is planned, to be compared again, while its package is still to be installed', () => {
    const comparison = compare(callCenter, configWith(wanted), empty, { packagesPending: true });
    assert.equal(deployed(comparison.changes).action, 'update');
    assert.equal(comparison.recheckAfterInstall, true);
  });

  it('is blocked when it is missing and no package is pending', () => {
    const comparison = compare(callCenter, configWith(wanted), empty);
    assert.deepEqual([comparison.changes, codesOf(comparison)], [[], ['blocked PACKAGED_CALL_CENTER_MISSING']]);
  });
});

describe('a contact center of Voice', () => {
  const wanted = voiceCallCenter();
  const desired = buildDefinition(wanted);

  it('is deployed after its vendor info', () => {
    assert.equal(deployed(compare(callCenter, configWith(wanted), empty).changes).phase, 'contact-center');
  });

  it('is left alone when the platform folded its names away and added what it knows from the vendor info', () => {
    const returned: CallCenterDefinition = {
      ...desired,
      version: '1',
      customSettings: new Map([
        ...(desired.customSettings ?? []),
        ['messageBridgeComponentFqn', 'ns:lwcBridge'],
        ['vendorInfoApiName', 'c__AcmeTelephony']
      ]),
      sections: desired.sections.map((section) =>
        section.name === 'reqGeneralInfo'
          ? {
              ...section,
              items: [
                ...section.items.filter(({ name }) => name === 'reqVendorInfoApiName'),
                { name: 'reqVersion', label: 'Version', value: '1.0' }
              ]
            }
          : section
      )
    };
    assert.deepEqual(compare(callCenter, configWith(wanted), orgWith(returned)).changes, []);
    const moved = configWith({ ...wanted, loginUrl: 'https://login.example.com/' });
    const change = deployed(compare(callCenter, moved, orgWith(returned)).changes);
    assert.deepEqual(fieldsOf(change), ['customSettings.scvVendorLoginUrl']);
    assert.ok(change.component.content.includes('messageBridgeComponentFqn'));
  });

  it('has no login page with single sign-on', () => {
    assert.equal(buildDefinition({ ...wanted, singleSignOn: true }).customSettings?.has('scvVendorLoginUrl'), false);
  });
});
