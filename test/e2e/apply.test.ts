import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../scripts/clock';
import { createOrg } from '../../scripts/org/create-org';
import type { Change } from '../../scripts/resources/change';
import { packageManifest } from '../../scripts/resources/deployable/package-manifest';
import { ownCallCenter } from './config';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace';

const shipped = readFileSync(join(__dirname, '../../config/ringdown.yaml'), 'utf8');

describe('apply, end to end on the local org', () => {
  let workspace: Workspace;
  const open = async (given: Partial<WorkspaceOptions> = {}): Promise<void> => {
    workspace = await openWorkspace({ config: ownCallCenter(), ...given });
    for (const vendor of ['8x8', 'acme-telecom']) {
      workspace.write(
        `config/vendors/${vendor}.yaml`,
        readFileSync(join(__dirname, `../../config/vendors/${vendor}.yaml`), 'utf8')
      );
    }
  };
  afterEach(() => workspace.close());

  const addresses = (data: Readonly<Record<string, unknown>>): readonly string[] =>
    (data['changes'] as readonly Change[]).map(({ address }) => address);
  const callCenterRow = (name: string) =>
    workspace.org.data.rows('CallCenter').find(({ InternalName }) => InternalName === name);

  it('plans everything and writes nothing', async () => {
    await open({ config: shipped });
    const before = workspace.org.stateHash();
    const { exitCode, data } = await workspace.run('plan', '--org', 'uat');
    assert.equal(exitCode, 0);
    assert.ok(
      addresses(data).some((address) => address.includes('04ti0000000XzquAAC')),
      addresses(data).join()
    );
    assert.equal((await workspace.run('plan', '--org', 'uat', '--detailed-exitcode')).exitCode, 2);
    assert.equal(workspace.org.stateHash(), before);
  });

  it('makes a sandbox a call center from the shipped file, and a second run changes nothing', async () => {
    await open({ config: shipped });
    const { exitCode, data } = await workspace.run('apply', '--org', 'uat');
    assert.equal(exitCode, 0, JSON.stringify(data));
    const row = callCenterRow('EightByEightVirtualContactCenter');
    assert.equal(row?.['AdapterUrl'], 'https://vcc-na4.8x8.com/AGUI/loginSSO2.php?tenant=AcmeJets&sandbox=true');
    const agents = workspace.org.data.rows('User').filter(({ CallCenterId }) => CallCenterId === row.Id);
    assert.ok(agents.length >= 5);
    assert.ok(agents.every(({ UserPermissionsSupportUser }) => UserPermissionsSupportUser === true));
    const fields = workspace.org.data.rows('FieldPermissions').map(({ Field }) => Field);
    assert.ok(fields.includes('Task.Type'));
    assert.ok(
      fields.some((field) => String(field).startsWith('Task.cnt8x8__')),
      fields.join()
    );

    const before = workspace.org.stateHash();
    const sent = workspace.org.requests.length;
    const again = await workspace.run('apply', '--org', 'uat');
    assert.equal(again.data['outcome'], 'unchanged');
    assert.ok(workspace.org.requests.length - sent <= 4, String(workspace.org.requests.length - sent));
    assert.equal(workspace.org.stateHash(), before);
    assert.equal((await workspace.run('verify', '--org', 'uat')).exitCode, 0);
  });

  it('never appends the sandbox parameter for production', async () => {
    await open({ config: shipped, org: { kind: 'production' } });
    const orgId = workspace.org.orgId;
    assert.equal((await workspace.run('apply', '--org', 'production', '--confirm-org', orgId)).exitCode, 0);
    assert.equal(
      callCenterRow('EightByEightVirtualContactCenter')?.['AdapterUrl'],
      'https://vcc-na4.8x8.com/AGUI/loginSSO2.php?tenant=AcmeJets'
    );
  });

  it('installs an own call center in at most 8 requests and reads it back in at most 3 more', async () => {
    await open();
    await workspace.run('apply', '--org', 'uat');
    assert.ok(workspace.org.requests.length <= 11, String(workspace.org.requests.length));
    assert.equal(callCenterRow('AcmeSupport')?.['AdapterUrl'], 'https://softphone.example.com/cti?tenant=acme&lang=en');
  });

  it('refuses production that nobody confirmed, before the first write', async () => {
    await open({ config: ownCallCenter({ kind: 'production' }), org: { kind: 'production' } });
    const before = workspace.org.stateHash();
    assert.equal((await workspace.fail('apply', '--org', 'uat')).exitCode, 77);
    assert.equal((await workspace.fail('apply', '--org', 'uat', '--confirm-org', '00D000000000009')).exitCode, 77);
    assert.equal(workspace.org.stateHash(), before);
  });

  it('refuses an org of another kind', async () => {
    await open({ org: { kind: 'production' } });
    const before = workspace.org.stateHash();
    const error = await workspace.fail('apply', '--org', 'uat', '--confirm-org', workspace.org.orgId);
    assert.equal(error.exitCode, 79);
    assert.ok(
      error.lines.some((line) => line.startsWith('ORG_KIND_MISMATCH')),
      error.lines.join()
    );
    assert.equal(workspace.org.stateHash(), before);
  });

  it('applies a saved plan, and refuses it once the org has changed', async () => {
    await open();
    await workspace.run('plan', '--org', 'uat', '--out', 'plan.json');
    const [agent] = workspace.org.data
      .rows('User')
      .filter(({ IsActive, Username }) => IsActive === true && !String(Username).startsWith('admin'));
    workspace.org.data.update('User', agent?.Id ?? '', { UserPermissionsSupportUser: true });
    assert.equal((await workspace.fail('apply', '--org', 'uat', 'plan.json')).exitCode, 73);
    await workspace.run('plan', '--org', 'uat', '--out', 'plan.json');
    assert.equal((await workspace.run('apply', '--org', 'uat', 'plan.json')).exitCode, 0);
    assert.equal((await workspace.fail('apply', '--org', 'uat', 'plan.json')).exitCode, 73);
  });

  it('reports every finding at once and writes nothing when the org is not ready', async () => {
    await open({
      config: ownCallCenter({
        users: `  callCenters:
    - callCenter: support
      match: { profiles: [Nobody Has This], usernames: [absent@example.com] }`
      })
    });
    const before = workspace.org.stateHash();
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.equal(error.exitCode, 79);
    assert.ok(
      error.lines.some((line) => line.startsWith('RULE_MATCHES_NOBODY')),
      error.lines.join()
    );
    assert.equal(workspace.org.stateHash(), before);
  });

  it('names a user who is in another call center, and moves nobody unless told to', async () => {
    await open();
    await workspace.run('apply', '--org', 'uat');
    workspace.write('config/ringdown.yaml', ownCallCenter().replace(/AcmeSupport/g, 'AcmeSales'));
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.ok(
      error.lines.some((line) => line.startsWith('USER_IN_OTHER_CALL_CENTER')),
      error.lines.join()
    );
    workspace.write(
      'config/ringdown.yaml',
      ownCallCenter()
        .replace(/AcmeSupport/g, 'AcmeSales')
        .replace('users:\n', 'users:\n  moveUsers: true\n')
    );
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    const sales = callCenterRow('AcmeSales');
    assert.ok(workspace.org.data.rows('User').some(({ CallCenterId }) => CallCenterId === sales?.Id));
  });

  it('hands a refused call center to a person with the import file, does the rest, and goes on afterwards', async () => {
    await open({ org: { settings: { acceptsCallCenters: false } } });
    const { exitCode, data } = await workspace.run('apply', '--org', 'uat');
    assert.equal(exitCode, 80);
    const [file = ''] = data['files'] as readonly string[];
    assert.match(readFileSync(join(workspace.directory, file), 'utf8'), /<callCenter>/);
    assert.ok(workspace.org.data.rows('PermissionSet').some(({ Name }) => Name === 'AcmeAccess'));
    workspace.org.changeSettings({ acceptsCallCenters: true });
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.ok(callCenterRow('AcmeSupport'));
  });

  it('costs no more requests for 200 users than for 5', async () => {
    const users = Array.from({ length: 195 }, (_, index) => ({
      username: `many.${index}@example.com`,
      firstName: 'Many',
      lastName: String(index),
      email: `many.${index}@example.com`,
      profile: 'Contact Center Agent'
    }));
    await open();
    await workspace.run('apply', '--org', 'uat');
    const few = workspace.org.requests.length;
    await workspace.close();
    await open({ org: { catalog: { users, featureLicenses: { SupportUser: 300 } } } });
    await workspace.run('apply', '--org', 'uat');
    assert.equal(workspace.org.requests.length, few);
  });

  it('does not believe a success that is not there when read back', async () => {
    await open();
    workspace.org.faults.add({
      match: { method: 'POST', path: '*/composite' },
      fault: { kind: 'status', status: 200, body: JSON.stringify({ compositeResponse: [] }) }
    });
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.ok([1, 68].includes(error.exitCode), error.code);
  });

  it('keeps everything that others gave a permission set', async () => {
    await open();
    const set = workspace.org.data;
    await workspace.run('apply', '--org', 'uat');
    const component = set.component('PermissionSet', 'AcmeAccess');
    assert.ok(component);
    const text = component.files[0]?.text ?? '';
    const shared = text
      .replace(/<description>.*<\/description>/, '<description>Ours and theirs</description>')
      .replace(
        /<userPermissions>/,
        '<userPermissions><enabled>true</enabled><name>EditTask</name></userPermissions><userPermissions>'
      )
      .replace('<editable>true</editable>', '<editable>false</editable>');
    await deployPermissionSet(shared);
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'changed');
    const row = set.rows('PermissionSet').find(({ Name }) => Name === 'AcmeAccess');
    assert.equal(row?.['PermissionsEditTask'], true);
    assert.match(set.component('PermissionSet', 'AcmeAccess')?.files[0]?.text ?? '', /Ours and theirs/);
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
  });

  /** As another admin would, past the tool. */
  async function deployPermissionSet(content: string): Promise<void> {
    const { url, accessToken } = workspace.org;
    const other = createOrg({
      session: { instanceUrl: url, accessToken },
      apiVersion: '67.0',
      clock: systemClock,
      emit: () => undefined,
      signal: new AbortController().signal,
      installationKeyOf: () => undefined
    });
    const file = {
      type: 'PermissionSet',
      fullName: 'AcmeAccess',
      path: 'permissionsets/AcmeAccess.permissionset',
      content
    };
    const id = await other.deploy([{ path: 'package.xml', content: packageManifest([file], '67.0') }, file], {
      production: false
    });
    const { success, failures } = await other.deployStatus(id);
    assert.ok(success, JSON.stringify(failures));
  }

  it('keeps a journal and takes no secret into it', async () => {
    await open();
    await workspace.run('apply', '--org', 'uat');
    const journal = join(workspace.directory, '.ringdown/orgs', workspace.org.orgId, 'journal.jsonl');
    assert.ok(existsSync(journal));
    assert.ok(!readFileSync(journal, 'utf8').includes(workspace.org.accessToken));
  });
});
