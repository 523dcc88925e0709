import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startOrg } from '../../local/org/start-org';
import { createSfProject, type SfProject } from './sf';

/** The one login that @salesforce/core reads: what the unmodified sf CLI stored, found under its alias. */
describe('a login that the sf CLI stored', function () {
  this.timeout(60_000);
  let org: Awaited<ReturnType<typeof startOrg>>;
  let project: SfProject;

  before(async () => {
    org = await startOrg({ kind: 'sandbox' });
    project = createSfProject({ SF_ACCESS_TOKEN: org.accessToken });
    project.write(
      'config/ringdown.yaml',
      `version: 1
callCenters:
  support:
    kind: open-cti
    internalName: AcmeSupport
    displayName: Acme Support
    adapterUrl: https://softphone.example.com/cti
orgs:
  uat: { kind: sandbox, login: { sf: stored } }
  other: { kind: sandbox, login: { sf: nobody } }
`
    );
    const login = await project.sf(
      'org',
      'login',
      'access-token',
      '--instance-url',
      org.url,
      '--no-prompt',
      '--alias',
      'stored'
    );
    assert.equal(login.exitCode, 0, login.text);
  });
  after(async () => {
    project.remove();
    await org.close();
  });

  const ringdown = (...args: readonly string[]): Promise<{ code: number | null; text: string }> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(__dirname, '../../scripts/ringdown.cjs'), ...args], {
        cwd: project.directory,
        env: { ...process.env, HOME: join(project.directory, 'home'), SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' },
        stdio: ['ignore', 'pipe', 'pipe']
      });
      let text = '';
      child.stdout.on('data', (data: Buffer) => (text += data.toString()));
      child.stderr.on('data', (data: Buffer) => (text += data.toString()));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, text }));
    });

  it('is used by its alias', async () => {
    const { code, text } = await ringdown('plan', '--org', 'uat');
    assert.equal(code, 0, text);
    assert.match(text, new RegExp(org.orgId));
    assert.ok(!text.includes(org.accessToken));
  });

  it('is asked for by name when there is none', async () => {
    const { code, text } = await ringdown('plan', '--org', 'other');
    assert.equal(code, 1, text);
    assert.match(text, /SF_LOGIN_MISSING/);
    assert.match(text, /sf org login web --alias nobody/);
  });
});
