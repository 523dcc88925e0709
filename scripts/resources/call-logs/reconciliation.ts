import type { CallFinding } from '../../../core/reconcile/reconcile-call';
import type { Reps } from './reps';

/** A finding as it is listed and printed as JSON. */
export type ListedFinding = {
  readonly kind: CallFinding['kind'];
  readonly callKey: string;
  readonly place: string;
  readonly agent?: string;
  readonly startedAt: string;
  readonly logs: readonly string[];
  readonly lacks?: readonly string[];
  /** Whose log it is, where that is not the agent's. */
  readonly loggedFor?: string;
  readonly users?: readonly string[];
  /** `repairable` with --repair; else who has to act, or what the org said. */
  readonly remedy: string;
};

export type Remark = { readonly kind: 'repairable' | 'by-person' | 'refused'; readonly why?: string };

/** A finding in plain data. */
export function listFinding(finding: CallFinding, { kind: remedy, why }: Remark, reps: Reps): ListedFinding {
  const { call, kind } = finding;
  const logs = 'log' in finding ? [finding.log] : 'logs' in finding ? finding.logs : [];
  return {
    kind,
    callKey: call.legId,
    place: call.place,
    ...(call.agent !== undefined && { agent: call.agent }),
    startedAt: call.startedAt,
    logs: logs.map(({ id, objectName }) => `${objectName} ${id}`),
    ...(finding.kind === 'incomplete' && { lacks: finding.lacks }),
    ...(finding.kind === 'other-rep' && { loggedFor: reps.usernameOf(finding.log.repId) }),
    ...('rep' in finding &&
      finding.rep.kind === 'ambiguous' && { users: finding.rep.userIds.map((id) => reps.usernameOf(id)) }),
    remedy: why === undefined ? remedy : remedy === 'refused' ? `refused: ${why}` : why
  };
}

/** Everything that a run found, in bounded memory: counts of all, and the first of them in full. */
export type Tally = {
  add(
    found: readonly ListedFinding[],
    calls: number,
    written: { readonly created: number; readonly completed: number }
  ): void;
  result(): Totals;
};

export type Totals = {
  readonly compared: number;
  readonly wholeAndOnce: number;
  readonly counts: Readonly<Record<CallFinding['kind'], number>>;
  readonly created: number;
  readonly completed: number;
  readonly refused: number;
  readonly repairable: number;
  readonly findings: readonly ListedFinding[];
  readonly leftOff: number;
};

/** Beyond these, findings are counted; `--out` has them all. */
const mostKept = 1000;

/** Counts as it goes. */
export function tally(): Tally {
  const counts: Record<CallFinding['kind'], number> = {
    missing: 0,
    duplicated: 0,
    incomplete: 0,
    'other-rep': 0,
    'unknown-agent': 0
  };
  const findings: ListedFinding[] = [];
  let [compared, wrong, created, completed, refused, repairable, leftOff] = [0, 0, 0, 0, 0, 0, 0];
  return {
    add: (found, calls, written) => {
      compared += calls;
      wrong += new Set(found.map(({ place }) => place)).size;
      created += written.created;
      completed += written.completed;
      for (const one of found) {
        counts[one.kind] += 1;
        if (one.remedy === 'repairable') repairable += 1;
        if (one.remedy.startsWith('refused: ')) refused += 1;
        if (findings.length < mostKept) findings.push(one);
        else leftOff += 1;
      }
    },
    result: () => ({
      compared,
      wholeAndOnce: compared - wrong,
      counts: { ...counts },
      created,
      completed,
      refused,
      repairable,
      findings,
      leftOff
    })
  };
}
