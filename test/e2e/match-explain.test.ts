import assert from 'node:assert/strict';
import { ownCallCenter } from './config';
import { smallTool } from './small-tool';
import { openWorkspace, type Workspace } from './workspace';

type Found = {
  readonly candidate: { readonly name: string };
  readonly reason: { readonly verdict: string; readonly match?: { readonly kind: string } };
};
type Search = {
  readonly rule: string;
  readonly query?: string;
  readonly failure?: string;
  readonly found: readonly Found[];
};
type Decision = {
  readonly moment: string;
  readonly agentGroup?: string;
  readonly decision: { readonly kind: string; readonly rule?: string; readonly record?: { readonly name: string } };
};
type Explained = {
  readonly read: { readonly country?: string; readonly number: { readonly kind: string; readonly e164?: string } };
  readonly settings: { readonly rulesFrom: string };
  readonly searches: readonly Search[];
  readonly byHand: readonly Found[];
  readonly decisions: readonly Decision[];
  readonly requests: number;
};

const rules = `ringdown: { source: force-app }
logging: { defaultCountry: US }
screenPop:
  contact-by-phone: { attribute: caller-number, object: Contact, field: Phone }
  contact-by-mobile: { attribute: caller-number, object: Contact, field: MobilePhone, group: Sales }
  lead-by-phone: { attribute: caller-number, object: Lead, field: Phone, noMatch: search }
  case-by-number: { attribute: case-number, object: Case, field: CaseNumber }
  account-at-end: { attribute: caller-number, object: Account, field: Phone, moment: completed }`;

/** In the local org Elena Petrova has (415) 555-0101, and mobile +1 415 555 0111; Northwind Air and James Petrov +1 415 555 0100. */
describe('match explain', () => {
  let workspace: Workspace;
  afterEach(() => workspace.close());

  const explain = async (...args: readonly string[]): Promise<Explained> => {
    const { exitCode, data } = await workspace.run('match', 'explain', ...args, '--org', 'uat');
    assert.equal(exitCode, 0);
    return data as unknown as Explained;
  };
  const namesOf = (found: readonly Found[]): readonly string[] =>
    found.map(({ candidate, reason }) => `${candidate.name} ${reason.match?.kind ?? reason.verdict}`);

  it('says how a number was read, what was searched, who has it and why, and what pops when', async () => {
    workspace = await openWorkspace({ config: ownCallCenter({ more: rules }) });
    const before = workspace.org.stateHash();
    const { read, settings, searches, byHand, decisions, requests } = await explain('+1', '415-555-0100');
    assert.deepEqual([read.number.e164, read.country, settings.rulesFrom], ['+14155550100', 'US', 'file']);
    assert.deepEqual(
      searches.map(({ rule, found }) => [rule, namesOf(found)]),
      [
        ['ContactByPhone', ['James Petrov exact']],
        ['ContactByMobile', ['James Petrov no-phone']],
        ['LeadByPhone', []],
        ['AccountAtEnd', ['Northwind Air exact']]
      ]
    );
    assert.match(
      searches[2]?.query ?? '',
      /IN PHONE FIELDS RETURNING Lead\(Id, Name, Phone WHERE IsConverted = FALSE LIMIT 20\)/
    );
    assert.deepEqual(namesOf(byHand), ['James Petrov exact', 'Northwind Air exact']);
    assert.deepEqual(
      decisions.map(({ moment, agentGroup, decision }) => [moment, agentGroup, decision.kind, decision.record?.name]),
      [
        ['accepted', undefined, 'open', 'James Petrov'],
        ['completed', undefined, 'nothing', undefined]
      ]
    );
    assert.equal(requests, 3);
    assert.equal(workspace.org.stateHash(), before);
  });

  it('tells what agents of a group see when it differs', async () => {
    workspace = await openWorkspace({ config: ownCallCenter({ more: rules }) });
    const { decisions } = await explain('+14155550111');
    assert.deepEqual(
      decisions.map(({ moment, agentGroup, decision }) => [moment, agentGroup, decision.kind, decision.rule]),
      [
        ['accepted', undefined, 'search', 'LeadByPhone'],
        ['completed', undefined, 'nothing', undefined],
        ['accepted', 'Sales', 'open', 'ContactByMobile']
      ]
    );
  });

  it('goes by the rules and the country of the org once they are there, not by what the file has become', async () => {
    const objects = [
      'ScreenPopRule__mdt',
      'ChannelSetting__mdt',
      'Disposition__mdt',
      'PresenceMapping__mdt',
      'RepPreference__c'
    ];
    const toolDirectory = smallTool(...objects.map((name) => `force-app/main/default/objects/${name}`));
    const config = ownCallCenter({ more: rules.replace('force-app', 'force-app, translations: []') });
    workspace = await openWorkspace({ config, toolDirectory });
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    workspace.write(
      'config/ringdown.yaml',
      config.replace('defaultCountry: US', 'defaultCountry: GB').replace('field: Phone }', 'field: Fax }')
    );
    const { settings, read, searches } = await explain('415 555 0101');
    assert.deepEqual([settings.rulesFrom, read.country], ['org', 'US']);
    assert.match(searches[0]?.rule ?? '', /_ContactByPhone$/);
    assert.deepEqual(namesOf(searches[0]?.found ?? []), ['Elena Petrova exact']);
  });

  it('searches for nothing when the number is hidden, and says what a rule names that the org lacks', async () => {
    const config = ownCallCenter({
      more: rules.replace('object: Contact, field: Phone', 'object: Contact, field: Phnoe')
    });
    workspace = await openWorkspace({ config });
    const hidden = await explain('anonymous');
    assert.deepEqual([hidden.read.number.kind, hidden.searches, hidden.requests], ['unreadable', [], 1]);
    const { searches, decisions } = await explain('+14155550100');
    assert.match(searches[0]?.failure ?? '', /Phnoe/);
    assert.equal(decisions[0]?.decision.kind, 'nothing');
  });

  it('reads a number in the country that is named, and refuses one that is none', async () => {
    workspace = await openWorkspace({ config: ownCallCenter({ more: rules }) });
    assert.equal((await explain('020 7946 0958', '--country', 'gb')).read.number.e164, '+442079460958');
    assert.equal((await workspace.fail('match', 'explain', '1', '--org', 'uat', '--country', 'XX')).code, 'USAGE');
    assert.equal((await workspace.fail('match', 'explain', '--org', 'uat')).code, 'USAGE');
  });
});
