import { reconcileCall, type CallFinding, type Rep } from '../../core/reconcile/reconcile-call';
import type { ExportedCall, HeldLog } from '../../core/reconcile/exported-call';
import { callLogFieldsMissing } from '../errors/call-logs';
import { orgRefused } from '../errors/run';
import type { RecordWrite } from '../org/org';
import {
  heldLogs,
  logQuestions,
  partQuestions,
  type HeldOfCall,
  type LogPlace
} from '../resources/call-logs/held-logs';
import { repairOf, type LogRepair } from '../resources/call-logs/log-repairs';
import type { Reps } from '../resources/call-logs/reps';
import type { Answers, Question } from '../resources/question';
import { writeUntilDone, type WriteSituation } from './write-until-done';

export type ReconcileSituation = WriteSituation & {
  readonly orgName: string;
  readonly place: LogPlace;
  readonly reps: Reps;
  /** Absent when nothing may be written; else asked before the first write of each batch, and throws to stop it. */
  readonly beforeWriting?: () => Promise<void>;
};

/** What became of a finding. */
export type Remedy =
  | { readonly kind: 'repairable' }
  | { readonly kind: 'by-person'; readonly why: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

export type JudgedFinding = { readonly finding: CallFinding; readonly remedy: Remedy };

export type BatchOutcome = {
  /** What is wrong now, after all that was written. */
  readonly findings: readonly JudgedFinding[];
  readonly created: number;
  readonly completed: number;
};

type Item = { readonly repair: LogRepair; readonly write: RecordWrite };

/** Compares some calls with their logs, and where writing is allowed puts right what can be, and reads it back. */
export async function reconcileBatch(
  situation: ReconcileSituation,
  calls: readonly ExportedCall[]
): Promise<BatchOutcome> {
  const before = await findingsOf(situation, calls);
  const repairs = itemsOf(before);
  if (repairs.length === 0 || situation.beforeWriting === undefined)
    return { findings: before.map(({ judged }) => judged), created: 0, completed: 0 };
  await situation.beforeWriting();
  // Written by call key: a log that came in the meantime is found, not made twice.
  const refused = await writeUntilDone(situation, repairs, async () => itemsOf(await findingsOf(situation, calls)));
  const after = await findingsOf(situation, calls);
  const still = new Set(after.map(({ judged: { finding } }) => keyOf(finding)));
  const done = repairs.filter(({ repair }) => !still.has(keyOf(repair.finding)));
  return {
    findings: after.map(({ judged }) => {
      const refusal = refused.find(({ item }) => keyOf(item.repair.finding) === keyOf(judged.finding));
      return refusal === undefined
        ? judged
        : { ...judged, remedy: { kind: 'refused', code: refusal.code, message: refusal.message } };
    }),
    created: done.filter(({ repair }) => repair.action === 'create').length,
    completed: done.filter(({ repair }) => repair.action === 'complete').length
  };
}

type Found = { readonly judged: JudgedFinding; readonly repair?: LogRepair };

async function findingsOf(situation: ReconcileSituation, calls: readonly ExportedCall[]): Promise<readonly Found[]> {
  const { place, reps } = situation;
  const first = await askLogs(situation, logQuestions(calls, place));
  const parts = partQuestions(calls, first, place);
  const answers = parts.length === 0 ? first : new Map([...first, ...(await askLogs(situation, parts))]);
  const held = heldLogs(calls, answers, place);
  return calls.flatMap((call) => {
    const { logs, tasks }: HeldOfCall = held.get(call.callKey) ?? nothingHeld;
    const rep: Rep = call.agent === undefined ? { kind: 'unknown' } : reps.repOf(call.agent);
    return reconcileCall(call, withoutOtherLegs(logs, { call, rep, reps }), rep).map((finding): Found => {
      const task = 'log' in finding ? tasks.get(finding.log.id) : undefined;
      const outcome = repairOf(finding, { task, reps, place });
      return outcome.kind === 'repair'
        ? { judged: { finding, remedy: { kind: 'repairable' } }, repair: outcome.repair }
        : { judged: { finding, remedy: { kind: 'by-person', why: outcome.why } } };
    });
  });
}

const nothingHeld: HeldOfCall = { logs: [], tasks: new Map() };

/** The logs without those that are of another leg of the call: their key names the rep whose they are. */
function withoutOtherLegs(
  logs: readonly HeldLog[],
  { call, rep, reps }: { readonly call: ExportedCall; readonly rep: Rep; readonly reps: Reps }
): readonly HeldLog[] {
  return logs.filter((log) => {
    if (!log.isByCall || log.agent === undefined || log.agent === call.agent) return true;
    const named = reps.repOf(log.agent);
    const isOwn = rep.kind === 'known' && named.kind === 'known' && rep.userId === named.userId;
    return isOwn || named.kind !== 'known' || named.userId !== log.repId;
  });
}

function itemsOf(found: readonly Found[]): readonly Item[] {
  return found.flatMap(({ repair }) => {
    if (repair === undefined) return [];
    const { keyField, fields } = repair;
    return [{ repair, write: { operation: 'upsert', sobject: 'Task', externalId: keyField, fields } as const }];
  });
}

async function askLogs({ org, orgName }: ReconcileSituation, questions: readonly Question[]): Promise<Answers> {
  const answers = await org.ask(questions);
  for (const answer of answers.values()) {
    if (answer.ok) continue;
    if (answer.code === 'INVALID_FIELD' || answer.code === 'INVALID_TYPE')
      throw callLogFieldsMissing(orgName, answer.message);
    throw orgRefused('reading call logs', answer.code, answer.message, undefined);
  }
  return answers;
}

function keyOf({ kind, call }: CallFinding): string {
  return `${kind} ${call.callKey}`;
}
