import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startSessionService, type FakeSessionService } from '../fakes/session-service';
import { smallTool } from './small-tool';
import { voiceConfig } from './voice-config';
import { openWorkspace, type Workspace } from './workspace';

const config = voiceConfig('https://voice.example.com');

const identity = { orgId: '00D000000000001EAA', username: 'admin@acme.example' };

describe('a contact center whose pages and keys are those of the session service', () => {
  let workspace: Workspace;
  let service: FakeSessionService;
  const toolDirectory = smallTool();
  after(() => rmSync(toolDirectory, { recursive: true }));
  const open = async (
    given: { readonly endsAfterDays?: number; readonly token?: string; readonly refuses?: boolean } = {}
  ): Promise<void> => {
    service = await startSessionService('00D000000000001EAA', given.endsAfterDays);
    workspace = await openWorkspace({
      config,
      org: { catalog: 'voice', identity, settings: { acceptsCallCenters: given.refuses !== true } },
      toolDirectory,
      service: { url: service.url, token: given.token ?? service.token }
    });
  };
  afterEach(async () => {
    await workspace.close();
    await service.close();
  });
  const settings = (): Record<string, string> => {
    const row = workspace.org.data.rows('CallCenter').find(({ InternalName }) => InternalName === 'AcmeVoice');
    return JSON.parse(String(row?.['CustomSettings'])) as Record<string, string>;
  };
  const text = (type: string, name: string): string => workspace.org.data.component(type, name)?.files[0]?.text ?? '';
  const hasCertificate = (index: number): boolean =>
    text('CallCenter', 'AcmeVoice').replace(/\s/g, '').includes(service.keys[index]!.certificate.replace(/\s/g, ''));
  const apply = (...more: readonly string[]) => workspace.run('apply', '--org', 'uat', ...more);
  const states = (): readonly string[] => service.keys.map(({ state }) => state);

  it('gets one key pair, its certificate, its addresses and its file, and a second run changes nothing', async () => {
    await open();
    const planned = await workspace.run('plan', '--org', 'uat');
    assert.ok(
      planned.lines.some((line) => line.includes('make a key pair')),
      planned.lines.join('\n')
    );
    assert.deepEqual(states(), []);
    assert.equal((await apply()).exitCode, 0);
    assert.deepEqual(states(), ['active']);
    assert.ok(hasCertificate(0));
    const login = 'https://voice.example.com/orgs/00D000000000001EAA/login';
    assert.equal(settings()['scvVendorLoginUrl'], login);
    assert.ok(text('ConversationVendorInfo', 'AcmeTelephony').includes(`<customLoginUrl>${login}</customLoginUrl>`));
    assert.deepEqual(JSON.parse(readFileSync(join(workspace.directory, 'config/session-service.json'), 'utf8')), {
      version: 1,
      orgs: [
        {
          orgId: '00D000000000001EAA',
          name: 'uat',
          frameAncestors: [
            'https://acme.lightning.force.com',
            'https://acme.my.salesforce.com',
            'https://acme--c.vf.force.com'
          ],
          scrtUrl: 'https://acme.my.salesforce-scrt.com',
          callCenter: 'AcmeVoice',
          loginFrameHeight: 350
        }
      ]
    });
    const before = workspace.org.stateHash();
    const again = await apply();
    assert.equal(again.data['outcome'], 'unchanged');
    assert.deepEqual(again.data['orgsFile'], { path: 'config/session-service.json', changed: false });
    assert.equal(workspace.org.stateHash(), before);
    assert.deepEqual(states(), ['active']);
  });

  it('changes keys when asked, once, the new one last', async () => {
    await open();
    await apply();
    const rotated = await apply('--rotate-keys');
    assert.equal(rotated.exitCode, 0);
    assert.deepEqual(states(), ['retired', 'active']);
    assert.ok(hasCertificate(1));
    assert.equal((await apply()).data['outcome'], 'unchanged');
    assert.equal(service.keys.length, 2);
  });

  it('changes keys as often as it is asked, and keeps none but the last beside the one that signs', async () => {
    await open();
    await apply();
    for (let time = 0; time < 4; time += 1) assert.equal((await apply('--rotate-keys')).exitCode, 0);
    assert.deepEqual(
      service.keys.map(({ keyId, state }) => `${keyId} ${state}`),
      ['key-4 retired', 'key-5 active']
    );
  });

  it('changes keys also where old ones cannot be removed, and removes them next time', async () => {
    await open();
    await apply();
    await apply('--rotate-keys');
    service.faults.set('/keys/key-1', 503);
    assert.equal((await apply('--rotate-keys')).exitCode, 0);
    assert.deepEqual(states(), ['retired', 'retired', 'active']);
    await apply('--rotate-keys');
    assert.deepEqual(states(), ['retired', 'active']);
  });

  it('removes no key while the org knows another certificate than that of the key that signs', async () => {
    await open();
    await apply();
    await apply('--rotate-keys');
    // Somebody lets keys sign by hand, and the org knows none of it.
    const post = (path: string) =>
      fetch(`${service.url}/admin/orgs/${identity.orgId}/keys${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${service.token}` }
      });
    await post('');
    await post('/key-3/activate');
    workspace.org.changeSettings({ acceptsCallCenters: false });
    await apply('--rotate-keys');
    assert.deepEqual(states(), ['retired', 'retired', 'active', 'pending']);
    assert.ok(hasCertificate(1));
  });

  it('takes up a change of keys that was interrupted anywhere, without a third key', async () => {
    await open();
    await apply();
    for (const fault of ['POST /admin/orgs/00D000000000001EAA/keys/key-2/activate']) service.faults.set(fault, 'down');
    assert.equal((await workspace.fail('apply', '--org', 'uat', '--rotate-keys')).code, 'SESSION_SERVICE_UNREACHABLE');
    assert.deepEqual(states(), ['active', 'pending']);
    assert.ok(hasCertificate(1));
    const planned = await workspace.run('plan', '--org', 'uat');
    assert.ok(
      planned.lines.some((line) => line.includes('key-2')),
      planned.lines.join('\n')
    );
    assert.equal((await apply('--rotate-keys')).exitCode, 0);
    assert.deepEqual(states(), ['retired', 'active']);
  });

  it('takes up a key that was made just before the run ended', async () => {
    await open();
    workspace.org.changeSettings({ acceptsCallCenters: true });
    service.faults.set('/keys', 'down');
    const first = await workspace.fail('apply', '--org', 'uat');
    assert.equal(first.exitCode, 79);
    service.faults.set('POST /admin/orgs/00D000000000001EAA/keys', 'lost');
    assert.equal((await apply()).exitCode, 0);
    assert.deepEqual(states(), ['active']);
  });

  it('does not let a key sign before the org has its certificate', async () => {
    await open({ refuses: true });
    assert.equal((await apply()).exitCode, 80);
    assert.deepEqual(states(), ['pending']);
    workspace.org.changeSettings({ acceptsCallCenters: true });
    assert.equal((await apply()).exitCode, 0);
    assert.deepEqual(states(), ['active']);
  });

  it('is not begun without the token, with a wrong one, or with a service that knows another org', async () => {
    for (const token of ['', 'wrong']) {
      await open({ token });
      const before = workspace.org.stateHash();
      const error = await workspace.fail('apply', '--org', 'uat');
      assert.equal(error.exitCode, 79);
      assert.ok(
        error.lines.some((line) => line.includes(token === '' ? 'SECRET_MISSING' : 'TOKEN_REFUSED')),
        error.lines.join()
      );
      assert.equal(workspace.org.stateHash(), before);
      assert.deepEqual(states(), []);
      if (token === '') {
        await workspace.close();
        await service.close();
      }
    }
    assert.ok(existsSync(join(workspace.directory, 'config/session-service.json')));
  });

  it('never sends a token that no header can hold, and repeats nothing of it', async () => {
    for (const [index, token] of ['first-line\nsecond-line', 'ein-schlüssel', 'a\u0001b'].entries()) {
      if (index > 0) await Promise.all([workspace.close(), service.close()]);
      await open({ token });
      const error = await workspace.fail('apply', '--org', 'uat');
      const said = JSON.stringify([error.message, error.lines, error.data, String(error.cause), workspace.events]);
      assert.match(said, /ADMIN_TOKEN_MALFORMED/);
      assert.doesNotMatch(said, /second-line|schlüssel/);
      assert.deepEqual(service.requests, []);
    }
  });

  it('never lets the token into what people or pipelines read', async () => {
    await open();
    const results = [
      await workspace.run('plan', '--org', 'uat'),
      await apply(),
      await workspace.run('plan', '--org', 'uat')
    ];
    const journal = readFileSync(join(workspace.directory, '.ringdown/orgs/00D000000000001EAA/journal.jsonl'), 'utf8');
    const all = JSON.stringify([results, workspace.events, journal]);
    assert.match(all, /key-created/);
    assert.ok(!all.includes(service.token));
    assert.doesNotMatch(all, /PRIVATE KEY/);
  });

  it('says that a certificate ends soon, and how to get another', async () => {
    await open({ endsAfterDays: 20 });
    await apply();
    const { data } = await workspace.run('plan', '--org', 'uat');
    const found = (data['findings'] as readonly { code: string; fix: string }[]).find(
      ({ code }) => code === 'CERTIFICATE_ENDS'
    );
    assert.match(found?.fix ?? '', /--rotate-keys/);
  });

  it('is verified with its pages as reps get them', async () => {
    await open();
    await apply();
    const frameAncestors =
      'https://acme.lightning.force.com https://acme.my.salesforce.com https://acme--c.vf.force.com';
    service.pages.headers = {
      'content-security-policy': `default-src 'none'; frame-ancestors ${frameAncestors}`,
      'strict-transport-security': 'max-age=31536000'
    };
    const sound = await workspace.run('verify', '--org', 'uat');
    assert.equal(sound.exitCode, 0, sound.lines.join('\n'));
    assert.equal(sound.data['verified'], true);
    assert.ok(service.requests.includes('GET /orgs/00D000000000001EAA/login'));
    assert.ok(service.requests.includes('GET /orgs/00D000000000001EAA/connector'));

    service.pages.headers = { ...service.pages.headers, 'x-frame-options': 'DENY' };
    const broken = await workspace.run('verify', '--org', 'uat');
    assert.equal(broken.exitCode, 2);
    const failed = (broken.data['pages'] as readonly { check: string; result: string }[]).filter(
      ({ result }) => result === 'failed'
    );
    assert.deepEqual(
      failed.map(({ check }) => check),
      ['PAGE_X_FRAME_OPTIONS', 'PAGE_X_FRAME_OPTIONS']
    );
  });
});
