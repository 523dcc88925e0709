import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A program that the console runs beside itself. */
export type Program = {
  readonly name: string;
  readonly command: string;
  readonly given: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Says whether it answers. */
  readonly isUp: () => Promise<boolean>;
  /** Milliseconds until it has to answer. */
  readonly patience?: number;
};

/** Programs that were started here, and that end when this process does. */
export type Processes = {
  readonly start: (program: Program) => Promise<void>;
  /** SIGTERM unless said otherwise, and SIGKILL for one that stays. */
  readonly stop: (name: string, signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** Starts a program again that was stopped. */
  readonly restart: (name: string) => Promise<void>;
  readonly states: () => Readonly<Record<string, 'running' | 'stopped'>>;
  readonly stopAll: () => Promise<void>;
};

/** Keeps track of programs; `say` is told what each writes, line by line. */
export function keepProcesses(say: (name: string, line: string) => void): Processes {
  const known = new Map<string, { readonly program: Program; child?: ChildProcess }>();
  const start = async (program: Program): Promise<void> => {
    const { name, command, given, environment } = program;
    const child = spawn(command, [...given], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    known.set(name, { program, child });
    const last: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n').filter((each) => each !== '')) {
          last.push(line);
          if (last.length > 12) last.shift();
          say(name, line);
        }
      });
    const failed = new Promise<never>((_resolve, reject) => {
      child.once('error', (error) => reject(new Error(`${name} could not be started: ${error.message}`)));
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code ?? 'a signal'}: ${last.join(' ')}`)));
    });
    // Whoever waits hears of it; later on it is no longer a failure of the start.
    failed.catch(() => undefined);
    await Promise.race([failed, untilUp(program)]);
  };
  const stop = async (name: string, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    const entry = known.get(name);
    const child = entry?.child;
    if (!entry || !child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    const late = AbortSignal.timeout(5000);
    late.addEventListener('abort', () => child.kill('SIGKILL'));
    await gone;
    known.set(name, { program: entry.program });
  };
  return {
    start,
    stop,
    restart: async (name) => {
      const entry = known.get(name);
      if (!entry) throw new Error(`There is no program ${name}`);
      await stop(name);
      await start(entry.program);
    },
    states: () =>
      Object.fromEntries(
        [...known].map(([name, { child }]) => [
          name,
          child && child.exitCode === null && child.signalCode === null ? 'running' : 'stopped'
        ])
      ),
    stopAll: async () => {
      await Promise.all([...known.keys()].map((name) => stop(name)));
    }
  };
}

async function untilUp({ name, isUp, patience = 20_000 }: Program): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    if (await isUp().catch(() => false)) return;
    if (Date.now() > end) throw new Error(`${name} does not answer after ${patience / 1000} seconds`);
    await wait(100);
  }
}
