import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { aConfig } from '../../../test/fixtures/resolved-config';
import type { ResolvedConfig } from '../../config/resolved-config';
import type { WriteRecord } from '../change';
import { organizationQuestion } from '../organization/read-organization';
import type { Answer, Answers, OrgRecord } from '../question';
import type { Comparison } from '../resource';
import { orgDefaults } from './org-defaults';

const orgId = '00D7z000001uatXEAQ';
const config = aConfig({
  ringdown: { namespace: '', packages: [], phoneOrigin: 'https://phone.example.com' },
  logging: { defaultCountry: 'DE', channels: [] },
  reps: { autoLogin: true, ringSound: false, messageSound: true }
});
const configured = {
  Id: 'a01',
  SetupOwnerId: orgId,
  ConfiguredFor__c: orgId,
  DefaultCountry__c: 'DE',
  PhoneOrigin__c: 'https://phone.example.com'
};
const reps = { Id: 'a02', SetupOwnerId: orgId, AutoLogin__c: 'on', RingSound__c: 'off', MessageSound__c: 'on' };

type Rows = {
  readonly org?: readonly OrgRecord[];
  readonly reps?: readonly OrgRecord[];
  /** Rows of the question for who pops and logs, or the org's refusal of it. */
  readonly pops?: readonly OrgRecord[] | 'refused';
  /** The same of the question for how records open. */
  readonly window?: readonly OrgRecord[] | 'refused';
};

function compared({ org, reps: held, pops, window }: Rows, given: ResolvedConfig, packagesPending = false): Comparison {
  const answer = (records: readonly OrgRecord[] = []): Answer => ({ ok: true, records });
  const answers: Answers = new Map([
    [organizationQuestion.id, answer([{ Id: orgId, IsSandbox: true }])],
    ['org-defaults:RingdownOrg__c', answer(org)],
    ['org-defaults:RepPreference__c', answer(held)],
    ['org-defaults:pops-and-logs', pops === 'refused' ? unknownField : answer(pops)],
    ['org-defaults:screen-pop-window', window === 'refused' ? unknownField : answer(window)]
  ]);
  return orgDefaults.compare({ config: given, answers, now: 0, packagesPending });
}

const unknownField: Answer = { ok: false, code: 'INVALID_FIELD', message: 'No such column' };

function writes(rows: Rows, given: ResolvedConfig = config): readonly WriteRecord[] {
  const { changes } = compared(rows, given);
  return changes.flatMap((change) => (change.kind === 'write-record' ? [change] : []));
}

