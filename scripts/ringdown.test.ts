import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

describe('the ringdown command', () => {
  let folder: string;
  const at = (...names: string[]): string => path.join(folder, ...names);
  const start = (nodeVersion: string): { code: number | null; stdout: string; stderr: string } => {
    const program = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${nodeVersion}' } }); require(process.argv[1]);`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', program, at('scripts/ringdown.cjs')], {
      encoding: 'utf8'
    });
    return { code: status, stdout, stderr };
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ringdown-command-'));
    mkdirSync(at('scripts'));
    cpSync(path.join(__dirname, 'ringdown.cjs'), at('scripts/ringdown.cjs'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('runs what is compiled, with the exit code of the command', () => {
    mkdirSync(at('dist/scripts'), { recursive: true });
    writeFileSync(at('dist/scripts/cli.js'), `process.stdout.write('ran'); process.exitCode = 77;`);
    assert.deepEqual(start('22.19.0'), { code: 77, stdout: 'ran', stderr: '' });
  });

  it('says what to do in a fresh clone', () => {
    const { code, stderr } = start('24.0.0');
    assert.equal(code, 64);
    assert.match(stderr, /npm start/);
  });

  it('goes on with the Node that set-up keeps when the running one is too old', function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(at('.ringdown/toolchain/node_modules/node/bin'), { recursive: true });
    writeFileSync(at('.ringdown/toolchain/node_modules/node/bin/node'), '#!/bin/sh\necho newer "$2"\nexit 80\n', {
      mode: 0o755
    });
    const program = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.18.0' } }); process.argv.push('plan'); require(process.argv[1]);`;
    const { status, stdout } = spawnSync(process.execPath, ['-e', program, at('scripts/ringdown.cjs')], {
      encoding: 'utf8'
    });
    assert.deepEqual([status, stdout], [80, 'newer plan\n']);
  });

  it('tells a person with an old Node how to get a newer one, in a clone and in an installed package', () => {
    assert.match(start('20.0.0').stderr, /22\.19 or newer; this is .*\n\nNext:\n {2}npm install node@/);
    mkdirSync(at('scripts/set-up'));
    const { code, stderr } = start('20.0.0');
    assert.equal(code, 64);
    assert.match(stderr, /\nNext:\n {2}npm start/);
  });
});
