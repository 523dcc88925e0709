import { appendFileSync } from 'node:fs';

/** Prints the values, and hands them to the steps that follow where the workflow runs. */
export function giveOutputs(values, env = process.env) {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  process.stdout.write(lines.join(''));
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, lines.join(''));
}
