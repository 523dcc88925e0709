import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { outputUnwritable } from '../errors/run';
import { exitCode } from '../exit-code';
import { countChanges, describePlan } from '../plan/describe-plan';
import { savePlan } from '../plan/saved-plan';
import type { CommandContext, CommandResult } from './command';
import { openRun } from './open-run';

/** Prints what apply would do, and writes nothing to the org. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const { options, cwd } = context;
  const { plan, org } = await openRun(context);
  if (options.out !== undefined) writePlanFile(resolve(cwd, options.out), options.out, savePlan(plan));
  const blocked = plan.findings.some(({ severity }) => severity === 'blocked');
  const pending = plan.changes.length > 0;
  return {
    exitCode: blocked
      ? exitCode.preflightBlocked
      : pending && options.detailedExitCode
        ? exitCode.changesPending
        : exitCode.done,
    data: { ...plan, requests: org.requestCount() },
    lines: [
      ...describePlan(plan),
      ...nextLines(plan.orgName, plan.changes.length === 0 ? '' : countChanges(plan.changes), blocked, options.out)
    ]
  };
}

function writePlanFile(path: string, shown: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw outputUnwritable(shown, (error as Error).message, error);
  }
}

function nextLines(orgName: string, counted: string, blocked: boolean, out: string | undefined): readonly string[] {
  if (blocked) return ['', 'Nothing can be applied before the findings above are dealt with.'];
  if (counted === '') return [];
  return [
    '',
    `Plan: ${counted}. Nothing is written yet.`,
    `Next: npx ringdown apply --org ${orgName}${out === undefined ? '' : ` ${out}`}`
  ];
}
