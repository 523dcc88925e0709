import path from 'node:path';
import { runProcess } from '../measure';
import type { Load, LoadPlan } from './load-plan';

/** What lets Node run TypeScript as it is. */
export const typescript = ['--require', 'ts-node/register/transpile-only'];
const root = path.join(__dirname, '../../..');

/** The arguments with which Node runs a program of this folder. */
export const programOf = (name: string, ...given: readonly string[]): readonly string[] => [
  ...typescript,
  path.join(__dirname, `${name}.ts`),
  ...given
];

/** Lets a client in a process of its own do it, so that its work is not counted as the server's. */
export async function runLoad(plan: LoadPlan): Promise<Load> {
  const given = programOf('load-client', JSON.stringify(plan));
  const run = await runProcess(process.execPath, given, { cwd: root, env: process.env });
  if (run.exitCode !== 0) throw new Error(`The measuring client ended with ${run.exitCode}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Load;
}
