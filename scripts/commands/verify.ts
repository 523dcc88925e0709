import { wrongCommandLine } from '../errors/run';
import { exitCode } from '../exit-code';
import type { PersonStep } from '../config/resolved-config/call-center';
import { confirmSteps, readConfirmed } from '../plan/confirmations';
import { describeChanges, describeFindings } from '../plan/describe-plan';
import { describePersonSteps } from '../plan/describe-person-work';
import { accessProofQuestions, accessProofs } from '../resources/field-access/access-proofs';
import { checkPages, describePageChecks } from './check-pages';
import type { CommandContext, CommandResult } from './command';
import { openRun, orgPath } from './open-run';

/** Reads everything back and says what holds, what differs, and what only a person can see. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const { config, plan, org, answers } = await openRun(context);
  const proofs = accessProofs(config, new Map([...answers, ...(await org.ask(accessProofQuestions(config, answers)))]));
  const path = orgPath(context, plan.org.id, 'confirmations.json');
  const named = stepsNamed(context.options.confirmed, config.personSteps);
  if (named.length > 0) confirmSteps(path, named, context.clock.now());
  const confirmed = readConfirmed(path, config.personSteps);
  const personLines = describePersonSteps(config.personSteps, confirmed, config.org.name);
  const pages = await checkPages(context, config);
  const pageFailed = pages.some(({ result }) => result === 'failed');
  const drifted = plan.changes.length > 0 || proofs.missing.length > 0;
  const blocked = plan.findings.some(({ severity }) => severity === 'blocked');
  return {
    exitCode: blocked ? exitCode.preflightBlocked : drifted || pageFailed ? exitCode.changesPending : exitCode.done,
    data: {
      org: plan.org,
      verified: !drifted && !blocked && !pageFailed,
      holds: [...plan.holds, ...proofs.holds],
      missing: proofs.missing,
      pages,
      changes: plan.changes,
      findings: plan.findings,
      personSteps: config.personSteps.map((step) => ({ ...step, confirmedAt: confirmed.get(step.id)?.at })),
      requests: org.requestCount()
    },
    lines: [
      `# ${config.org.name}: ${drifted || blocked ? 'differs from the configuration' : pageFailed ? 'has pages that reps cannot use' : 'read back from the org'} (${plan.org.id})`,
      '',
      ...[...plan.holds, ...proofs.holds].map((line) => `  = ${line}`),
      ...proofs.missing.map((line) => `  ! ${line}`),
      ...describePageChecks(pages),
      ...describeChanges(plan.changes, true),
      ...describeFindings(plan.findings),
      ...(personLines.length === 0 ? [] : ['', "By hand, in the vendor's own console:", ...personLines]),
      ...(drifted && !blocked ? ['', `Next: npx ringdown apply --org ${config.org.name}`] : [])
    ]
  };
}

function stepsNamed(confirmed: string | undefined, steps: readonly PersonStep[]): readonly PersonStep[] {
  if (confirmed === undefined) return [];
  if (confirmed === 'all') return steps;
  return confirmed.split(',').map((id) => {
    const step = steps.find((candidate) => candidate.id === id.trim());
    if (step !== undefined) return step;
    throw wrongCommandLine(
      `--confirmed ${id}: no such step; there are ${steps.map((candidate) => candidate.id).join(', ') || 'none'}`,
      'npx ringdown verify --help'
    );
  });
}
