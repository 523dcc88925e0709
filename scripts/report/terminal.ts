import type { EventEmitter } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Output } from './reporter';

/** Standard output and error of this process; colors only where a terminal shows them and nobody said no. */
export function standardOutput(wantsColor: boolean): Output {
  const { CI, NO_COLOR, TERM } = process.env;
  for (const stream of [process.stdout, process.stderr]) outliveClosedPipe(stream);
  return {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    live: process.stderr.isTTY === true && CI === undefined && TERM !== 'dumb',
    color: wantsColor && process.stdout.isTTY === true && !NO_COLOR
  };
}

/** Whether a person can answer a question. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true && process.env['CI'] === undefined;
}

/** Who reads only the first line (`| head -1`) closes the pipe; that must not end a run which is writing to an org. */
export function outliveClosedPipe(stream: EventEmitter): void {
  if (!stream.listeners('error').includes(passOverClosedPipe)) stream.on('error', passOverClosedPipe);
}

function passOverClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

export type Terminal = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

/** Asks on standard error, so that standard output stays the result; fails when the signal or the end of input comes first. */
export async function askAtTerminal(
  question: string,
  signal: AbortSignal,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr }
): Promise<string> {
  const lines = createInterface({ input, output });
  const closed = new Promise<never>((_, reject) =>
    lines.once('close', () => reject(new Error('the input ended before an answer came')))
  );
  try {
    return await Promise.race([lines.question(`\n${question}`, { signal }), closed]);
  } finally {
    lines.close();
  }
}
