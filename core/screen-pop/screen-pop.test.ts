import assert from 'node:assert/strict';
import { type Interaction, type RecordMatch } from '../interaction/interaction';
import { agentGroupsOf } from './agent-groups';
import { decideScreenPop, type PopMatches, type ScreenPopDecision } from './decide-screen-pop';
import { popMoments } from './pop-moments';
import { popSearches, type PopSituation } from './pop-searches';
import { type ScreenPopRule, screenPopRuleOf } from './screen-pop-rule';

const interaction: Interaction = {
  callKey: 'leg-1',
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'active',
  queue: 'Support',
  from: '+442079460958',
  to: '+442079460000',
  startedAt: '2026-01-05T09:00:00Z',
  answeredAt: '2026-01-05T09:00:10Z',
  talkSeconds: 0,
  holdSeconds: 0,
  attributes: { 'Case-Number': '00001026', email: ' ann@example.com ' }
};
const byNumber: ScreenPopRule = {
  name: 'ByNumber',
  order: 2,
  attribute: 'caller-number',
  objectName: 'Contact',
  fieldName: 'Phone',
  channels: [],
  moment: 'accepted',
  oneMatch: 'open',
  manyMatches: 'chooser',
  noMatch: 'new-record',
  isActive: true
};
const byCase: ScreenPopRule = {
  ...byNumber,
  name: 'ByCase',
  order: 1,
  attribute: 'case-number',
  objectName: 'Case',
  fieldName: 'CaseNumber',
  noMatch: 'nothing'
};
const ann: RecordMatch = { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' };
const ben: RecordMatch = { recordId: '003000000000002AAA', name: 'Ben', objectName: 'Contact' };
const ticket: RecordMatch = { recordId: '500000000000001AAA', name: '00001026', objectName: 'Case' };
const accepted: PopSituation = { moment: 'accepted' };

function decide(
  rules: readonly ScreenPopRule[],
  matches: PopMatches,
  situation: PopSituation & { popped?: ReadonlySet<string> } = accepted,
  given: Interaction = interaction
): ScreenPopDecision {
  return decideScreenPop(rules, given, matches, situation);
}

describe('a screen pop', () => {
  const rules = [byNumber, byCase];

  it('follows the policy for one, many and no match', () => {
    const key = { interactionKey: 'call-1', rule: 'ByNumber' };
    const policies: readonly (readonly [Partial<ScreenPopRule>, readonly RecordMatch[], ScreenPopDecision])[] = [
      [{ oneMatch: 'open' }, [ann], { kind: 'open', ...key, record: ann }],
      [{ oneMatch: 'open' }, [ann, ann], { kind: 'open', ...key, record: ann }],
      [{ oneMatch: 'chooser' }, [ann], { kind: 'chooser', ...key, records: [ann] }],
      [{ oneMatch: 'nothing' }, [ann], { kind: 'nothing', reason: 'policy' }],
      [{ manyMatches: 'open' }, [ben, ann], { kind: 'open', ...key, record: ben }],
      [{ manyMatches: 'chooser' }, [ben, ann], { kind: 'chooser', ...key, records: [ben, ann] }],
      [{ manyMatches: 'nothing' }, [ben, ann], { kind: 'nothing', reason: 'policy' }],
      [
        { noMatch: 'new-record' },
        [],
        { kind: 'new-record', ...key, objectName: 'Contact', fields: { Phone: '+442079460958' } }
      ],
      [{ noMatch: 'search' }, [], { kind: 'search', ...key, term: '+442079460958' }],
      [{ noMatch: 'nothing' }, [], { kind: 'nothing', reason: 'policy' }]
    ];
    for (const [changes, found, expected] of policies) {
      assert.deepEqual(decide([{ ...byNumber, ...changes }], { ByNumber: found }), expected);
    }
  });

  describe('by several rules for the number of the caller', () => {
    const key = { interactionKey: 'call-1' };
    const byMobile = { ...byNumber, name: 'ByMobile', order: 3, fieldName: 'MobilePhone' };
    const ofLeads = { ...byNumber, name: 'OfLeads', order: 4, objectName: 'Lead', attribute: 'Caller-Number' };
    const ofAccounts = { ...byNumber, name: 'OfAccounts', order: 5, objectName: 'Account' };
    const all = [ofAccounts, ofLeads, byMobile, byNumber];
    const none = { ByNumber: [], ByMobile: [], OfLeads: [], OfAccounts: [] };
    const prospect: RecordMatch = { recordId: '00Q000000000001AAA', name: 'Lea', objectName: 'Lead' };
    const company: RecordMatch = { recordId: '001000000000001AAA', name: 'Acme', objectName: 'Account' };
    const whom = (matches: PopMatches): readonly (string | undefined)[] => {
      const decision = decide(all, { ...none, ...matches });
      if (decision.kind === 'chooser') return [decision.rule, ...decision.records.map(({ name }) => name)];
      return [decision.kind === 'open' ? `${decision.rule}: ${decision.record.name}` : decision.kind];
    };

    it('is of many where each found another, whatever field or object, by the policy of the first that did', () => {
      assert.deepEqual(whom({ ByNumber: [ann], ByMobile: [ben] }), ['ByNumber', 'Ann', 'Ben']);
      assert.deepEqual(whom({ ByMobile: [ben], OfLeads: [prospect] }), ['ByMobile', 'Ben', 'Lea']);
      const nothing = all.map((rule) => (rule === byNumber ? { ...rule, manyMatches: 'nothing' as const } : rule));
      assert.equal(decide(nothing, { ...none, ByNumber: [ann], OfLeads: [prospect] }).kind, 'nothing');
    });

    it('is of one where all found the same, by the first rule for its object', () => {
      assert.deepEqual(whom({ ByNumber: [ann], ByMobile: [ann] }), ['ByNumber: Ann']);
      assert.deepEqual(whom({ OfLeads: [prospect] }), ['OfLeads: Lea']);
    });

    it('is of the contact where its company has the number too, and of the company for nobody of it', () => {
      const employee = { ...ann, accountId: company.recordId };
      assert.deepEqual(whom({ ByNumber: [employee], OfAccounts: [company] }), ['ByNumber: Ann']);
      const other = { ...ann, accountId: '001000000000009AAA' };
      assert.deepEqual(whom({ ByNumber: [other], OfAccounts: [company] }), ['ByNumber', 'Ann', 'Acme']);
    });

    it('is of the account of a person account, whichever half was found', () => {
      const half = { ...ann, accountId: company.recordId, isPersonAccount: true };
      const account = { recordId: company.recordId, name: 'Ann', objectName: 'Account' };
      for (const matches of [{ ByMobile: [half] }, { OfAccounts: [account] }]) {
        const decision = decide(all, { ...none, ...matches });
        assert.deepEqual(decision.kind === 'open' && decision.record, account);
      }
      const both = decide(all, { ...none, ByNumber: [half], OfAccounts: [account] });
      assert.deepEqual(both, { kind: 'open', ...key, rule: 'OfAccounts', record: account });
      assert.deepEqual(whom({ ByNumber: [half], OfLeads: [prospect] }), ['ByNumber', 'Ann', 'Lea']);
    });

    it('is of nobody while one of them is not searched, and names whom the others found', () => {
      const { ByMobile: _, ...missing } = none;
      const maybe = decide(all, { ...missing, ByNumber: [ann] });
      assert.deepEqual(maybe, {
        kind: 'nothing',
        reason: 'not-searched',
        maybe: [{ kind: 'open', ...key, rule: 'ByNumber', record: ann }]
      });
    });
  });

  it('is decided by the first attribute by which anything was found', () => {
    const both = decide(rules, { ByNumber: [ann, ben], ByCase: [ticket] });
    assert.deepEqual(both, { kind: 'open', interactionKey: 'call-1', rule: 'ByCase', record: ticket });
    const second = decide(rules, { ByNumber: [ann], ByCase: [] });
    assert.deepEqual(second.kind === 'open' && second.record, ann);
    assert.equal(decide(rules, { ByNumber: [], ByCase: [] }).kind, 'new-record');
  });

  it('never happens twice for one interaction, whatever the moment', () => {
    const popped = new Set(['call-1']);
    const always = [byNumber, { ...byNumber, name: 'Later', moment: 'completed' as const }];
    for (const moment of ['accepted', 'completed'] as const) {
      const again = decide(always, { ByNumber: [ann], Later: [ann] }, { moment, popped });
      assert.deepEqual(again, { kind: 'nothing', reason: 'already-popped' });
    }
    const otherLeg = { ...interaction, callKey: 'leg-2' };
    assert.equal(decide(always, { ByNumber: [ann] }, { ...accepted, popped }, otherLeg).kind, 'nothing');
    const next = { ...interaction, interactionKey: 'call-2' };
    assert.equal(decide(always, { ByNumber: [ann] }, { ...accepted, popped }, next).kind, 'open');
  });

  it('makes no new record while a search is missing, and opens what another found', () => {
    const notYet = { kind: 'nothing', reason: 'not-searched', maybe: [] };
    assert.deepEqual(decide(rules, {}), notYet);
    assert.deepEqual(decide(rules, { ByNumber: [] }), notYet);
    assert.equal(decide(rules, { ByNumber: [ann] }).kind, 'open');
  });

  it('fills nothing into the id of a new record', () => {
    const byId = { ...byCase, fieldName: 'Id', noMatch: 'new-record' as const };
    const decision = decide([byId], { ByCase: [] });
    assert.deepEqual(decision.kind === 'new-record' && decision.fields, {});
  });

  it('is of what the phone side found, before anything is searched, by the rule for its object', () => {
    const knows = (match: readonly RecordMatch[]): Interaction => ({ ...interaction, match });
    const contact = decide(rules, { ByCase: [ticket] }, accepted, knows([ann, ann]));
    assert.deepEqual(contact, { kind: 'open', interactionKey: 'call-1', rule: 'ByNumber', record: ann });
    assert.equal(decide(rules, {}, accepted, knows([ann, ben])).kind, 'chooser');
    const account = { ...ann, objectName: 'Account' };
    const other = decide(rules, {}, accepted, knows([account]));
    assert.deepEqual(other, { kind: 'open', interactionKey: 'call-1', rule: 'ByCase', record: account });
    const hidden = { ...knows([ann]), from: undefined, attributes: {} };
    assert.equal(decide(rules, {}, accepted, hidden).kind, 'open');
  });

  it('is not of what the phone side found before its moment, twice, or for what the rep dialled', () => {
    const known = { ...interaction, match: [ann] };
    assert.equal(decide(rules, {}, { moment: 'offered' }, known).kind, 'nothing');
    assert.equal(decide(rules, {}, { ...accepted, popped: new Set(['call-1']) }, known).kind, 'nothing');
    assert.equal(decide(rules, {}, accepted, { ...known, direction: 'outbound' }).kind, 'nothing');
  });

  it('waits for its moment', () => {
    assert.deepEqual(decide(rules, { ByNumber: [ann] }, { moment: 'offered' }), {
      kind: 'nothing',
      reason: 'no-search'
    });
  });

  const filters: readonly (readonly [
    title: string,
    Partial<ScreenPopRule>,
    Partial<Interaction>,
    Partial<PopSituation>,
    boolean
  ])[] = [
    ['concerns all channels when it names none', {}, { channel: 'sms' }, {}, true],
    ['concerns the channels that it names', { channels: ['chat', 'phone'] }, {}, {}, true],
    ['does not concern other channels', { channels: ['chat'] }, {}, {}, false],
    ['concerns the agent’s group', { agentGroup: 'Sales' }, {}, { agentGroups: ['Support', 'sales'] }, true],
    ['does not concern other groups', { agentGroup: 'Sales' }, {}, { agentGroups: ['Support'] }, false],
    ['does not concern an agent of no group', { agentGroup: 'Sales' }, {}, {}, false],
    ['is silent when switched off', { isActive: false }, {}, {}, false],
    ['is silent for a hidden number', {}, { from: 'anonymous' }, {}, false],
    ['is silent without a number', {}, { from: undefined }, {}, false],
    ['is silent between colleagues', {}, { direction: 'internal', from: '4123' }, {}, false],
    ['is silent for what the rep dials', {}, { direction: 'outbound' }, {}, false],
    ['concerns what the rep dials when asked', {}, { direction: 'outbound' }, { popsOutbound: true }, true]
  ];
  for (const [title, rule, changes, situation, expected] of filters) {
    it(`by a rule that ${title}`, () => {
      const found = popSearches(
        [{ ...byNumber, ...rule }],
        { ...interaction, ...changes },
        { ...accepted, ...situation }
      );
      assert.equal(found.length, expected ? 1 : 0);
    });
  }

  it('searches for whatever the phone system sends', () => {
    const termsOf = (attribute: string, changes: Partial<Interaction> = {}): readonly string[] | undefined =>
      popSearches(
        [{ ...byNumber, attribute }],
        { ...interaction, ...changes },
        { ...accepted, country: 'GB', popsOutbound: true }
      )[0]?.terms;
    assert.deepEqual(termsOf('case-number'), ['00001026']);
    assert.deepEqual(termsOf('EMAIL'), ['ann@example.com']);
    assert.deepEqual(termsOf('queue'), ['Support']);
    assert.equal(termsOf('contract'), undefined);
    assert.equal(termsOf('toString'), undefined);
    assert.ok(termsOf('caller-number', { from: '020 7946 0958' })?.includes('+442079460958'));
    assert.ok(termsOf('caller-number', { direction: 'outbound' })?.includes('+442079460000'));
    assert.ok(termsOf('called-number')?.includes('+442079460000'));
    assert.deepEqual(termsOf('caller-number', { from: 'sip:ann@example.com' }), ['sip:ann@example.com']);
  });
});

describe('a screen-pop rule', () => {
  it('is read from its row', () => {
    const row = {
      name: 'ByNumber',
      order: 2,
      attribute: 'caller-number',
      objectName: 'Contact',
      fieldName: 'Phone',
      channels: 'Phone; SMS;Fax',
      moment: 'Offered',
      agentGroup: 'Sales',
      oneMatch: 'Open',
      manyMatches: 'Chooser',
      noMatch: 'NewRecord',
      isActive: true
    };
    assert.deepEqual(screenPopRuleOf(row), {
      ...byNumber,
      channels: ['phone', 'sms'],
      moment: 'offered',
      agentGroup: 'Sales'
    });
    assert.equal(screenPopRuleOf({ ...row, channels: 'Fax' }), undefined);
    assert.equal(screenPopRuleOf({ ...row, moment: 'Whenever' }), undefined);
    for (const missing of ['attribute', 'objectName', 'fieldName']) {
      assert.equal(screenPopRuleOf({ ...row, [missing]: ' ' }), undefined);
    }
    const bare = screenPopRuleOf({
      name: 'Bare',
      attribute: 'a',
      objectName: 'Case',
      fieldName: 'Subject',
      channels: null
    });
    assert.deepEqual(
      [bare?.isActive, bare?.oneMatch, bare?.noMatch, bare?.channels],
      [false, 'nothing', 'nothing', []]
    );
  });
});

describe('the moments of a pop', () => {
  const ringing: Interaction = { ...interaction, state: 'ringing', answeredAt: undefined };
  const wrapUp: Interaction = { ...interaction, state: 'wrap-up', endedAt: '2026-01-05T09:01:00Z' };
  const missed: Interaction = { ...ringing, state: 'done', endedAt: '2026-01-05T09:01:00Z', outcome: 'missed' };

  it('come one by one, or together for a page that opens late', () => {
    assert.deepEqual(popMoments(undefined, ringing), ['offered']);
    assert.deepEqual(popMoments(ringing, ringing), []);
    assert.deepEqual(popMoments(ringing, interaction), ['accepted']);
    assert.deepEqual(popMoments(interaction, { ...interaction, state: 'held' }), []);
    assert.deepEqual(popMoments(interaction, wrapUp), ['completed']);
    assert.deepEqual(popMoments(ringing, missed), ['completed']);
    assert.deepEqual(popMoments(undefined, wrapUp), ['offered', 'accepted', 'completed']);
    assert.deepEqual(popMoments({ ...wrapUp, callKey: 'leg-0' }, ringing), ['offered']);
  });
});

describe('the groups of an agent', () => {
  it('are what the phone system says, and the queue', () => {
    const attributes = { 'Agent-Groups': ' Sales; Support;;Sales ' };
    assert.deepEqual(agentGroupsOf({ ...interaction, attributes }), ['Sales', 'Support']);
    assert.deepEqual(agentGroupsOf({ ...interaction, attributes: { 'agent-group': 'VIP' } }), ['VIP', 'Support']);
    assert.deepEqual(agentGroupsOf({ ...interaction, queue: undefined }), []);
  });
});
