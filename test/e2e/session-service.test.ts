import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { itemValue } from '../../scripts/resources/call-center/definition';
import { readMetadataCallCenter } from '../../scripts/resources/call-center/metadata-dialect';
import { readSettings } from '../../web/session-service/settings/read-settings';
import { startService, type StartedService } from '../../web/session-service/start-service';
import { systemClock } from '../../web/session-service/time/clock';
import { openVoiceCalls, type VoiceCalls } from '../../web/voice-calls/voice-calls';
import { smallTool } from './small-tool';
import { voiceConfig } from './voice-config';
import { openWorkspace, type Workspace } from './workspace';

const config = voiceConfig('https://voice.example.com');
const settings = {
  listen: { host: '127.0.0.1', port: 0 },
  origin: 'https://voice.example.com',
  orgsFile: 'config/session-service.json',
  store: { kind: 'sqlite', file: 'sessions.db' },
  authenticators: { '*': [{ kind: 'users', file: 'users.json' }] },
  adminToken: { env: 'TOKEN' },
  keysFolder: 'keys',
  callsFile: 'calls.db'
};
const token = 'a-token-that-is-long-enough-for-anybody-0123456789';
const orgId = '00D000000000001EAA';

describe('the tool and the session service', () => {
  const toolDirectory = smallTool('force-app/voice/default/labels');
  const service = { url: 'http://127.0.0.1:1', token };
  let workspace: Workspace;
  let started: StartedService | undefined;
  let calls: VoiceCalls | undefined;
  const callCenterText = (): string => workspace.org.data.component('CallCenter', 'AcmeVoice')?.files[0]?.text ?? '';
  const itemOf = (section: string, item: string): string | undefined => {
    const reading = readMetadataCallCenter(callCenterText(), 'AcmeVoice');
    assert.ok(reading.ok);
    return itemValue(reading.definition, section, item);
  };
  after(async () => {
    await started?.close();
    await calls?.close();
    await workspace.close();
    rmSync(toolDirectory, { recursive: true });
  });

  it('set up an org between them: file, service, keys, certificate, pages', async () => {
    workspace = await openWorkspace({
      config,
      org: { catalog: 'voice', identity: { orgId, username: 'admin@acme.example' } },
      toolDirectory,
      service
    });
    const early = await workspace.fail('apply', '--org', 'uat');
    assert.equal(early.exitCode, 79);
    assert.ok(
      early.lines.some((line) => line.includes('SESSION_SERVICE_UNREADABLE')),
      early.lines.join()
    );

    mkdirSync(join(workspace.directory, 'keys'));
    workspace.write('users.json', JSON.stringify({ version: 1, users: [] }));
    workspace.write('settings.json', JSON.stringify(settings));
    const read = readSettings(join(workspace.directory, 'settings.json'), { TOKEN: token });
    calls = openVoiceCalls({
      orgs: read.service.orgs,
      keysFolder: read.pathOf('keys'),
      outboxFile: read.pathOf('calls.db'),
      hasOtherNodes: false,
      clock: systemClock,
      writeAudit: () => undefined
    });
    const html = (kind: string, org: { readonly orgId: string }): string =>
      `<html data-org="${org.orgId}">${kind}</html>`;
    const pages = { html, asset: () => undefined };
    started = await startService({ settings: read, pages, writeAudit: () => undefined, plugins: calls });
    service.url = started.address;

    assert.equal((await workspace.run('apply', '--org', 'uat')).exitCode, 0);
    // The connector page reads it as /ringdown/labelNamespace.
    assert.equal(itemOf('ringdown', 'labelNamespace'), 'c');
    const verified = await workspace.run('verify', '--org', 'uat');
    assert.equal(verified.exitCode, 0, verified.lines.join('\n'));
    assert.ok((verified.data['pages'] as readonly { result: string }[]).every(({ result }) => result === 'ok'));
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
  });

  it('change its keys without a moment in which none is right', async () => {
    assert.equal((await workspace.run('apply', '--org', 'uat', '--rotate-keys')).exitCode, 0);
    const response = await fetch(`${service.url}/admin/orgs/${orgId}/keys`, {
      headers: { authorization: `Bearer ${token}` }
    });
    const { keys } = (await response.json()) as { keys: readonly { state: string; certificate: string }[] };
    assert.deepEqual(
      keys.map(({ state }) => state),
      ['active', 'retired']
    );
    assert.ok(callCenterText().replace(/\s/g, '').includes(keys[0]!.certificate.replace(/\s/g, '')));
    assert.equal((await workspace.run('apply', '--org', 'uat')).data['outcome'], 'unchanged');
  });
});
