import { mkdirSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { notReadBack, recordsRefused } from '../errors/apply';
import { exitCode } from '../exit-code';
import { type ApplyOutcome } from '../plan/apply-plan';
import { readConfirmed } from '../plan/confirmations';
import { countChanges, describeChanges, describeFindings, describePlan } from '../plan/describe-plan';
import { countPersonSteps, describePersonWork } from '../plan/describe-person-work';
import { judgeOutcome } from '../plan/judge-outcome';
import type { Change, PersonWork } from '../resources/change';
import type { CommandContext, CommandResult } from './command';
import { orgPath, type OpenRun } from './open-run';

/** What apply did, what it left to a person, and what is now true. Throws when something is neither done nor explained. */
export function appliedResult(
  context: CommandContext,
  opened: OpenRun,
  changes: readonly Change[],
  outcome: ApplyOutcome
): CommandResult {
  const { config, org } = opened;
  const { name } = config.org;
  const { after, proofs, refused, byHand } = outcome;
  const { done, remaining, unexplained } = judgeOutcome(changes, outcome);
  if (refused.length > 0) {
    const lines = refused.map(({ change, code, message }) => `${change.address}: ${code}: ${message}`);
    throw recordsRefused(name, refused.length, changes.filter(({ kind }) => kind === 'write-record').length, lines);
  }
  if (unexplained.length > 0) throw notReadBack(name, unexplained);
  const files = writeFiles(context, after.org.id, byHand);
  const waiting = byHand.length > 0;
  return {
    exitCode: waiting ? exitCode.waitingForPerson : exitCode.done,
    data: {
      outcome: waiting ? 'waiting-for-person' : 'changed',
      org: after.org,
      changes: done,
      remaining,
      holds: [...after.holds, ...proofs.holds],
      byHand,
      files: files.filter((file) => file !== undefined),
      findings: after.findings,
      requests: org.requestCount()
    },
    lines: [
      `# ${name}: ${waiting ? 'waiting for a person' : 'done'} (${countChanges(done) || 'nothing yet'})`,
      '',
      ...describeChanges(done),
      ...describeFindings(after.findings),
      '',
      'Read back from the org:',
      ...[...after.holds, ...proofs.holds].map((line) => `  = ${line}`),
      ...(waiting
        ? [
            '',
            `Still open (${countChanges(remaining)}): the org does not let a tool do it. By hand, now:`,
            ...describePersonWork(byHand, files)
          ]
        : []),
      ...(waiting ? ['', `Then: npx ringdown apply --org ${name}`] : personStepLines(context, opened))
    ]
  };
}

/** Nothing differed. */
export function unchangedResult(context: CommandContext, opened: OpenRun): CommandResult {
  const { plan, org } = opened;
  return {
    exitCode: exitCode.done,
    data: {
      outcome: 'unchanged',
      org: plan.org,
      changes: [],
      remaining: [],
      holds: plan.holds,
      byHand: [],
      files: [],
      findings: plan.findings,
      requests: org.requestCount()
    },
    lines: [...describePlan(plan), ...personStepLines(context, opened)]
  };
}

function personStepLines(context: CommandContext, { config, plan }: OpenRun): readonly string[] {
  const confirmed = readConfirmed(orgPath(context, plan.org.id, 'confirmations.json'), config.personSteps);
  return countPersonSteps(
    config.personSteps.filter(({ id }) => !confirmed.has(id)),
    config.org.name
  );
}

/** Files that a person uploads go where the next run finds this org's other papers. */
function writeFiles(
  context: CommandContext,
  orgId: string,
  byHand: readonly PersonWork[]
): readonly (string | undefined)[] {
  return byHand.map(({ file }) => {
    if (file === undefined) return undefined;
    const path = orgPath(context, orgId, file.name);
    mkdirSync(resolve(path, '..'), { recursive: true });
    writeFileSync(path, file.content);
    return relative(context.cwd, path);
  });
}
