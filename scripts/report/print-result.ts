import { styleText } from 'node:util';
import type { RingdownError } from '../errors/ringdown-error';
import type { Output } from './reporter';

export type Result = {
  readonly exitCode: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
};

/** Prints a command's result on standard output: for people, or as exactly one JSON object `{ status, result }`. */
export function printResult({ exitCode, data, lines }: Result, json: boolean, output: Output): void {
  if (json) return output.stdout(`${JSON.stringify({ status: exitCode, result: data }, null, 2)}\n`);
  output.stdout(lines.map((line) => `${output.color ? colored(line) : plain(line)}\n`).join(''));
}

/** Prints an error: for people on standard error, or as one JSON object `{ status, error }` on standard output. */
export function printError(error: RingdownError, json: boolean, output: Output): void {
  const { code, kind, exitCode, message, lines, actions } = error;
  if (json) {
    return output.stdout(
      `${JSON.stringify({ status: exitCode, error: { code, kind, message, lines, actions, ...error.data } }, null, 2)}\n`
    );
  }
  const head = `Error ${code}: ${message}`;
  const next =
    actions.length === 1
      ? [`Next: ${actions[0] ?? ''}`]
      : ['Next:', ...actions.map((action, index) => `  ${index + 1}. ${action}`)];
  const text = [
    output.color ? styleText('red', head, { validateStream: false }) : head,
    ...lines.map((line) => `  ${line}`),
    ...(actions.length > 0 ? next : [])
  ];
  output.stderr(`${text.join('\n')}\n`);
}

const marks = { '+': 'green', '~': 'yellow', '!': 'red', '>': 'cyan', '=': 'dim' } as const;

function colored(line: string): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    styleText(format, text, { validateStream: false });
  if (line.startsWith('# ')) return style('bold', line.slice(2));
  const mark = /^ {2}([+~!>=]) /.exec(line)?.[1];
  return mark === undefined ? line : style(marks[mark as keyof typeof marks], line);
}

function plain(line: string): string {
  return line.startsWith('# ') ? line.slice(2) : line;
}
