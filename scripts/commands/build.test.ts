import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
      cwd
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
});
