import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A server that runs as a process of its own and said where it listens. */
export type ServerProcess = {
  readonly port: number;
  readonly pid: number;
  /** From the start of the process until it listened. */
  readonly milliseconds: number;
  readonly stop: () => Promise<void>;
};

const patience = 60_000;

/** Starts Node with these arguments and waits until it says on either output at which port it listens. */
export async function startServer(given: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  const start = performance.now();
  const child = spawn(process.execPath, [...given], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(late);
  };
  let said = '';
  const port = new Promise<number>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = `${said}${text}`.slice(-4000);
        const found = /(?:listens on |"url":")(?:http|ws)s?:\/\/127\.0\.0\.1:(\d+)/.exec(said);
        if (found) resolve(Number(found[1]));
      });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${given.join(' ')} ended with ${code ?? 'a signal'}: ${said}`)));
    setTimeout(() => reject(new Error(`${given.join(' ')} does not listen: ${said}`)), patience).unref();
  });
  try {
    return { port: await port, pid: child.pid ?? 0, milliseconds: performance.now() - start, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the process keeps in the computer's memory now, in bytes. */
export function residentBytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kibibytes = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return Number(kibibytes) * 1024;
}

/** How many processes the process has started that still run; nothing where the system does not say. */
export function childrenOf(pid: number): number | undefined {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return undefined;
  const lists = readdirSync(tasks).map((task) => {
    const file = `${tasks}/${task}/children`;
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  });
  return lists.join(' ').split(' ').filter(Boolean).length;
}