describe('the org’s rows of our custom settings', () => {
  it('are not asked for where the file does not manage our packages', () => {
    assert.deepEqual(orgDefaults.ask(aConfig()), []);
  });

  it('are created for the org, with the time of the writing', () => {
    const [org, rep] = writes({ reps: [{ ...reps, SetupOwnerId: '0057z00000AAAAAAAA' }] });
    assert.equal(org?.action, 'create');
    assert.deepEqual(org.fields, {
      SetupOwnerId: orgId,
      ConfiguredFor__c: orgId,
      DefaultCountry__c: 'DE',
      PhoneOrigin__c: 'https://phone.example.com',
      PopsAndLogs__c: 'Ringdown',
      ConfiguredAt__c: { now: true }
    });
    assert.deepEqual(rep?.fields, {
      SetupOwnerId: orgId,
      AutoLogin__c: 'on',
      MessageSound__c: 'on',
      RingSound__c: 'off'
    });
  });

  it('hold when they are as the file says', () => {
    assert.deepEqual(writes({ org: [configured], reps: [reps] }), []);
    assert.deepEqual(writes({ org: [{ ...configured, SetupOwnerId: orgId.slice(0, 15) }], reps: [reps] }), []);
  });

  it('are changed when they are of another org, as after a sandbox copy, or differ', () => {
    const [org, ...none] = writes({ org: [{ ...configured, ConfiguredFor__c: '00D000000000001' }], reps: [reps] });
    assert.deepEqual(none, []);
    assert.deepEqual([org?.action, org?.id], ['update', 'a01']);
    assert.equal(Object.hasOwn(org?.fields ?? {}, 'SetupOwnerId'), false);
    const [rep] = writes({ org: [configured], reps: [{ ...reps, RingSound__c: 'on' }] });
    assert.deepEqual(rep?.details, [{ field: 'RingSound__c', before: 'on', after: 'off' }]);
  });

  it('are mended where somebody wrote neither on nor off, and such rows of reps are named and left', () => {
    const own = { Id: 'a03', SetupOwnerId: '0057z00000AAAAAAAA', AutoLogin__c: 'OFF', RingSound__c: 'yes' };
    const [rep] = writes({ org: [configured], reps: [{ ...reps, RingSound__c: 'no' }] });
    assert.deepEqual(rep?.details, [{ field: 'RingSound__c', before: 'no', after: 'off' }]);
    const { changes, findings } = compared({ org: [configured], reps: [reps, own] }, config);
    assert.deepEqual(changes, []);
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['REP_PREFERENCE_UNCLEAR', 'warning']]
    );
    assert.match(findings[0]?.message ?? '', /RingSound__c of 0057z00000AAAAAAAA is "yes"/);
    assert.doesNotMatch(findings[0]?.message ?? '', /AutoLogin__c/);
    assert.deepEqual(compared({ org: [configured], reps: [reps] }, config).findings, []);
  });

  it('keep what the file does not speak of', () => {
    const quiet = aConfig({ ringdown: { namespace: '', packages: [] } });
    assert.deepEqual(writes({ org: [{ ...configured, DefaultCountry__c: 'FR' }] }, quiet), []);
  });

  describe('say who pops and logs', () => {
    const vendors = aConfig({ ringdown: { namespace: '', packages: [], popsAndLogs: 'Vendor' } });
    const found = { org: [{ Id: 'a01', SetupOwnerId: orgId, ConfiguredFor__c: orgId }] };

    it('when it is the vendor, and again when it is not any more', () => {
      const [set] = writes(found, vendors);
      assert.equal(set?.fields['PopsAndLogs__c'], 'Vendor');
      assert.deepEqual(writes({ ...found, pops: [{ Id: 'a01', PopsAndLogs__c: 'Vendor' }] }, vendors), []);
      const [back] = writes({ org: [configured], reps: [reps], pops: [{ Id: 'a01', PopsAndLogs__c: 'Vendor' }] });
      assert.deepEqual(back?.details, [{ field: 'PopsAndLogs__c', before: 'Vendor', after: 'Ringdown' }]);
    });

    it('and a blank field needs no word where it is Ringdown', () => {
      assert.deepEqual(writes({ org: [configured], reps: [reps], pops: [{ Id: 'a01' }] }), []);
    });

    it('and an older release without the field is named, while the rest is written', () => {
      const { changes, findings } = compared({ org: [], pops: 'refused' }, vendors);
      assert.deepEqual(
        findings.map(({ code, severity }) => [code, severity]),
        [['PACKAGE_TOO_OLD', 'warning']]
      );
      const [change] = changes;
      assert.ok(change?.kind === 'write-record');
      assert.equal(Object.hasOwn(change.fields, 'PopsAndLogs__c'), false);
      assert.deepEqual(compared({ org: [configured], reps: [reps], pops: 'refused' }, config).findings, []);
      assert.deepEqual(compared({ pops: 'refused' }, vendors, true).findings, []);
    });
  });

  describe('say how records open', () => {
    const opens = aConfig({
      ringdown: { namespace: '', packages: [] },
      screenPopWindow: {
        console: 'Subtab',
        standard: 'Button',
        duringCall: false,
        outbound: true,
        window: 'New',
        width: 1200,
        left: 0
      }
    });
    const found = { org: [{ Id: 'a01', SetupOwnerId: orgId, ConfiguredFor__c: orgId }] };
    const held = {
      Id: 'a01',
      PopInStandard__c: 'Button',
      PopOnCall__c: 'off',
      PopOutbound__c: 'on',
      PopTab__c: 'Subtab',
      PopWindow__c: 'New',
      PopWindowHeight__c: null,
      PopWindowLeft__c: 0,
      PopWindowTop__c: null,
      PopWindowWidth__c: 1200
    };

    it('as the file says, with numbers as numbers, and sides that it leaves out emptied', () => {
      const [first] = writes(found, opens);
      const { Id: _id, ...fields } = held;
      assert.deepEqual(
        Object.fromEntries(Object.entries(first?.fields ?? {}).filter(([field]) => field in fields)),
        fields
      );
      assert.deepEqual(writes({ ...found, window: [held] }, opens), []);
      const [changed] = writes({ ...found, window: [{ ...held, PopWindowHeight__c: 700, PopOnCall__c: null }] }, opens);
      assert.deepEqual(changed?.details, [
        { field: 'PopOnCall__c', after: 'off' },
        { field: 'PopWindowHeight__c', before: '700' }
      ]);
    });

    it('and are not asked for or touched where the file says nothing of it', () => {
      assert.deepEqual(writes({ org: [configured], reps: [reps], window: [held] }), []);
      const asks = (given: ResolvedConfig): boolean =>
        orgDefaults.ask(given).some(({ id }) => id === 'org-defaults:screen-pop-window');
      assert.deepEqual([asks(config), asks(opens)], [false, true]);
    });

    it('and an older release without the fields is named, while the rest is written', () => {
      const { changes, findings } = compared({ org: [], window: 'refused' }, opens);
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['PACKAGE_TOO_OLD']
      );
      const [change] = changes;
      assert.ok(change?.kind === 'write-record');
      assert.deepEqual([change.fields['ConfiguredFor__c'], 'PopTab__c' in change.fields], [orgId, false]);
      assert.deepEqual(compared({ window: 'refused' }, opens, true).findings, []);
    });
  });

  it('carry the namespace in the object and in every field', () => {
    const named = { ...config, ringdown: { namespace: 'rd', packages: [] } };
    const [org] = writes({}, named);
    assert.equal(org?.sobject, 'rd__RingdownOrg__c');
    assert.ok(Object.keys(org.fields).every((field) => field === 'SetupOwnerId' || field.startsWith('rd__')));
  });

  it('block when the org does not have them and nothing brings them', () => {
    const answers: Answers = new Map([
      ['org-defaults:RingdownOrg__c', { ok: false, code: 'INVALID_TYPE', message: 'no' }]
    ]);
    const compare = (packagesPending: boolean) => orgDefaults.compare({ config, answers, now: 0, packagesPending });
    assert.deepEqual(
      compare(false).findings.map(({ code }) => code),
      ['PACKAGE_MISSING']
    );
    assert.deepEqual(compare(true).findings, []);
  });
});
