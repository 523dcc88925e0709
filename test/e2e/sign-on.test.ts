import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../web/session-service/settings/read-settings';
import { startService, type StartedService } from '../../web/session-service/start-service';
import { smallTool } from './small-tool';
import { openWorkspace, type Workspace } from './workspace';

const orgId = '00D000000000001EAA';
const origin = 'https://voice.example.com';
const config = `version: 1
callCenters:
  voice:
    kind: voice
    origin: own
    pages: ringdown
    internalName: AcmeVoice
    displayName: Acme Voice
    voice:
      { vendorInfo: { name: AcmeTelephony }, integrationClass: RingdownTelephonyIntegration, certificateFile: cert.pem }
users:
  callCenters: [{ callCenter: voice, match: { usernames: [priya.raman@example.com.uat] } }]
  roles: { agent: { callCenters: [voice] } }
ringdown:
  source: force-app
  translations: []
  sessionService: ${origin}
  singleSignOn: { provider: salesforce, contactEmail: phone@acme.example }
orgs:
  uat: { kind: sandbox, login: local, myDomain: https://acme.my.salesforce.com }
`;
const settings = {
  listen: { host: '127.0.0.1', port: 0 },
  origin,
  orgsFile: 'config/session-service.json',
  store: { kind: 'sqlite', file: 'sessions.db' },
  authenticators: { '*': [{ kind: 'users', file: 'users.json' }] }
};
const permissionSet = (label: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label></PermissionSet>\n`;

/** The tool with permission sets that are names only: whom they let in is all that matters here. */
function toolWithRoles(): string {
  const folder = smallTool('force-app/voice/default/labels');
  for (const [part, name] of [
    ['main', 'RingdownAgent'],
    ['voice', 'RingdownVoiceAgent']
  ] as const) {
    const place = join(folder, 'force-app', part, 'default/permissionsets');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${name}.permissionset-meta.xml`), permissionSet(name));
  }
  return folder;
}

