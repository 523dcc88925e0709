import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '../../scripts/clock';
import { createOrg } from '../../scripts/org/create-org';
import type { Org } from '../../scripts/org/org';
import type { Change } from '../../scripts/resources/change';
import { packageManifest } from '../../scripts/resources/deployable/package-manifest';
import { recordFile } from '../../scripts/resources/phone-settings/record-file';
import { recordFields, type RecordType } from '../../scripts/resources/phone-settings/record-rows';
import type { OrgRecord } from '../../scripts/resources/question';
import type { Finding } from '../../scripts/resources/resource';
import { ownCallCenter } from './config';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace';

const root = join(__dirname, '../..');

const settings = (rules = 'contact-by-phone: { attribute: caller-number, object: Contact, field: Phone }'): string => `
ringdown: { source: force-app, translations: [ja] }
logging:
  defaultCountry: DE
  channels: { sms: { autoLog: false } }
  dispositions: [{ value: Resolved }, { value: Sold, channels: [phone], followUpDays: 7 }]
screenPop:
  ${rules}
reps: { ringSound: false }
`;
const withRole = `  callCenters:
    - callCenter: support
      match: { profiles: [Contact Center Agent] }
  roles: { agent: { callCenters: [support] }, admin: { usernames: [admin@example.com.uat] } }`;
const config = (more = settings()): string => ownCallCenter({ users: withRole, more });

/** Time passes only by waiting. */
function jumpingClock(): Clock {
  let now = systemClock.now();
  return { now: () => now, wait: (milliseconds) => Promise.resolve(void (now += milliseconds)) };
}

