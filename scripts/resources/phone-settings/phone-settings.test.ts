import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aConfig } from '../../../test/fixtures/resolved-config';
import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedRingdown, SourcePackage } from '../../config/resolved-config/packages';
import type { ResolvedScreenPopRule } from '../../config/resolved-config/phone-settings';
import type { DeployComponent } from '../change';
import type { Answer, Answers, OrgRecord } from '../question';
import type { Comparison } from '../resource';
import { customMetadataFile } from '../package-source/package-files';
import { phoneSettings } from './phone-settings';
import { recordsId, recordTypes, type RecordType } from './record-rows';

const ringdown: ResolvedRingdown = { namespace: '', packages: [] };
const rule: ResolvedScreenPopRule = {
  name: 'ByNumber',
  label: 'By number',
  attribute: 'caller-number',
  object: 'Contact',
  field: 'Phone',
  channels: ['Phone', 'SMS'],
  moment: 'Accepted',
  oneMatch: 'Open',
  manyMatches: 'Chooser',
  noMatch: 'Nothing'
};
const outcome = {
  name: 'Sold',
  label: 'Sold',
  value: 'Sold',
  channels: [],
  requiresNotes: true,
  followUpDays: 3
} as const;

const ruleRow = (given: OrgRecord = {}): OrgRecord => ({
  DeveloperName: 'Ringdown_ByNumber',
  NamespacePrefix: null,
  MasterLabel: 'By number',
  AgentGroup__c: null,
  Attribute__c: 'caller-number',
  Channels__c: 'Phone;SMS',
  FieldName__c: 'Phone',
  IsActive__c: true,
  ManyMatches__c: 'Chooser',
  Moment__c: 'Accepted',
  NoMatch__c: 'Nothing',
  OneMatch__c: 'Open',
  Order__c: 10,
  SObjectName__c: 'Contact',
  ...given
});
const outcomeRow = (given: OrgRecord = {}): OrgRecord => ({
  DeveloperName: 'Ringdown_Sold',
  MasterLabel: 'Sold',
  IsActive__c: true,
  Order__c: 10,
  RequiresNotes__c: true,
  Value__c: 'Sold',
  FollowUpDays__c: 3,
  ...given
});

type Rows = Readonly<Partial<Record<RecordType, readonly OrgRecord[]>>>;

function compare(given: Partial<ResolvedConfig>, rows: Rows = {}, packagesPending = false): Comparison {
  const answers: Answers = new Map(
    recordTypes.map((type): [string, Answer] => [recordsId(type), { ok: true, records: rows[type] ?? [] }])
  );
  return phoneSettings.compare({ config: aConfig({ ringdown, ...given }), answers, now: 0, packagesPending });
}

const files = ({ changes }: Comparison): readonly DeployComponent[] =>
  changes.flatMap((change) => (change.kind === 'deploy-component' ? [change] : []));
const names = (comparison: Comparison): readonly string[] =>
  files(comparison).map(({ action, component }) => `${action} ${component.fullName}`);