describe('signing in to the session service with Salesforce', () => {
  const toolDirectory = toolWithRoles();
  let workspace: Workspace;
  let service: StartedService | undefined;
  before(async () => {
    workspace = await openWorkspace({
      config,
      org: { catalog: 'voice', identity: { orgId, username: 'admin@acme.example' } },
      toolDirectory
    });
    const certificate = join(__dirname, '../../local/org/testing/tls/test-only.cert.pem');
    copyFileSync(certificate, join(workspace.directory, 'config/cert.pem'));
    workspace.write('users.json', JSON.stringify({ version: 1, users: [] }));
    workspace.write('settings.json', JSON.stringify(settings));
  });
  after(async () => {
    await service?.close();
    await workspace.close();
    rmSync(toolDirectory, { recursive: true });
  });

  const signOn = (): unknown => {
    const text = readFileSync(join(workspace.directory, 'config/session-service.json'), 'utf8');
    return (JSON.parse(text) as { orgs: { signOn?: unknown }[] }).orgs[0]?.signOn;
  };
  const textOf = (type: string, name: string): string => workspace.org.data.component(type, name)?.files[0]?.text ?? '';
  const clientId = (): string =>
    /<consumerKey>(.+)</.exec(textOf('ExtlClntAppGlobalOauthSettings', 'Ringdown_Sign_On'))?.[1] ?? '';

  it('is set up by one apply, which tells the service the client id that the org made', async () => {
    const applied = await workspace.run('apply', '--org', 'uat');
    assert.equal(applied.exitCode, 0, applied.lines.join('\n'));
    assert.match(clientId(), /^3MVG9/);
    assert.deepEqual(signOn(), { issuer: workspace.org.url, clientId: clientId() });
    const before = workspace.org.stateHash();
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
    assert.equal(workspace.org.stateHash(), before);
    assert.deepEqual(signOn(), { issuer: workspace.org.url, clientId: clientId() });
  });

  /** The rep's browser: the login page's window at the service and at the org, where the user is logged in already. */
  const signIn = async (user: string, page: string): Promise<{ readonly status: number; readonly text: string }> => {
    const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${service?.address ?? ''}${path}`, { redirect: 'manual', ...init });
    const userId = workspace.org.data.rows('User').find(({ Username }) => Username === page)?.Id;
    const made = await ask(`/orgs/${orgId}/attempts`, {
      method: 'POST',
      headers: { origin, 'x-ringdown': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ userId, userName: page, callCenter: 'AcmeVoice' })
    });
    const { methods } = (await made.json()) as { methods: { kind: string; label?: string; startUrl: string }[] };
    assert.deepEqual(
      methods.map(({ kind, label }) => label ?? kind),
      ['Salesforce', 'password']
    );
    const window = await ask(methods[0]?.startUrl ?? '');
    const sid = encodeURIComponent(workspace.org.accessTokenOf(user));
    const atOrg = await fetch(window.headers.get('location') ?? '', {
      redirect: 'manual',
      headers: { cookie: `sid=${sid}` }
    });
    const back = new URL(atOrg.headers.get('location') ?? '', workspace.org.url);
    assert.equal(back.origin, origin, 'the org asks something');
    const ended = await ask(`${back.pathname}${back.search}`, {
      headers: {
        cookie: window.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; ')
      }
    });
    return { status: ended.status, text: await ended.text() };
  };

  it('lets a rep in without a password and without a question, and nobody else', async () => {
    const read = readSettings(join(workspace.directory, 'settings.json'), {});
    const pages = { html: () => undefined, asset: () => undefined };
    service = await startService({ settings: read, pages: pages as never, writeAudit: () => undefined });
    const priya = 'priya.raman@example.com.uat';
    const tom = 'tom.okafor@example.com.uat';
    const rep = await signIn(priya, priya);
    assert.equal(rep.status, 200, rep.text);
    assert.match(rep.text, /<output id="code">[^<]+</);
    assert.equal((await signIn(tom, tom)).status, 403, 'no role');
    assert.equal((await signIn(priya, tom)).status, 403, 'a colleague’s console');
  });

  it('is handed to a person where the org has no external client apps, and goes on with the client id that he copies', async () => {
    workspace.org.changeSettings({ externalClientApps: false });
    const refused = await workspace.run('apply', '--org', 'uat');
    assert.equal(refused.exitCode, 80);
    assert.ok(
      refused.lines.some((line) => line.includes(`${origin}/orgs/${orgId}/oidc/callback`)),
      refused.lines.join('\n')
    );
    // What an earlier run knew stands until the file or the org says otherwise.
    assert.deepEqual(signOn(), { issuer: workspace.org.url, clientId: clientId() });
    workspace.write(
      'config/ringdown.yaml',
      config.replace('provider: salesforce', 'provider: salesforce, clientId: 3MVG9.copied')
    );
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.deepEqual(signOn(), { issuer: workspace.org.url, clientId: '3MVG9.copied' });
    workspace.write('config/ringdown.yaml', config);
    workspace.org.changeSettings({ externalClientApps: true });
  });

  it('is put right when somebody turned pre-authorisation off', async () => {
    const { data } = workspace.org;
    const policy = data.component('ExtlClntAppOauthConfigurablePolicies', 'Ringdown_Sign_On_defaultPolicy');
    assert.ok(policy);
    const [file] = policy.files;
    const text = (file?.text ?? '').replace('AdminApprovedPreAuthorized', 'AllSelfAuthorized');
    data.putComponent({ ...policy, files: [{ path: file?.path ?? '', text }] });
    const planned = await workspace.run('plan', '--org', 'uat');
    assert.ok(
      planned.lines.some((line) => line.includes('AllSelfAuthorized -> AdminApprovedPreAuthorized')),
      planned.lines.join('\n')
    );
    const key = clientId();
    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    assert.match(textOf('ExtlClntAppOauthConfigurablePolicies', policy.fullName), /AdminApprovedPreAuthorized/);
    assert.equal(clientId(), key);
  });
});
