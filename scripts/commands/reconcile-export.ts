import { appendFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { outputUnwritable } from '../errors/run';
import { reconcileBatch, type JudgedFinding, type ReconcileSituation } from '../plan/reconcile-logs';
import { listFinding, tally, type ListedFinding, type Totals } from '../resources/call-logs/reconciliation';
import type { Reps } from '../resources/call-logs/reps';
import type { CommandContext } from './command';
import { callBatches, type CallExport, type CallSurvey } from './read-calls';

/** Calls that are compared at a time: their questions fit into one or two requests, their writes into two. */
const callsPerBatch = 2000;

type Input = { readonly file: CallExport; readonly survey: CallSurvey; readonly situation: ReconcileSituation };

/** Goes through the whole export, some calls at a time, and counts; with --out every finding is a line of that file. */
export async function reconcileExport(context: CommandContext, { file, survey, situation }: Input): Promise<Totals> {
  const { emit, signal } = context;
  const { org, orgName, reps } = situation;
  const step = 'calls';
  const found = tally();
  const keep = findingsFile(context);
  let done = 0;
  emit({ type: 'step-started', step, title: `Comparing ${survey.calls} calls with the logs of ${orgName}` });
  for await (const calls of callBatches(file, callsPerBatch)) {
    signal.throwIfAborted();
    const { findings, ...written } = await reconcileBatch(situation, calls);
    const listed = findings.map((one) => listedFinding(one, reps));
    keep(listed);
    found.add(listed, calls.length, written);
    done += calls.length;
    emit({ type: 'step-progress', step, detail: `${done} of ${survey.calls}, ${org.requestCount()} requests` });
  }
  const totals = found.result();
  const changed = totals.created + totals.completed > 0;
  emit({
    type: 'step-finished',
    step,
    outcome: changed ? 'changed' : 'done',
    detail: `${org.requestCount()} requests`
  });
  return totals;
}

function listedFinding({ finding, remedy }: JudgedFinding, reps: Reps): ListedFinding {
  switch (remedy.kind) {
    case 'repairable':
      return listFinding(finding, remedy, reps);
    case 'by-person':
      return listFinding(finding, remedy, reps);
    case 'refused':
      return listFinding(finding, { kind: 'refused', why: `${remedy.code}: ${remedy.message}` }, reps);
    default:
      return remedy satisfies never;
  }
}

/** Writes findings as JSON lines while they are found; nothing without --out. */
function findingsFile({ options, cwd }: CommandContext): (found: readonly ListedFinding[]) => void {
  const shown = options.out;
  if (shown === undefined) return () => undefined;
  const path = resolve(cwd, shown);
  const write = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      throw outputUnwritable(shown, (error as Error).message, error);
    }
  };
  write(() => writeFileSync(path, ''));
  return (found) => write(() => appendFileSync(path, found.map((finding) => `${JSON.stringify(finding)}\n`).join('')));
}
