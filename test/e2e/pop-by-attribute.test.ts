import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Interaction, RecordMatch } from '../../core/interaction/interaction';
import { decideScreenPop, type ScreenPopDecision } from '../../core/screen-pop/decide-screen-pop';
import { popSearches } from '../../core/screen-pop/pop-searches';
import { screenPopRuleOf, type ScreenPopRule } from '../../core/screen-pop/screen-pop-rule';
import { deployFiles, failures, metadataFile } from '../../local/org/metadata/testing/package-zip-of';
import { startOrg, type RunningOrg } from '../../local/org/start-org';
import { deployCallPackage } from '../../local/org/testing/call-package';
import { clientOf } from '../../local/org/testing/org-client';

type Row = Readonly<Record<string, unknown>>;

const field = (name: string, type: string): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label>${type}</fields>`;
const policy = metadataFile(
  'CustomObject',
  `<deploymentStatus>Deployed</deploymentStatus>
   ${field('Contract__c', '<length>40</length><type>Text</type>')}
   ${field('CustomerNumber__c', '<precision>10</precision><scale>0</scale><type>Number</type>')}
   ${field('Hotline__c', '<length>40</length><type>Text</type>')}
   <label>Policy</label><nameField><displayFormat>P-{0000}</displayFormat><label>Policy</label><type>AutoNumber</type></nameField>
   <pluralLabel>Policies</pluralLabel><sharingModel>ReadWrite</sharingModel>`
);
const access = metadataFile(
  'PermissionSet',
  `${['Contract__c', 'CustomerNumber__c', 'Hotline__c'].map((name) => `<fieldPermissions><editable>true</editable><field>Policy__c.${name}</field><readable>true</readable></fieldPermissions>`).join('')}<label>Policies</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Policy__c</object><viewAllRecords>true</viewAllRecords></objectPermissions>`
);

const chat: Interaction = {
  callKey: 'chat-1:ada',
  interactionKey: 'chat-1',
  channel: 'chat',
  direction: 'inbound',
  state: 'active',
  from: 'Visitor 12',
  startedAt: '2026-11-23T09:50:00.000Z',
  answeredAt: '2026-11-23T09:50:12.000Z',
  talkSeconds: 0,
  holdSeconds: 0,
  attributes: { contract: 'AB-4711/x', 'customer-number': '90210', case: '' }
};

describe('a rule for whatever the phone system sends, from the attribute to the record', () => {
  let org: RunningOrg;
  let policyId = '';
  let caseId = '';

  before(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
    const deployed = deployFiles(
      org.data,
      { CustomObject: ['*'], PermissionSet: ['*'] },
      { 'objects/Policy__c.object': policy, 'permissionsets/Policies.permissionset': access }
    );
    assert.deepEqual(failures(deployed), []);
    policyId = await create('Policy__c', { Contract__c: 'AB-4711/X', CustomerNumber__c: 90210 });
    await create('Policy__c', { Contract__c: 'AB-4711', CustomerNumber__c: 9021 });
    caseId = await create('Case', { Subject: 'Broken handle' });
  });
  after(() => org.close());

  const ask = (path: string, values: object): Promise<{ readonly status: number; readonly body: unknown }> =>
    clientOf(org).ask('POST', path, values);

  async function create(sobject: string, values: object): Promise<string> {
    const { status, body } = await ask(`~/sobjects/${sobject}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return (body as { readonly id: string }).id;
  }

  async function popped(rule: ScreenPopRule, interaction: Interaction): Promise<ScreenPopDecision> {
    const situation = { moment: 'accepted', country: 'US' } as const;
    const [search] = popSearches([rule], interaction, situation);
    if (!search) return decideScreenPop([rule], interaction, {}, situation);
    const { objectName, fieldName } = rule;
    const params = { objectName, fieldName, value: search.value };
    const { status, body } = await ask('/__local/apex/ScreenPops/byText', params);
    assert.equal(status, 200, JSON.stringify(body));
    const rows = (body as { readonly returnValue: readonly Row[] }).returnValue;
    const found = rows.map((row): RecordMatch => ({
      recordId: String(row['Id']),
      name: String(row['Name'] ?? row['CaseNumber']),
      objectName
    }));
    return decideScreenPop([rule], interaction, { [rule.name]: found }, situation);
  }

  function rule(attribute: string, objectName: string, fieldName: string): ScreenPopRule {
    const policies = { oneMatch: 'Open', manyMatches: 'Chooser', noMatch: 'NewRecord', isActive: true };
    const read = screenPopRuleOf({ name: attribute, attribute, objectName, fieldName, ...policies });
    assert.ok(read);
    return read;
  }

  it('opens a record of an object of the org’s own by a text, whatever its case', async () => {
    const decision = await popped(rule('Contract', 'Policy__c', 'Contract__c'), chat);
    assert.ok(decision.kind === 'open');
    assert.equal(decision.record.recordId, policyId);
    assert.match(decision.record.name, /^P-\d+$/);
  });

  it('opens it by a field that holds numbers', async () => {
    const decision = await popped(rule('customer-number', 'Policy__c', 'CustomerNumber__c'), chat);
    assert.equal(decision.kind === 'open' && decision.record.recordId, policyId);
  });

  it('opens a case by its id, and nothing by what is no id', async () => {
    const byId = rule('case', 'Case', 'Id');
    const decision = await popped(byId, { ...chat, attributes: { case: caseId.slice(0, 15) } });
    assert.equal(decision.kind === 'open' && decision.record.recordId, caseId);
    const none = await popped(byId, { ...chat, attributes: { case: 'gone' } });
    assert.deepEqual(none.kind === 'new-record' && none.fields, {});
    assert.deepEqual(await popped(byId, chat), { kind: 'nothing', reason: 'no-search' });
  });

  it('offers a new record that holds the text when none does', async () => {
    const decision = await popped(rule('contract', 'Policy__c', 'Contract__c'), {
      ...chat,
      attributes: { contract: 'ZZ-1' }
    });
    assert.deepEqual(decision, {
      kind: 'new-record',
      interactionKey: 'chat-1',
      rule: 'contract',
      objectName: 'Policy__c',
      fields: { Contract__c: 'ZZ-1' }
    });
  });
});
