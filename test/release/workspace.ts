import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a script of the workflow ended with, and every `sf` command in it with its own exit code. */
export type Ran = {
  readonly code: number | null;
  readonly text: string;
  readonly outputs: Readonly<Record<string, string>>;
};
export type Command = { readonly words: string; readonly code: number; readonly seconds: number };

/** A checkout on a runner: the project's files, the real `sf` on the path, and a home of its own that all jobs share. */
export type Workspace = {
  readonly folder: string;
  run(script: string, env?: Readonly<Record<string, string>>): Promise<Ran>;
  commands(): readonly Command[];
  read(file: string): string;
  remove(): void;
};

const root = path.join(__dirname, '../..');
const guard = path.join(root, 'test/guard/network-guard.cjs');
const sfProgram = path.join(root, 'node_modules/@salesforce/cli/bin/run.js');

export function createWorkspace(env: Readonly<Record<string, string>>): Workspace {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-release-'));
  for (const name of ['force-app', 'config', 'scripts/release', 'sfdx-project.json', 'package.json', '.forceignore'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  rmSync(path.join(folder, 'config/releases.yaml'), { force: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const [home, bin] = [path.join(folder, '.home'), path.join(folder, '.bin')];
  for (const made of [home, bin]) mkdirSync(made);
  const log = path.join(folder, '.commands');
  writeFileSync(log, '');
  const program = (name: string, line: string): void => {
    const file = path.join(bin, name);
    writeFileSync(
      file,
      `#!/usr/bin/env bash\nstarted=$(date +%s%N)\nwords="$*"\n${line} "$@"\ncode=$?\nprintf '%s\\t%s\\t${name} %s\\n' $code $(( ($(date +%s%N) - started) / 1000000 )) "$words" >> '${log}'\nexit $code\n`
    );
    chmodSync(file, 0o755);
  };
  program('sf', `'${process.execPath}' --require '${guard}' '${sfProgram}'`);
  const transpiled = `TS_NODE_PROJECT='${path.join(root, 'tsconfig.json')}' '${process.execPath}' --require '${path.join(root, 'node_modules/ts-node/register/transpile-only')}'`;
  // The same command from its source: what npm would compile first.
  program('npx', `shift; ${transpiled} '${path.join(root, 'scripts/cli.ts')}'`);
  let runs = 0;
  return {
    folder,
    run: (script, more = {}) =>
      new Promise((resolve, reject) => {
        const output = path.join(folder, `.output-${(runs += 1)}`);
        writeFileSync(output, '');
        const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
          cwd: folder,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: {
            ...process.env,
            HOME: home,
            SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
            CI: 'true',
            GITHUB_OUTPUT: output,
            GITHUB_PATH: path.join(folder, '.path'),
            NO_COLOR: '1',
            ...env,
            ...more,
            PATH: `${bin}:${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`
          }
        });
        let text = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (data: Buffer) => (text += data.toString()));
        child.on('error', reject);
        child.on('close', (code) => {
          appendFileSync(path.join(folder, '.text'), text);
          resolve({ code, text, outputs: pairs(readFileSync(output, 'utf8')) });
        });
      }),
    commands: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [code, milliseconds, words = ''] = line.split('\t');
          return { words, code: Number(code), seconds: Number(milliseconds) / 1000 };
        }),
    read: (file) => readFileSync(path.join(folder, file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true })
  };
}

const pairs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
