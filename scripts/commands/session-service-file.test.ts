import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConfig, voiceCallCenter } from '../../test/fixtures/resolved-config';
import { systemClock, type Clock } from '../clock';
import type { ResolvedConfig } from '../config/resolved-config';
import { writeOrgsFile } from './session-service-file';

const path = 'config/session-service.json';
const orgIdOf = (number: number): string => `00D${String(number).padStart(12, '0')}EAA`;

describe('the file of orgs that runs for several orgs share', function () {
  this.timeout(60_000);
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ringdown-orgs-file-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const config = (number: number): ResolvedConfig => {
    const base = aConfig({
      callCenters: [
        {
          ...voiceCallCenter(),
          adapterUrl: `https://voice.example.com/orgs/${orgIdOf(number)}/connector`,
          sessionPages: {
            service: 'https://voice.example.com',
            loginFrameHeight: 350,
            orgsFile: path,
            adminToken: { env: 'X' }
          }
        }
      ]
    });
    return { ...base, org: { ...base.org, myDomain: 'https://example.my.salesforce.com' } };
  };
  const write = (number: number, clock: Clock = systemClock) =>
    writeOrgsFile(config(number), { cwd, clock, signal: new AbortController().signal });
  const orgIds = (): readonly string[] =>
    (JSON.parse(readFileSync(join(cwd, path), 'utf8')) as { orgs: { orgId: string }[] }).orgs
      .map(({ orgId }) => orgId)
      .sort();

  it('has every org when several processes add to it at once', async () => {
    const configs = Array.from({ length: 40 }, (_, index) => config(index + 1));
    writeFileSync(join(cwd, 'configs.json'), JSON.stringify(configs));
    const program = `
      const { writeOrgsFile } = require(${JSON.stringify(join(__dirname, 'session-service-file'))});
      const { systemClock } = require(${JSON.stringify(join(__dirname, '../clock'))});
      const configs = JSON.parse(require('node:fs').readFileSync('configs.json', 'utf8'));
      process.stdin.once('data', async () => {
        for (let at = Number(process.argv[1]); at < configs.length; at += 4)
          await writeOrgsFile(configs[at], { cwd: process.cwd(), clock: systemClock, signal: new AbortController().signal });
        process.exit(0);
      });
      process.stdout.write('ready');`;
    const processes = [0, 1, 2, 3].map((first) =>
      spawn(
        process.execPath,
        ['-r', require.resolve('ts-node/register/transpile-only'), '-e', program, String(first)],
        {
          cwd,
          stdio: ['pipe', 'pipe', 'inherit'],
          env: { ...process.env, TS_NODE_PROJECT: join(__dirname, '../../tsconfig.json') }
        }
      )
    );
    await Promise.all(processes.map(({ stdout }) => once(stdout, 'data')));
    const ends = processes.map((each) => once(each, 'exit'));
    for (const { stdin } of processes) stdin.end('go');
    assert.deepEqual(
      (await Promise.all(ends)).map(([code]) => code as number),
      [0, 0, 0, 0]
    );
    assert.deepEqual(
      orgIds(),
      configs.map((_, index) => orgIdOf(index + 1))
    );
    assert.deepEqual(readdirSync(join(cwd, 'config')), ['session-service.json']);
  });

  it('is not touched when it says the same, not even where nobody may write', async () => {
    assert.deepEqual(await write(1), { path, changed: true });
    const { mtimeMs } = statSync(join(cwd, path));
    mkdirSync(join(cwd, `${path}.lock`)); // no lock can be taken
    assert.deepEqual(await write(1), { path, changed: false });
    assert.equal(statSync(join(cwd, path)).mtimeMs, mtimeMs);
  });

  it('is taken over from a process that died while it wrote', async () => {
    await write(1);
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    writeFileSync(join(cwd, `${path}.lock`), JSON.stringify({ pid: dead.pid, host: hostname(), since: 'once' }));
    assert.deepEqual(await write(2), { path, changed: true });
    assert.deepEqual(orgIds(), [orgIdOf(1), orgIdOf(2)]);
  });

  it('is given up after ten seconds, with the process that has it', async () => {
    await write(1);
    const lock = { pid: process.pid, host: hostname(), since: '2026-11-21T08:00:00.000Z' };
    writeFileSync(join(cwd, `${path}.lock`), JSON.stringify(lock));
    let now = 0;
    const clock: Clock = { now: () => now, wait: (milliseconds) => Promise.resolve(void (now += milliseconds)) };
    await assert.rejects(write(2, clock), { code: 'OUTPUT_LOCKED', exitCode: 73 });
    assert.deepEqual(orgIds(), [orgIdOf(1)]);
  });

  it('stays a link to where the service reads it', async () => {
    mkdirSync(join(cwd, 'config'));
    writeFileSync(join(cwd, 'elsewhere.json'), '{"version":1,"orgs":[]}');
    symlinkSync(join(cwd, 'elsewhere.json'), join(cwd, path));
    await write(1);
    assert.ok(lstatSync(join(cwd, path)).isSymbolicLink());
    assert.match(readFileSync(join(cwd, 'elsewhere.json'), 'utf8'), /00D000000000001EAA/);
  });
});