describe('settings of the phone', () => {
  it('say nothing where the file says nothing', () => {
    assert.deepEqual(compare({}), { changes: [], findings: [], holds: [] });
    assert.deepEqual(phoneSettings.ask(aConfig()), []);
  });

  it('create what is not there, change what differs, and leave alone what is as it should be', () => {
    assert.deepEqual(names(compare({ screenPop: [rule] })), ['create ScreenPopRule.Ringdown_ByNumber']);
    const held = compare({ screenPop: [rule] }, { ScreenPopRule: [ruleRow()] });
    assert.deepEqual(held.changes, []);
    assert.equal(held.holds.length, 1);
    for (const other of [
      { Order__c: 20 },
      { Channels__c: null },
      { IsActive__c: false },
      { MasterLabel: 'Else' },
      { AgentGroup__c: 'X' }
    ]) {
      const differs = compare({ screenPop: [rule] }, { ScreenPopRule: [ruleRow(other)] });
      assert.deepEqual(names(differs), ['update ScreenPopRule.Ringdown_ByNumber'], JSON.stringify(other));
      assert.equal(files(differs)[0]?.details.length, 1);
    }
  });

  it('take the order from the file', () => {
    const [first, second] = files(compare({ screenPop: [rule, { ...rule, name: 'ByMail', label: 'By mail' }] }));
    assert.match(first?.component.content ?? '', /<field>Order__c<\/field>\s*<value xsi:type="xsd:double">10\.0</);
    assert.match(second?.component.content ?? '', /<field>Order__c<\/field>\s*<value xsi:type="xsd:double">20\.0</);
  });

  it('write every field of a record, empty ones as nothing', () => {
    const [change] = files(
      compare({ logging: { channels: [], dispositions: [{ ...outcome, followUpDays: undefined }] } })
    );
    const content = change?.component.content ?? '';
    assert.match(content, /<field>FollowUpDays__c<\/field>\s*<value xsi:nil="true"><\/value>/);
    assert.match(content, /<field>RequiresNotes__c<\/field>\s*<value xsi:type="xsd:boolean">true</);
    assert.match(content, /<label>Sold<\/label>/);
  });

  it('find an outcome by its value and a channel by its name, whoever made the record', () => {
    const logging = {
      channels: [{ channel: 'Phone', autoLog: false, opensWrapUp: true, afterSave: 'Pop' }],
      dispositions: [outcome]
    } as const;
    const comparison = compare(
      { logging },
      {
        Disposition: [outcomeRow({ DeveloperName: 'HandMade', Value__c: 'sold', Order__c: 70 })],
        ChannelSetting: [
          {
            DeveloperName: 'Telephone',
            MasterLabel: 'Phone',
            Channel__c: 'Phone',
            AutoLog__c: true,
            OpensWrapUp__c: true,
            AfterSave__c: 'Pop'
          }
        ]
      }
    );
    assert.deepEqual(names(comparison), ['update ChannelSetting.Telephone', 'update Disposition.HandMade']);
    assert.deepEqual(names(compare({ logging: { channels: logging.channels } })), ['create ChannelSetting.Phone']);
  });

  it('take ours out of use when the file no longer names it, once, and name what is somebody else’s', () => {
    const rows = {
      ScreenPopRule: [
        ruleRow(),
        ruleRow({ DeveloperName: 'Ringdown_Old', MasterLabel: 'Old' }),
        ruleRow({ DeveloperName: 'Theirs' })
      ]
    };
    const comparison = compare({ screenPop: [rule] }, rows);
    assert.deepEqual(names(comparison), ['update ScreenPopRule.Ringdown_Old']);
    const content = files(comparison)[0]?.component.content ?? '';
    assert.match(content, /<field>IsActive__c<\/field>\s*<value xsi:type="xsd:boolean">false</);
    assert.match(content, /<field>FieldName__c<\/field>\s*<value xsi:type="xsd:string">Phone</);
    assert.deepEqual(
      comparison.findings.map(({ code, severity }) => [code, severity]),
      [['SETTING_NOT_IN_FILE', 'warning']]
    );
    assert.match(comparison.findings[0]?.message ?? '', /Theirs/);
    const retired = { ScreenPopRule: [ruleRow(), ruleRow({ DeveloperName: 'Ringdown_Old', IsActive__c: false })] };
    assert.deepEqual(compare({ screenPop: [rule] }, retired).changes, []);
    assert.deepEqual(compare({ screenPop: [] }, { ScreenPopRule: [ruleRow()] }).changes.length, 1);
  });

  it('report a presence mapping that the file no longer names, for it cannot be taken out of use', () => {
    const row = {
      DeveloperName: 'Ringdown_Lunch',
      MasterLabel: 'lunch',
      PhoneState__c: 'lunch',
      PresenceStatus__c: 'Busy',
      Direction__c: 'Both'
    };
    const comparison = compare({ presence: [] }, { PresenceMapping: [row] });
    assert.deepEqual(comparison.changes, []);
    assert.deepEqual(
      comparison.findings.map(({ code }) => code),
      ['SETTING_NOT_IN_FILE']
    );
    const kept = compare(
      { presence: [{ name: 'Lunch', phoneState: 'lunch', status: 'Busy', direction: 'Both' }] },
      { PresenceMapping: [row] }
    );
    assert.deepEqual([kept.changes, kept.findings], [[], []]);
  });

  it('give two things two records, though their names come out alike', () => {
    const shipped = outcomeRow({ DeveloperName: 'Ringdown_Sold', Value__c: 'Sold!' });
    const comparison = compare({ logging: { channels: [], dispositions: [outcome] } }, { Disposition: [shipped] });
    assert.deepEqual(names(comparison), ['create Disposition.Ringdown_Sold_2', 'update Disposition.Ringdown_Sold']);
  });

  it('render every reference with the one namespace', () => {
    const row = ruleRow({ DeveloperName: 'ByNumber', NamespacePrefix: 'rd' });
    const own = Object.fromEntries(
      Object.entries(row).map(([field, value]) => [field.endsWith('__c') ? `rd__${field}` : field, value])
    );
    const named: ResolvedRingdown = { namespace: 'rd', packages: [] };
    const comparison = compare(
      { ringdown: named, screenPop: [{ ...rule, field: 'MobilePhone' }] },
      { ScreenPopRule: [own] }
    );
    assert.deepEqual(names(comparison), ['update rd__ScreenPopRule.rd__ByNumber']);
    assert.match(files(comparison)[0]?.component.content ?? '', /<field>rd__FieldName__c<\/field>/);
    assert.deepEqual(names(compare({ ringdown: named, screenPop: [rule] })), [
      'create rd__ScreenPopRule.Ringdown_ByNumber'
    ]);
    const [question] = phoneSettings.ask(aConfig({ ringdown: named }));
    assert.ok(question?.via === 'data' && / rd__Order__c.* FROM rd__ScreenPopRule__mdt$/.test(question.soql));
  });

  it('count what a pending package brings as there', () => {
    const content = customMetadataFile('Sold', {
      Channels__c: null,
      FollowUpDays__c: 3,
      IsActive__c: true,
      Order__c: 10,
      RequiresNotes__c: true,
      Value__c: 'Sold'
    });
    const source: SourcePackage = {
      name: 'main',
      hash: '',
      members: [{ type: 'CustomMetadata', fullName: 'Disposition.Sold' }],
      files: [{ path: 'customMetadata/Disposition.Sold.md', content }],
      testClasses: [],
      hasApex: false
    };
    const pending = { ringdown: { namespace: '', packages: [source] } };
    assert.deepEqual(compare({ ...pending, logging: { channels: [], dispositions: [outcome] } }, {}, true).changes, []);
    const other = compare(
      { ...pending, logging: { channels: [], dispositions: [{ ...outcome, followUpDays: 5 }] } },
      {},
      true
    );
    assert.deepEqual(names(other), ['update Disposition.Sold']);
    assert.equal(other.recheckAfterInstall, true);
    assert.deepEqual(names(compare({ ...pending, logging: { channels: [], dispositions: [] } }, {}, true)), [
      'update Disposition.Sold'
    ]);
  });

  it('block when the org has no such types and nothing brings them', () => {
    const answers: Answers = new Map([
      [recordsId('ScreenPopRule'), { ok: false, code: 'INVALID_TYPE', message: 'no' }]
    ]);
    const config = aConfig({ ringdown, screenPop: [rule] });
    const { findings } = phoneSettings.compare({ config, answers, now: 0, packagesPending: false });
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['PACKAGE_MISSING', 'blocked']]
    );
  });
});