describe('our own packages, end to end on the local org', () => {
  let workspace: Workspace;
  let copies: string[] = [];
  afterEach(async () => {
    await workspace.close();
    copies.forEach((folder) => rmSync(folder, { recursive: true }));
    copies = [];
  });
  const open = async (given: Partial<WorkspaceOptions> = {}): Promise<void> => {
    workspace = await openWorkspace({ config: config(), ...given });
  };
  /** A tool of which a test may change the packages; without the core, as it is installed. */
  const toolCopy = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'ringdown-tool-'));
    copies.push(folder);
    for (const name of ['main', 'voice'])
      cpSync(join(root, 'force-app', name), join(folder, 'force-app', name), { recursive: true });
    return folder;
  };

  const rows = (sobject: string): ReturnType<Workspace['org']['data']['rows']> => workspace.org.data.rows(sobject);
  /** As another client of the org, past the tool. */
  const client = (): Org =>
    createOrg({
      session: { instanceUrl: workspace.org.url, accessToken: workspace.org.accessToken },
      apiVersion: '67.0',
      clock: systemClock,
      emit: () => undefined,
      signal: new AbortController().signal,
      installationKeyOf: () => undefined
    });
  const row = async (type: RecordType, name: string): Promise<OrgRecord | undefined> => {
    const fields = Object.keys(recordFields[type]).join(', ');
    const soql = `SELECT ${fields} FROM ${type}__mdt WHERE DeveloperName = '${name}'`;
    const answer = (await client().ask([{ id: 'row', via: 'data', soql }])).get('row');
    return answer?.ok ? answer.records[0] : undefined;
  };
  const deploys = (): number =>
    workspace.org.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/deployRequest')).length;
  const addresses = (data: Readonly<Record<string, unknown>>): readonly string[] =>
    (data['changes'] as readonly Change[]).map(({ address }) => address);

  it('are installed from source before what needs them, with their settings, and a second run changes nothing', async () => {
    await open();
    const { exitCode, data } = await workspace.run('apply', '--org', 'uat');
    assert.equal(exitCode, 0, JSON.stringify(data));
    assert.equal(deploys(), 2);
    const { orgId } = workspace.org;
    const [org] = rows('RingdownOrg__c');
    assert.equal(org?.['ConfiguredFor__c'], orgId);
    assert.equal(org['DefaultCountry__c'], 'DE');
    assert.equal(org['PhoneOrigin__c'], 'https://softphone.example.com');
    const [reps] = rows('RepPreference__c');
    assert.deepEqual([reps?.['SetupOwnerId'], reps?.['RingSound__c'], reps?.['AutoLogin__c']], [orgId, 'off', 'on']);
    assert.equal((await row('ChannelSetting', 'SMS'))?.['AutoLog__c'], false);
    assert.equal((await row('Disposition', 'Ringdown_Sold'))?.['FollowUpDays__c'], 7);
    assert.equal((await row('Disposition', 'Spam'))?.['IsActive__c'], false);
    assert.equal((await row('ScreenPopRule', 'ContactByPhone'))?.['Order__c'], 10);
    assert.equal((await row('ScreenPopRule', 'LeadByPhone'))?.['IsActive__c'], false);
    assert.ok(workspace.org.data.component('Translations', 'ja'));
    assert.equal(workspace.org.data.component('Translations', 'de'), undefined);
    const held = (name: string): number => {
      const set = rows('PermissionSet').find(({ Name }) => Name === name);
      return rows('PermissionSetAssignment').filter(({ PermissionSetId }) => PermissionSetId === set?.Id).length;
    };
    assert.ok(held('RingdownAgent') >= 5);
    assert.equal(held('RingdownAdmin'), 1);

    const before = workspace.org.stateHash();
    const sent = workspace.org.requests.length;
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
    assert.ok(workspace.org.requests.length - sent <= 3, String(workspace.org.requests.length - sent));
    assert.equal(workspace.org.stateHash(), before);
    assert.equal((await workspace.run('verify', '--org', 'uat')).exitCode, 0);
  });

  it('are deployed at an older API version without what it does not know', async () => {
    const filesOf = (type: string, name: string): string =>
      (workspace.org.data.component(type, name)?.files ?? []).map(({ text }) => text).join();
    await open();
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.match(filesOf('Translations', 'ja'), /<name>RingdownReports\/CallsByRep<\/name>/);
    assert.match(filesOf('ApexClass', 'CallLogs'), /<apiVersion>67\.0</);
    await workspace.close();

    await open({ config: `apiVersion: '66.0'\n${config()}` });
    const { exitCode, data } = await workspace.run('apply', '--org', 'uat');
    assert.equal(exitCode, 0, JSON.stringify(data));
    assert.match(filesOf('Translations', 'ja'), /<customTabs>/);
    assert.doesNotMatch(filesOf('Translations', 'ja'), /<reports>|<dashboards>/);
    assert.match(filesOf('ApexClass', 'CallLogs'), /<apiVersion>66\.0</);
    assert.match(filesOf('LightningComponentBundle', 'callLog'), /<apiVersion>66\.0</);
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
  });

  it('show as drift when a part is gone, and are repaired', async () => {
    await open();
    await workspace.run('apply', '--org', 'uat');
    const access = rows('FieldPermissions').find(({ Field }) => Field === 'CallLogPart__c.Text__c');
    workspace.org.data.remove('FieldPermissions', access?.Id ?? '');
    assert.equal((await workspace.run('verify', '--org', 'uat')).exitCode, 2);
    const { data } = await workspace.run('apply', '--org', 'uat');
    assert.ok(addresses(data).includes('package-source main'), addresses(data).join());
    assert.ok(rows('FieldPermissions').some(({ Field }) => Field === 'CallLogPart__c.Text__c'));
  });

  it('show as drift when a permission set opens a class no more, which verify and plan name, and are repaired', async () => {
    await open();
    await workspace.run('apply', '--org', 'uat');
    const set = workspace.org.data.component('PermissionSet', 'RingdownAgent');
    assert.ok(set);
    const without = /<classAccesses>\s*<apexClass>CallLogs<\/apexClass>[\s\S]*?<\/classAccesses>/;
    const files = set.files.map((file) => ({ ...file, text: (file.text ?? '').replace(without, '') }));
    workspace.org.data.putComponent({ ...set, files });
    const missing = 'missing in the org: Apex class CallLogs in permission set RingdownAgent';
    const verified = await workspace.run('verify', '--org', 'uat');
    assert.equal(verified.exitCode, 2);
    for (const { lines } of [verified, await workspace.run('plan', '--org', 'uat')])
      assert.ok(
        lines.some((line) => line.trim() === missing),
        lines.join('\n')
      );
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.match(workspace.org.data.component('PermissionSet', 'RingdownAgent')?.files[0]?.text ?? '', without);
    assert.equal((await workspace.run('verify', '--org', 'uat')).exitCode, 0);
  });

  describe('and a vendor whose own page pops and logs', () => {
    const ofVendor = config().replace(
      '  support:\n',
      "  support:\n    vendor: acme-telecom\n    parameters: { region: eu, account: '104207' }\n"
    );
    const write = (popsAndLogs: string): void => {
      const text = readFileSync(join(root, 'config/vendors/acme-telecom.yaml'), 'utf8');
      workspace.write('config/vendors/acme-telecom.yaml', `${text}\npopsAndLogs: ${popsAndLogs}\n`);
    };

    it('are told of it, are compared with it, and go back', async () => {
      await open({ config: ofVendor });
      write('vendor');
      assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
      assert.equal(rows('RingdownOrg__c')[0]?.['PopsAndLogs__c'], 'Vendor');
      write('ringdown');
      const { exitCode, lines } = await workspace.run('verify', '--org', 'uat');
      assert.equal(exitCode, 2);
      assert.ok(
        lines.some((line) => line.trim() === 'PopsAndLogs__c: Vendor -> Ringdown'),
        lines.join('\n')
      );
      assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
      assert.equal(rows('RingdownOrg__c')[0]?.['PopsAndLogs__c'], 'Ringdown');
      assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
    });

    it('are told apart from an older release that has no field for it, and everything else is written', async () => {
      await open({ config: config() });
      await workspace.run('apply', '--org', 'uat');
      workspace.org.data.removeComponent('CustomField', 'RingdownOrg__c.PopsAndLogs__c');
      const installed = ofVendor.replace('source: force-app, translations: [ja]', "namespace: ''");
      workspace.write('config/ringdown.yaml', installed.replace('defaultCountry: DE', 'defaultCountry: FR'));
      write('vendor');
      const { exitCode, data } = await workspace.run('apply', '--org', 'uat');
      assert.equal(exitCode, 0);
      const codes = (data['findings'] as readonly Finding[]).map(({ code, severity }) => `${severity} ${code}`);
      assert.ok(codes.includes('warning PACKAGE_TOO_OLD'), codes.join());
      assert.equal(rows('RingdownOrg__c')[0]?.['DefaultCountry__c'], 'FR');
      assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
    });
  });

  it('are updated when their source changes, and what an admin set by hand stays', async () => {
    const toolDirectory = toolCopy();
    await open({ toolDirectory });
    await workspace.run('apply', '--org', 'uat');
    const values = { AfterSave__c: 'Pop', AutoLog__c: false, Channel__c: 'Chat', OpensWrapUp__c: true };
    const byHand = recordFile(
      { type: 'ChannelSetting', name: 'Chat', namespace: '', recordNamespace: '' },
      'Chat',
      values
    );
    const manifest = { path: 'package.xml', content: packageManifest([byHand], '67.0') };
    const other = client();
    await other.deployStatus(await other.deploy([manifest, byHand], { production: false }));
    assert.equal((await row('ChannelSetting', 'Chat'))?.['AfterSave__c'], 'Pop');
    const file = join(
      toolDirectory,
      'force-app/main/default/objects/PackageSource__mdt/PackageSource__mdt.object-meta.xml'
    );
    writeFileSync(file, readFileSync(file, 'utf8').replace('Which source', 'What source'));
    const { data } = await workspace.run('plan', '--org', 'uat');
    assert.deepEqual(addresses(data), ['package-source main']);
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'changed');
    assert.equal((await row('ChannelSetting', 'Chat'))?.['AfterSave__c'], 'Pop');
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
  });

  it('follow the file: a rule that it no longer names goes out of use, and comes back with it', async () => {
    await open();
    await workspace.run('apply', '--org', 'uat');
    const other = 'fax: { attribute: caller-number, object: Account, field: Fax }';
    workspace.write('config/ringdown.yaml', config(settings(other)));
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.equal((await row('ScreenPopRule', 'ContactByPhone'))?.['IsActive__c'], false);
    assert.equal((await row('ScreenPopRule', 'Ringdown_Fax'))?.['IsActive__c'], true);
    workspace.write('config/ringdown.yaml', config());
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.equal((await row('ScreenPopRule', 'ContactByPhone'))?.['IsActive__c'], true);
    assert.equal((await row('ScreenPopRule', 'Ringdown_Fax'))?.['IsActive__c'], false);
  });

  it('are taken up again when a run ended while they were being deployed, and posted once', async () => {
    await open({ clock: jumpingClock(), org: { settings: { deployPolls: 1000 } } });
    assert.equal((await workspace.fail('apply', '--org', 'uat', '--wait', '1')).exitCode, 69);
    assert.equal(deploys(), 1);
    workspace.org.changeSettings({ deployPolls: 1 });
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.ok(rows('RingdownOrg__c').length === 1);
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
  });

  it('are looked for, and not sent twice, when the answer to their deploy is lost', async () => {
    await open();
    workspace.org.faults.add({
      match: { method: 'POST', path: '*/deployRequest' },
      fault: { kind: 'reset-after' },
      times: 1
    });
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.equal(deploys(), 2);
  });

  it('go into production only when it is confirmed', async () => {
    const production = config().replaceAll('kind: sandbox', 'kind: production').replace('.uat]', ']');
    await open({ config: production, org: { kind: 'production' } });
    const before = workspace.org.stateHash();
    assert.equal((await workspace.fail('apply', '--org', 'uat')).exitCode, 77);
    assert.equal(workspace.org.stateHash(), before);
  });

  it('are left alone where the file does not speak of them', async () => {
    await open({ config: ownCallCenter() });
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.equal(workspace.org.data.component('CustomObject', 'RingdownOrg__c'), undefined);
    assert.equal(deploys(), 1);
  });

  it('block a run whose settings have nowhere to go', async () => {
    await open({ config: config(settings().replace('source: force-app, translations: [ja]', 'namespace: rd')) });
    const before = workspace.org.stateHash();
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.equal(error.exitCode, 79);
    assert.ok(
      error.lines.some((line) => line.startsWith('PACKAGE_MISSING')),
      error.lines.join()
    );
    assert.ok(
      error.lines.every((line) => line.length < 400 && !line.includes('SELECT')),
      error.lines.join()
    );
    assert.ok(
      error.lines.some((line) => line.startsWith('ROLE_WITHOUT_PERMISSION_SET')),
      error.lines.join()
    );
    assert.equal(workspace.org.stateHash(), before);
  });
});
