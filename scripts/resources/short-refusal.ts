import type { Answer } from './question';

type Refusal = Extract<Answer, { ok: false }>;

/**
 * A refusal in one short line. Salesforce repeats the whole query before what is wrong with it, below a line such as
 * `ERROR at Row:1:Column:52`, and adds advice after it.
 */
export function shortRefusal({ code, message }: Refusal): string {
  const said = message.split(/ERROR at Row:\d+:Column:\d+/).at(-1) ?? '';
  const line = said.split('\n').find((one) => one.trim() !== '') ?? '';
  const sentence = /^.*?[.!?](?=\s|$)/.exec(line.trim())?.[0] ?? line.trim();
  const shown = sentence.length > longest ? `${sentence.slice(0, longest - 1)}…` : sentence;
  return shown === '' ? `[${code}]` : `${shown} [${code}]`;
}

const longest = 160;
