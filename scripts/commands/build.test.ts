import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../clock';
import type { RingdownError } from '../errors/ringdown-error';
import { run } from './build';
import type { CommandContext, CommandResult } from './command';

const example = path.join(__dirname, '../../test/fixtures/example/ringdown.yaml');

describe('build', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'ringdown-build-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const build = (options: Partial<CommandContext['options']> = {}): Promise<CommandResult> =>
    run({
      options: {
        config: example,
        org: 'example',
        out: 'out',
        detailedExitCode: false,
        wait: 1,
        json: false,
        ...options
      },
      positionals: [],
      env: {},
      cwd,
      clock: systemClock
    } as unknown as CommandContext);
  const files = (): readonly string[] =>
    readdirSync(path.join(cwd, 'out'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(cwd, 'out'), path.join(entry.parentPath, entry.name)))
      .sort();

  it('writes source, manifest and import files', async () => {
    const { exitCode } = await build();
    assert.equal(exitCode, 0);
    for (const file of [
      'force-app/post-install/default/callCenters/ExampleSupport.callCenter-meta.xml',
      'import/ExampleSupport.xml',
      'manifest/package.xml',
      'README.md'
    ]) {
      assert.ok(files().includes(file), file);
    }
  });

  it('touches no file when nothing has changed', async () => {
    await build();
    const times = files().map((file) => statSync(path.join(cwd, 'out', file)).mtimeMs);
    assert.equal((await build()).data['written'], 0);
    assert.deepEqual(
      files().map((file) => statSync(path.join(cwd, 'out', file)).mtimeMs),
      times
    );
  });

  it('removes what it wrote before and the configuration no longer leads to', async () => {
    await build();
    const config = path.join(cwd, 'ringdown.yaml');
    writeFileSync(config, readFileSync(example, 'utf8').replaceAll('ExampleSupport', 'Renamed'));
    await build({ config });
    assert.deepEqual(
      files().filter((file) => file.includes('ExampleSupport')),
      []
    );
    assert.ok(files().includes('import/Renamed.xml'));
  });

  it('never deletes outside its directory, whatever its list says', async () => {
    await build();
    const precious = path.join(cwd, 'precious.txt');
    writeFileSync(precious, 'keep');
    writeFileSync(
      path.join(cwd, 'out/.ringdown-build.json'),
      JSON.stringify({ files: ['../precious.txt', precious, '.', ''] })
    );
    await build();
    assert.ok(existsSync(precious));
    assert.ok(files().includes('README.md'));
  });

  it('refuses a directory with files of somebody else, and writes nothing into it', async () => {
    writeFileSync(path.join(cwd, 'mine.txt'), 'mine');
    await assert.rejects(build({ out: '.' }), { code: 'BUILD_DIRECTORY_NOT_EMPTY', exitCode: 64 });
    assert.deepEqual(readdirSync(cwd), ['mine.txt']);
  });

  it('wants --org and --out, and an org that the file names', async () => {
    await assert.rejects(build({ out: undefined }), { code: 'BUILD_DIRECTORY_MISSING', exitCode: 64 });
    await assert.rejects(build({ org: undefined }), { exitCode: 64 });
    await assert.rejects(build({ org: 'nowhere' }), { exitCode: 78 });
  });

  describe('of a contact center whose pages are those of the session service', () => {
    const voice = (org: string): string => `version: 1
callCenters:
  voice:
    kind: voice
    pages: ringdown
    internalName: AcmeVoice
    displayName: Acme Voice
    loginFrameHeight: 420
    voice: { integrationClass: AcmeIntegration }
ringdown: { sessionService: https://voice.example.com, namespace: rd }
orgs:
  uat: { kind: sandbox, login: local${org} }
`;
    const known = ', orgId: 00D000000000001EAA, myDomain: https://example--uat.sandbox.my.salesforce.com';
    const buildVoice = (org: string): Promise<CommandResult> => {
      writeFileSync(path.join(cwd, 'ringdown.yaml'), voice(org));
      return build({ config: 'ringdown.yaml', org: 'uat' });
    };
    const orgsFile = (): string => readFileSync(path.join(cwd, 'session-service.json'), 'utf8');

    it('writes the addresses, and tells the service of the org beside the others', async () => {
      const other = { orgId: '00D000000000002EAA', name: 'live' };
      writeFileSync(path.join(cwd, 'session-service.json'), JSON.stringify({ version: 1, orgs: [other] }));
      const { data } = await buildVoice(known);
      assert.deepEqual(data['orgsFile'], { path: 'session-service.json', changed: true });
      assert.deepEqual((JSON.parse(orgsFile()) as { orgs: unknown }).orgs, [
        other,
        {
          orgId: '00D000000000001EAA',
          name: 'uat',
          frameAncestors: [
            'https://example--uat.sandbox.lightning.force.com',
            'https://example--uat.sandbox.my.salesforce.com',
            'https://example--uat--c.sandbox.vf.force.com'
          ],
          scrtUrl: 'https://example--uat.sandbox.my.salesforce-scrt.com',
          callCenter: 'AcmeVoice',
          loginFrameHeight: 420
        }
      ]);
      const info =
        'out/force-app/post-install/default/ConversationVendorInformation/AcmeVoice.ConversationVendorInformation-meta.xml';
      assert.match(
        readFileSync(path.join(cwd, info), 'utf8'),
        /<connectorUrl>https:\/\/voice\.example\.com\/orgs\/00D000000000001EAA\/connector<\/connectorUrl>/
      );
      assert.deepEqual((await buildVoice(known)).data['orgsFile'], { path: 'session-service.json', changed: false });
    });

    it('names the keys that only the org would say otherwise, and writes nothing', async () => {
      await assert.rejects(buildVoice(''), (error: RingdownError) => {
        assert.equal(error.code, 'BUILD_NEEDS_ORG');
        assert.deepEqual(error.data['keys'], ['orgs.uat.orgId', 'orgs.uat.myDomain']);
        return true;
      });
      assert.ok(!existsSync(path.join(cwd, 'out')) && !existsSync(path.join(cwd, 'session-service.json')));
    });

    it('leaves a file that it does not know alone, and writes nothing', async () => {
      writeFileSync(path.join(cwd, 'session-service.json'), '{ "orgs": "mine" }');
      await assert.rejects(buildVoice(known), { code: 'SESSION_SERVICE_FILE_INVALID' });
      assert.equal(orgsFile(), '{ "orgs": "mine" }');
      assert.ok(!existsSync(path.join(cwd, 'out')));
    });
  });
});
