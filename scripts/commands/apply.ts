import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { notReadBack, planIsStale, preflightBlocked, recordsRefused } from '../errors/apply';
import { wrongCommandLine } from '../errors/run';
import { exitCode } from '../exit-code';
import { clockSkew, type ApplyContext } from '../plan/apply-context';
import { applyPlan, type ApplyOutcome } from '../plan/apply-plan';
import { readConfirmed } from '../plan/confirmations';
import { waitForDeploy } from '../plan/deploy-components';
import { countChanges, describeChanges, describeFindings, describePlan } from '../plan/describe-plan';
import { countPersonSteps, describePersonWork } from '../plan/describe-person-work';
import { guardProduction } from '../plan/guard-production';
import { openJournal } from '../plan/journal';
import { lockOrg } from '../plan/lock';
import { readPlan } from '../plan/read-plan';
import { parseSavedPlan } from '../plan/saved-plan';
import type { Change, PersonWork } from '../resources/change';
import type { CommandContext, CommandResult } from './command';
import { openRun, orgPath, type OpenRun } from './open-run';

/** Makes the org what the configuration says, in one run that may be interrupted and run again. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const opened = await openRun(context);
  const { plan } = opened;
  const unlock = lockOrg(orgPath(context, plan.org.id, 'lock'), plan.orgName, context.clock.now());
  try {
    return await applyLocked(context, opened);
  } finally {
    unlock();
  }
}

async function applyLocked(context: CommandContext, opened: OpenRun): Promise<CommandResult> {
  const { options, clock } = context;
  const journal = openJournal(orgPath(context, opened.plan.org.id, 'journal.jsonl'), () => clock.now());
  const apply: ApplyContext = {
    ...opened,
    clock,
    emit: context.emit,
    signal: context.signal,
    journal,
    wait: options.wait
  };
  const { plan, answers } = await afterOpenDeploy(apply, opened);
  refuseStalePlan(context, plan.fingerprint, plan.org.id);
  if (plan.findings.some(({ severity }) => severity === 'blocked')) throw preflightBlocked(plan.orgName, plan.findings);
  if (plan.changes.length === 0) return unchangedResult(context, { ...opened, plan, answers });
  await guardProduction(plan.org, plan.orgName, { confirmOrg: options.confirmOrg, ask: context.ask });
  journal.write({ event: 'run-started', fingerprint: plan.fingerprint });
  const outcome = await applyPlan({ context: apply, plan, answers });
  const result = resultOf(context, opened, plan.changes, outcome);
  journal.write({ event: 'run-finished', outcome: String(result.data['outcome']) });
  return result;
}

/** A deploy that an interrupted run began may still be under way: its end comes first, then the org is read again. */
async function afterOpenDeploy(apply: ApplyContext, opened: OpenRun): Promise<OpenRun> {
  const { org, config, clock, journal } = apply;
  const open = journal.openDeploy();
  if (open === undefined) return opened;
  const ids = 'deployId' in open ? [open.deployId] : await runningDeploys(apply, open.postedAfter);
  for (const id of ids) await waitForDeploy(apply, id, 'deploy of the interrupted run');
  if (ids.length === 0) return opened;
  return { ...opened, ...(await readPlan(org, config, clock.now())) };
}

async function runningDeploys({ org }: ApplyContext, postedAfter: number): Promise<readonly string[]> {
  const deploys = await org.findDeploys(postedAfter - clockSkew);
  return deploys.filter(({ done }) => !done).map(({ id }) => id);
}

function refuseStalePlan({ positionals, cwd }: CommandContext, fingerprint: string, orgId: string): void {
  const [file] = positionals;
  if (file === undefined) return;
  const saved = parseSavedPlan(file, readPlanFile(resolve(cwd, file), file));
  if (saved.orgId !== orgId)
    throw planIsStale(saved.orgName, file, `it was made for the org ${saved.orgId}, this is ${orgId}`);
  if (saved.fingerprint !== fingerprint) {
    throw planIsStale(saved.orgName, file, 'the org or the configuration changed since it was made');
  }
}

function readPlanFile(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw wrongCommandLine(
      `the plan ${shown} cannot be read: ${(error as Error).message}`,
      'npx ringdown plan --org NAME --out plan.json'
    );
  }
}

function resultOf(
  context: CommandContext,
  opened: OpenRun,
  changes: readonly Change[],
  { after, proofs, refused, byHand }: ApplyOutcome
): CommandResult {
  const { config, org } = opened;
  const { name } = config.org;
  if (refused.length > 0) {
    const lines = refused.map(({ change, code, message }) => `${change.address}: ${code}: ${message}`);
    throw recordsRefused(name, refused.length, changes.filter(({ kind }) => kind === 'write-record').length, lines);
  }
  const unexplained = byHand.length > 0 ? [] : [...after.changes.map(({ summary }) => summary), ...proofs.missing];
  if (unexplained.length > 0) throw notReadBack(name, unexplained);
  const files = writeFiles(context, after.org.id, byHand);
  const waiting = byHand.length > 0;
  return {
    exitCode: waiting ? exitCode.waitingForPerson : exitCode.done,
    data: {
      outcome: waiting ? 'waiting-for-person' : 'changed',
      org: after.org,
      changes,
      holds: [...after.holds, ...proofs.holds],
      byHand,
      files,
      findings: after.findings,
      requests: org.requestCount()
    },
    lines: [
      `# ${name}: ${waiting ? 'waiting for a person' : 'done'} (${countChanges(changes)})`,
      '',
      ...describeChanges(changes),
      ...describeFindings(after.findings),
      '',
      'Read back from the org:',
      ...[...after.holds, ...proofs.holds].map((line) => `  = ${line}`),
      ...(waiting
        ? ['', 'The org does not let a tool do the rest. By hand, now:', ...describePersonWork(byHand, files)]
        : []),
      ...(waiting ? ['', `Then: npx ringdown apply --org ${name}`] : personStepLines(context, opened))
    ]
  };
}

function unchangedResult(context: CommandContext, opened: OpenRun): CommandResult {
  const { plan, org } = opened;
  return {
    exitCode: exitCode.done,
    data: {
      outcome: 'unchanged',
      org: plan.org,
      changes: [],
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
function writeFiles(context: CommandContext, orgId: string, byHand: readonly PersonWork[]): readonly string[] {
  return byHand.map(({ file }) => {
    if (file === undefined) return '';
    const path = orgPath(context, orgId, file.name);
    mkdirSync(resolve(path, '..'), { recursive: true });
    writeFileSync(path, file.content);
    return relative(context.cwd, path);
  });
}
