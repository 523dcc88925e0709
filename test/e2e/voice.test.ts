import assert from 'node:assert/strict';
import { openWorkspace, type Workspace } from './workspace';

const config = (voice: string): string => `version: 1
callCenters:
  voice:
    kind: voice
    origin: own
    internalName: AcmeVoice
    displayName: Acme Voice
    adapterUrl: https://phone.example.com/connector
    singleSignOn: false
    loginUrl: https://phone.example.com/login
    voice:
      vendorInfo: { name: AcmeTelephony, label: Acme Telephony }
      ${voice}
users:
  callCenters:
    - callCenter: voice
      match: { profiles: [Contact Center Agent] }
orgs:
  uat: { kind: sandbox, login: local }
`;
const complete = config('integrationClass: RingdownTelephonyIntegration');

describe('a contact center of Voice, end to end on the local org', () => {
  let workspace: Workspace;
  afterEach(() => workspace.close());
  const posts = (): number =>
    workspace.org.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/deployRequest')).length;

  it('is made in two deploys, the vendor info before the contact center, and a second run changes nothing', async () => {
    workspace = await openWorkspace({ config: complete, org: { catalog: 'voice' } });
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.equal(posts(), 2);
    const row = workspace.org.data.rows('CallCenter').find(({ InternalName }) => InternalName === 'AcmeVoice');
    const settings = JSON.parse(String(row?.['CustomSettings'])) as Record<string, string>;
    assert.equal(settings['reqCallCenterType'], 'SCVBYOT');
    assert.equal(settings['scvVendorLoginUrl'], 'https://phone.example.com/login');
    const info = workspace.org.data.component('ConversationVendorInfo', 'AcmeTelephony');
    assert.match(info?.files[0]?.text ?? '', /<customLoginUrl>https:\/\/phone\.example\.com\/login<\/customLoginUrl>/);

    const before = workspace.org.stateHash();
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
    assert.equal(workspace.org.stateHash(), before);
    assert.equal((await workspace.run('verify', '--org', 'uat')).exitCode, 0);
  });

  it('is not begun in an org without the licence', async () => {
    workspace = await openWorkspace({ config: complete });
    const before = workspace.org.stateHash();
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.equal(error.exitCode, 79);
    assert.ok(
      error.lines.some((line) => line.startsWith('VOICE_LICENCE_MISSING')),
      error.lines.join()
    );
    assert.equal(workspace.org.stateHash(), before);
  });

  it('is not begun without the Apex class that the platform demands', async () => {
    workspace = await openWorkspace({ config: config('integrationClass: Absent'), org: { catalog: 'voice' } });
    const before = workspace.org.stateHash();
    const error = await workspace.fail('apply', '--org', 'uat');
    assert.equal(error.exitCode, 79);
    assert.ok(
      error.lines.some((line) => line.startsWith('INTEGRATION_CLASS_MISSING')),
      error.lines.join()
    );
    assert.equal(workspace.org.stateHash(), before);
  });

  it('is handed to a person where the org refuses it, and nothing else is left undone', async () => {
    workspace = await openWorkspace({
      config: complete,
      org: { catalog: 'voice', settings: { acceptsCallCenters: false } }
    });
    const { exitCode, data } = await workspace.run('apply', '--org', 'uat');
    assert.equal(exitCode, 80);
    assert.equal((data['files'] as readonly string[]).length, 1);
    assert.ok(workspace.org.data.component('ConversationVendorInfo', 'AcmeTelephony'));
    workspace.org.changeSettings({ acceptsCallCenters: true });
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
  });

  it('gets the Voice package after the base, and its agents the permission sets of both', async () => {
    const withPackages = complete.replace(
      'orgs:',
      '  roles: { agent: { callCenters: [voice] } }\nringdown: { source: force-app }\norgs:'
    );
    workspace = await openWorkspace({ config: withPackages, org: { catalog: 'voice' } });
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.equal(posts(), 4);
    const { data } = workspace.org;
    assert.ok(data.component('CustomApplication', 'RingdownVoiceConsole'));
    const sets = new Map(data.rows('PermissionSet').map(({ Id, Name }) => [Id, Name]));
    const assigned = new Set(
      data.rows('PermissionSetAssignment').map(({ PermissionSetId }) => sets.get(String(PermissionSetId)))
    );
    assert.ok(assigned.has('RingdownAgent') && assigned.has('RingdownVoiceAgent'));
    const before = workspace.org.stateHash();
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
    assert.equal(workspace.org.stateHash(), before);
  });
});
