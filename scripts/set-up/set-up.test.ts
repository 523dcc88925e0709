import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const here = path.join(__dirname, '../..');

/** Stands for npm: writes down what it was asked, and leaves behind what npm would. */
const npmStandIn = `
const fs = require('node:fs'), path = require('node:path');
const [verb, ...args] = process.argv.slice(2);
fs.appendFileSync(process.env.NPM_CALLS, [verb, ...args.filter((arg) => /^--(omit|include)=|@/.test(arg))].join(' ') + '\\n');
if (process.env.NPM_FAILS) { console.error(process.env.NPM_FAILS); process.exit(1); }
const { packages } = JSON.parse(fs.readFileSync(path.join(process.env.NPM_ROOT, 'package-lock.json'), 'utf8'));
if (verb === 'ci') {
  const kept = Object.entries(packages).filter(([place, entry]) => place && !(args.includes('--omit=dev') && entry.dev));
  fs.mkdirSync('node_modules', { recursive: true });
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(kept) }));
}
if (verb === 'install') {
  fs.mkdirSync('node_modules', { recursive: true });
  const compilers = ['node_modules/typescript', 'node_modules/esbuild'];
  for (const place of compilers) fs.symlinkSync(path.join(process.env.NPM_HERE, place), place);
  fs.writeFileSync('package-lock.json', JSON.stringify({ packages: Object.fromEntries(compilers.map((place) => [place, packages[place]])) }));
}
`;

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(path.join(here, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;
const compilers = { typescript: versionOf('typescript'), esbuild: versionOf('esbuild') };

function lockOf(yamlVersion: string): string {
  const packages = {
    '': {},
    'node_modules/yaml': { version: yamlVersion, integrity: 'sha512-yaml' },
    'node_modules/mocha': { version: '12.0.3', integrity: 'sha512-mocha', dev: true },
    'node_modules/typescript': { version: compilers.typescript, integrity: 'sha512-typescript', dev: true },
    'node_modules/esbuild': { version: compilers.esbuild, integrity: 'sha512-esbuild', dev: true },
    'node_modules/other-computer': { version: '1.0.0', integrity: 'sha512-other', optional: true }
  };
  return JSON.stringify({ packages });
}

describe('set-up', function () {
  this.timeout(60_000);
  let clone: string;

  const at = (...names: string[]): string => path.join(clone, ...names);
  const calls = (): readonly string[] =>
    existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : [];
  const setUp = (env: Readonly<Record<string, string>> = {}): { code: number | null; output: string } => {
    rmSync(at('calls'), { force: true });
    const own = {
      npm_execpath: at('npm-cli.js'),
      NPM_CALLS: at('calls'),
      NPM_ROOT: clone,
      NPM_HERE: here
    };
    const { status, stdout, stderr } = spawnSync(process.execPath, [at('scripts/set-up/main.mjs'), 'build'], {
      encoding: 'utf8',
      env: { ...process.env, ...own, ...env }
    });
    return { code: status, output: stdout + stderr };
  };
  const bundle = (name: string, source: string): void => {
    mkdirSync(at('force-app/main/default/lwc', name), { recursive: true });
    writeFileSync(at('force-app/main/default/lwc', name, `${name}.ts`), source);
  };
  const js = (name: string): string => at('force-app/main/default/lwc', name, `${name}.js`);
  /** What `npm test` leaves behind. */
  const installEverything = (): void => {
    const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as {
      packages: Record<string, unknown>;
    };
    mkdirSync(at('node_modules'), { recursive: true });
    writeFileSync(at('node_modules/.package-lock.json'), JSON.stringify({ packages }));
  };

  beforeEach(() => {
    clone = mkdtempSync(path.join(tmpdir(), 'ringdown-set-up-'));
    mkdirSync(at('scripts'));
    cpSync(path.join(here, 'scripts/set-up'), at('scripts/set-up'), { recursive: true });
    for (const file of ['scripts/ringdown.cjs', 'tsconfig.json', 'tsconfig.build.json'])
      cpSync(path.join(here, file), at(file));
    writeFileSync(at('scripts/cli.ts'), `import { word } from './word';\nprocess.stdout.write(word);\n`);
    writeFileSync(at('scripts/word.ts'), `export const word: string = 'hello';\n`);
    writeFileSync(at('scripts/word.test.ts'), `throw new Error('never compiled');\n`);
    writeFileSync(at('scripts/data.json'), '{"a":1}');
    writeFileSync(at('package.json'), JSON.stringify({ name: 'ringdown', devDependencies: compilers }));
    writeFileSync(at('package-lock.json'), lockOf('2.9.1'));
    writeFileSync(at('npm-cli.js'), npmStandIn);
  });
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  const ownCalls = (): readonly string[] => calls().filter((call) => !call.startsWith('exec'));

  it('installs what the tool needs to run, and a compiler of its own, once', () => {
    assert.equal(setUp().code, 0);
    assert.deepEqual([...ownCalls()].sort(), [
      'ci --omit=dev',
      `install typescript@${compilers.typescript} esbuild@${compilers.esbuild}`
    ]);
    assert.equal(setUp().code, 0);
    assert.deepEqual(calls(), []);
  });

  it('leaves a fuller install alone', () => {
    installEverything();
    for (const name of Object.keys(compilers))
      symlinkSync(path.join(here, 'node_modules', name), at('node_modules', name));
    assert.equal(setUp().code, 0);
    assert.deepEqual(ownCalls(), []);
  });

  it('renews a fuller install whole when the lock changed', () => {
    installEverything();
    writeFileSync(at('package-lock.json'), lockOf('2.9.2'));
    assert.equal(setUp().code, 0);
    assert.ok(ownCalls().includes('ci --include=dev'));
  });

  it('installs again after an install that was cut off or removed', () => {
    setUp();
    rmSync(at('node_modules'), { recursive: true });
    setUp();
    assert.deepEqual(ownCalls(), ['ci --omit=dev']);
  });

  it('compiles the sources, copies data, and leaves tests out', () => {
    setUp();
    assert.deepEqual(spawnSync(process.execPath, [at('scripts/ringdown.cjs')], { encoding: 'utf8' }).stdout, 'hello');
    assert.ok(existsSync(at('dist/scripts/data.json')));
    assert.ok(!existsSync(at('dist/scripts/word.test.js')));
  });

  it('follows a changed, a new and a removed source', () => {
    setUp();
    writeFileSync(at('scripts/other.ts'), `export const word = 'bye';\n`);
    writeFileSync(at('scripts/cli.ts'), `import { word } from './other';\nprocess.stdout.write(word);\n`);
    rmSync(at('scripts/word.ts'));
    setUp();
    assert.equal(spawnSync(process.execPath, [at('scripts/ringdown.cjs')], { encoding: 'utf8' }).stdout, 'bye');
    assert.ok(!existsSync(at('dist/scripts/word.js')));
  });

  it('compiles LWC sources beside them, keeps their decorators, and carries what they take from the core', () => {
    bundle('greeting', `import { api } from 'lwc';\nexport default class Greeting { @api name: string = 'x'; }\n`);
    bundle('counting', `export * from '../../../../../core/count';\n`);
    mkdirSync(at('core'));
    writeFileSync(at('core/count.ts'), `export const count: number = 42;\n`);
    assert.equal(setUp().code, 0);
    assert.match(readFileSync(js('greeting'), 'utf8'), /^\/\/ sha256:[0-9a-f]{64}\n[^]*@api\s+name = 'x'/);
    assert.match(readFileSync(js('counting'), 'utf8'), /^\/\/ sha256:[0-9a-f]{64}\n[^]*42[^]*export\{/);
    assert.match(setUp().output, /was ready already/);
    const before = readFileSync(js('counting'), 'utf8');
    writeFileSync(at('core/count.ts'), `export const count: number = 43;\n`);
    assert.equal(setUp().code, 0);
    assert.notEqual(readFileSync(js('counting'), 'utf8'), before);
  });

  it('removes the JavaScript of an LWC source that is gone, and names the place of one that cannot be parsed', () => {
    bundle('greeting', `export const name: string = 'x';\n`);
    setUp();
    rmSync(at('force-app/main/default/lwc/greeting/greeting.ts'));
    assert.equal(setUp().code, 0);
    assert.ok(!existsSync(js('greeting')));
    bundle('greeting', `export const name: string = ;\n`);
    const { code, output } = setUp();
    assert.equal(code, 1);
    assert.match(output, /greeting\.ts:1 /);
  });

  it('names the place of a source that cannot be parsed, and keeps the last good build', () => {
    setUp();
    writeFileSync(at('scripts/word.ts'), `export const word = ;\n`);
    const { code, output } = setUp();
    assert.equal(code, 1);
    assert.match(output, /scripts\/word\.ts\(1,21\)/);
    assert.equal(spawnSync(process.execPath, [at('scripts/ringdown.cjs')], { encoding: 'utf8' }).stdout, 'hello');
  });

  for (const [failure, words] of [
    ['npm error code ENOTFOUND', /registry could not be reached/],
    ['npm error code ENOSPC', /disk is full: \d+ MB/],
    ['npm error code E401', /refused the login/],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
    ['npm error code EUSAGE', /disagree/],
    ['npm error something else', /npm failed/]
  ] as const) {
    it(`explains "${failure}", keeps npm's words, and says what to do`, () => {
      const { code, output } = setUp({ NPM_FAILS: failure });
      assert.equal(code, 1);
      assert.match(output, words);
      assert.ok(output.includes(failure));
      assert.match(output, /\nNext:\n {2}\S/);
      assert.doesNotMatch(output, /\n {4}at /);
    });
  }
});
