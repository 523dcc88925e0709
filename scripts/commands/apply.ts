import { appliedResult, unchangedResult } from './apply-result';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { planIsStale, preflightBlocked } from '../errors/apply';
import { wrongCommandLine } from '../errors/run';
import type { ApplyContext } from '../plan/apply-context';
import { applyPlan } from '../plan/apply-plan';
import { resumeDeploy } from '../plan/resume-deploy';
import { guardProduction } from '../plan/guard-production';
import { openJournal } from '../plan/journal';
import { lockOrg } from '../plan/lock';
import type { Plan } from '../plan/plan';
import { readPlan } from '../plan/read-plan';
import { parseSavedPlan } from '../plan/saved-plan';
import { signOnOf } from '../resources/sign-on-app/client-id';
import type { CommandContext, CommandResult } from './command';
import { writeOrgsFile, type WrittenOrgsFile } from './session-service-file';
import { openRun, orgPath, type OpenRun } from './open-run';

/** Makes the org what the configuration says, in one run that may be interrupted and run again. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const startedAt = context.clock.now();
  const opened = await openRun(context);
  const { plan } = opened;
  const unlock = lockOrg(orgPath(context, plan.org.id, 'lock'), plan.orgName, context.clock.now());
  try {
    return await applyLocked(context, opened, startedAt);
  } finally {
    unlock();
  }
}

async function applyLocked(context: CommandContext, opened: OpenRun, startedAt: number): Promise<CommandResult> {
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
  const told = await tellSessionService(opened, context);
  const { plan, answers } = await upToDate(apply, opened, startedAt);
  const fingerprint = refuseStalePlan(context, plan, journal.openRun());
  if (plan.findings.some(({ severity }) => severity === 'blocked')) throw preflightBlocked(plan.orgName, plan.findings);
  if (plan.changes.length === 0) return withOrgsFile(unchangedResult(context, { ...opened, plan, answers }), told);
  await guardProduction(plan.org, plan.orgName, { confirmOrg: options.confirmOrg, ask: context.ask });
  journal.write({ event: 'run-started', fingerprint });
  const outcome = await applyPlan({ context: apply, plan, answers });
  const result = appliedResult(context, opened, plan.changes, outcome);
  journal.write({ event: 'run-finished', outcome: String(result.data['outcome']) });
  // Only the org knows the client id of an app that this run made.
  const toldAgain = await tellSessionService({ ...opened, answers: outcome.answers }, context);
  return withOrgsFile(result, toldAgain && { ...toldAgain, changed: toldAgain.changed || told?.changed === true });
}

/** Before anything else: the service must know the org before it shows its keys. Never for an org that the file does not mean. */
async function tellSessionService(
  { config, plan, answers, org }: OpenRun,
  context: CommandContext
): Promise<WrittenOrgsFile | undefined> {
  const isOther = plan.findings.some(({ code }) => code === 'ORG_ID_MISMATCH' || code === 'ORG_KIND_MISMATCH');
  return isOther ? undefined : writeOrgsFile(config, context, signOnOf(config, answers, org.domain));
}

function withOrgsFile(result: CommandResult, orgsFile: WrittenOrgsFile | undefined): CommandResult {
  if (orgsFile === undefined) return result;
  const said = orgsFile.changed
    ? `  + ${orgsFile.path} is new: give it to the session service`
    : `  = ${orgsFile.path}`;
  return { ...result, data: { ...result.data, orgsFile }, lines: [...result.lines, '', said] };
}

/**
 * What was read before the lock was taken is old when another apply has worked since; and a deploy that an interrupted run
 * began may still be under way, whose end comes first. Either way the org is read again.
 */
async function upToDate(apply: ApplyContext, opened: OpenRun, startedAt: number): Promise<OpenRun> {
  const { org, config, clock, journal } = apply;
  const isOld = journal.lastWrite() > startedAt;
  return (await resumeDeploy(apply)) || isOld ? { ...opened, ...(await readPlan(org, config, clock.now())) } : opened;
}

/** Returns the fingerprint that this run goes by: a saved plan's stays its own until a run of it has ended. */
function refuseStalePlan(
  { positionals, cwd }: CommandContext,
  { fingerprint, org }: Plan,
  openRun: string | undefined
): string {
  const [file] = positionals;
  if (file === undefined) return fingerprint;
  const saved = parseSavedPlan(file, readPlanFile(resolve(cwd, file), file));
  if (saved.orgId !== org.id)
    throw planIsStale(saved.orgName, file, `it was made for the org ${saved.orgId}, this is ${org.id}`);
  if (saved.fingerprint !== fingerprint && saved.fingerprint !== openRun) {
    throw planIsStale(saved.orgName, file, 'the org or the configuration changed since it was made');
  }
  return saved.fingerprint;
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
