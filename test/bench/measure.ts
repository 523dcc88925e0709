import { spawn } from 'node:child_process';

export type Run = {
  readonly milliseconds: number;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs one process to its end and measures it as a whole, start included. */
export function runProcess(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      resolve({ milliseconds, exitCode: code ?? -1, stdout, stderr });
    });
  });
}

/** The middle one; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** The smallest value that at least this share of all does not exceed, such as 0.99 of them; not a number when there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  // 0.07 of 200 is computed as 14.000000000000002.
  const rank = Math.ceil(Number((sorted.length * share).toFixed(9)));
  return sorted[Math.max(rank, 1) - 1] ?? Number.NaN;
}
