import { resolve } from 'node:path';
import { loadConfig } from '../config/load-config';
import type { ResolvedConfig } from '../config/resolved-config';
import { preflightBlocked } from '../errors/apply';
import { wrongCommandLine } from '../errors/run';
import { exitCode } from '../exit-code';
import { guardProduction } from '../plan/guard-production';
import { lockOrg } from '../plan/lock';
import type { OrgFacts } from '../plan/plan';
import type { ReconcileSituation } from '../plan/reconcile-logs';
import { identityRule, identityUsers, usersQuestion } from '../resources/agents/expected-users';
import { oldestReadable, rangeEnd } from '../resources/call-logs/call-range';
import { describeReconciliation } from '../resources/call-logs/describe-reconciliation';
import type { Totals } from '../resources/call-logs/reconciliation';
import { findReps } from '../resources/call-logs/reps';
import { organization } from '../resources/organization/organization';
import { organizationQuestion, readOrganization } from '../resources/organization/read-organization';
import type { Answers } from '../resources/question';
import { askOrStop } from './ask-or-stop';
import type { CommandContext, CommandResult } from './command';
import { orgPath, requireOrg } from './open-run';
import { surveyCalls, type CallExport } from './read-calls';
import { reconcileExport } from './reconcile-export';

const help = 'npx ringdown logs reconcile --help';

/** Compares the calls of the phone system with the org's call logs; with --repair writes what is missing, by call key. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const { options, env, cwd, clock, signal } = context;
  const config = loadConfig({ file: options.config, org: requireOrg(context), env, cwd });
  const file = exportOf(context);
  const survey = await surveyCalls(file);
  const org = await context.connect(config);
  const answers = await askOrStop(org, [organizationQuestion, usersQuestion], 'reading the users');
  const facts: OrgFacts = { ...readOrganization(answers), domain: org.domain };
  refuseOtherOrg(config, answers, clock.now());
  const situation: ReconcileSituation = {
    org,
    clock,
    signal,
    orgName: config.org.name,
    place: {
      namespace: config.ringdown?.namespace ?? '',
      hasVoice: config.callCenters.some(({ kind }) => kind === 'voice')
    },
    reps: findReps(identityUsers(config, answers), identityRule(config, answers, org.domain), answers),
    ...(options.repair === true && { beforeWriting: confirmOnce(context, facts) })
  };
  // Two repairs at once would ask for the same and write the same.
  const unlock =
    options.repair === true ? lockOrg(orgPath(context, facts.id, 'lock'), config.org.name, clock.now()) : undefined;
  try {
    const totals = await reconcileExport(context, { file, survey, situation });
    const { rows, calls: _calls, ...skipped } = survey;
    const result = {
      ...totals,
      org: config.org.name,
      export: file.shown,
      rows,
      skipped,
      repair: options.repair === true,
      ...(options.out !== undefined && { out: options.out }),
      requests: org.requestCount(),
      again: againLine(context)
    };
    return { exitCode: exitCodeOf(totals), data: result, lines: describeReconciliation(result) };
  } finally {
    unlock?.();
  }
}

function exportOf({ options, cwd, clock }: CommandContext): CallExport {
  if (options.export === undefined) throw wrongCommandLine('--export FILE is missing: which calls?', help);
  const end = (side: 'from' | 'to', fallback: number): number => {
    const text = options[side];
    const read = text === undefined ? fallback : rangeEnd(text, side);
    if (read !== undefined) return read;
    throw wrongCommandLine(
      `--${side} takes a day such as 2026-11-01, or a time with its zone, got "${text ?? ''}"`,
      help
    );
  };
  const range = { from: end('from', -Infinity), to: end('to', Infinity), oldest: oldestReadable(clock.now()) };
  if (range.from >= range.to) throw wrongCommandLine('--from must be before --to', help);
  return { path: resolve(cwd, options.export), shown: options.export, range };
}

/** The logs of another org say nothing about this phone system. */
function refuseOtherOrg(config: ResolvedConfig, answers: Answers, now: number): void {
  const { findings } = organization.compare({ config, answers, now, packagesPending: false });
  const other = findings.filter(({ code }) => code === 'ORG_ID_MISMATCH' || code === 'ORG_KIND_MISMATCH');
  if (other.length > 0) throw preflightBlocked(config.org.name, other);
}

/** Asked before the first write, and not at all when nothing is to be written. */
function confirmOnce({ options, ask }: CommandContext, facts: OrgFacts): () => Promise<void> {
  let confirmed: Promise<void> | undefined;
  return () => {
    confirmed ??= guardProduction(facts, options.org ?? '', { confirmOrg: options.confirmOrg, ask });
    return confirmed;
  };
}

function exitCodeOf({ refused, compared, wholeAndOnce }: Totals): number {
  if (refused > 0) return exitCode.partlyDone;
  return wholeAndOnce < compared ? exitCode.changesPending : exitCode.done;
}

function againLine({ options }: CommandContext): string {
  const { org = '', export: file = '', from, to } = options;
  const range = [...(from === undefined ? [] : [`--from ${from}`]), ...(to === undefined ? [] : [`--to ${to}`])];
  return ['npx ringdown logs reconcile', `--org ${org}`, `--export ${file}`, ...range, '--repair'].join(' ');
}
