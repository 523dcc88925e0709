import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type SfResult = { readonly exitCode: number; readonly result: unknown; readonly text: string };

export type SfProject = {
  readonly directory: string;
  write(path: string, text: string): void;
  /** Runs the unmodified `sf` with --json in this project, with a home of its own and every other address closed. */
  sf(...args: readonly string[]): Promise<SfResult>;
  remove(): void;
};

const program = join(__dirname, '../../node_modules/@salesforce/cli/bin/run.js');
const guard = join(__dirname, '../guard/network-guard.cjs');

/** An empty Salesforce DX project in a temporary directory. */
export function createSfProject(env: NodeJS.ProcessEnv = {}): SfProject {
  const directory = mkdtempSync(join(tmpdir(), 'ringdown-sf-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  write(
    'sfdx-project.json',
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' })
  );
  mkdirSync(join(directory, 'force-app/main/default'), { recursive: true });
  mkdirSync(join(directory, 'home'));
  return {
    directory,
    write,
    sf: (...args) => run(directory, args, env),
    remove: () => rmSync(directory, { recursive: true, force: true })
  };
}

function run(directory: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<SfResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--require', guard, program, ...args, '--json'], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOME: join(directory, 'home'),
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_DISABLE_TELEMETRY: 'true',
        SF_SKIP_NEW_VERSION_CHECK: 'true',
        SF_AUTOUPDATE_DISABLE: 'true',
        SF_DISABLE_LOG_FILE: 'true',
        CI: 'true',
        ...env
      }
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const text = `${stdout}\n${stderr}`;
      resolve({ exitCode: code ?? -1, result: parse(stdout), text });
    });
  });
}

/** A success has `result`, a failure its error in `data` or at the top. */
function parse(stdout: string): unknown {
  const start = stdout.indexOf('{');
  if (start < 0) return undefined;
  const whole = JSON.parse(stdout.slice(start)) as { result?: unknown };
  return whole.result ?? whole;
}
