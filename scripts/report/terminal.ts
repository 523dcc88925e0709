import { createInterface } from 'node:readline/promises';
import type { Output } from './reporter';

/** Standard output and error of this process; colors only where a terminal shows them and nobody said no. */
export function standardOutput(wantsColor: boolean): Output {
  const { CI, NO_COLOR, TERM } = process.env;
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

/** Asks on standard error, so that standard output stays the result. */
export async function askAtTerminal(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(`\n${question}`);
  } finally {
    lines.close();
  }
}
