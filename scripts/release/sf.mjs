import { spawn } from 'node:child_process';

/** What `sf … --json` printed, with its exit code. */
export class SfFailure extends Error {
  constructor(args, exitCode, answer, text) {
    const said = answer?.message ?? text.trim().split('\n').at(-1) ?? '';
    super(`sf ${args.slice(0, 4).join(' ')} ended with ${exitCode}: ${said}`);
    this.name = answer?.name ?? 'SfFailure';
    this.exitCode = exitCode;
  }
}

/** Runs the real CLI with --json and gives `result`; throws SfFailure when it fails. No secret may stand in `args`: they are printed. */
export async function sf(...args) {
  process.stderr.write(`$ sf ${args.join(' ')} --json\n`);
  const { exitCode, stdout, stderr } = await run('sf', [...args, '--json']);
  const answer = parsed(stdout);
  if (exitCode !== 0 || answer === undefined || answer.status !== 0)
    throw new SfFailure(args, exitCode, answer, stderr || stdout);
  return answer.result;
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr] = [[], []];
    child.stdout.on('data', (data) => stdout.push(data));
    child.stderr.on('data', (data) => stderr.push(data));
    child.on('error', reject);
    child.on('close', (code) => {
      const text = (chunks) => Buffer.concat(chunks).toString('utf8');
      resolve({ exitCode: code ?? -1, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}

/** Warnings may come before the object. */
function parsed(stdout) {
  const start = stdout.indexOf('{');
  try {
    return start < 0 ? undefined : JSON.parse(stdout.slice(start));
  } catch {
    return undefined;
  }
}
