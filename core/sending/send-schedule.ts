import { holdsUpAll, type SendProblem } from './send-problem';

/** The first wait after a passing failure, and the longest. Between them each is twice the one before. */
const firstWait = 1000;
const longestWait = 300_000;

/** How long to wait after this many failures in a row, in milliseconds: between half and all of the step, so that tabs and reps spread. */
export function backOff(attempts: number, random: () => number): number {
  const step = Math.min(longestWait, firstWait * 2 ** Math.min(attempts - 1, 20));
  return Math.round(step / 2 + (step / 2) * random());
}

/** What sending one version came to so far. Times are those of a clock that never steps back. */
export type Trial = {
  readonly version: number;
  readonly attempts: number;
  readonly problem?: SendProblem;
  /** Undefined when only a person brings it on: a new version, or a wish to try again. */
  readonly nextAt?: number;
};

/** All that the schedule knows: the trials by call key, and when the org is asked again at all. */
export type Schedule = {
  readonly trials: Readonly<Record<string, Trial>>;
  readonly pause?: { readonly until: number; readonly failures: number };
};

export const emptySchedule: Schedule = { trials: {} };

type Waiting = { readonly callKey: string; readonly version: number };

/**
 * What may be sent now: the oldest of those that did not fail yet, else the one that waited longest since it did, so that no
 * log is stuck behind another that fails for whatever reason; else when to look again, if time alone brings one on. */
export function nextToSend<Entry extends Waiting>(
  schedule: Schedule,
  waiting: readonly Entry[],
  now: number
): { readonly entry?: Entry; readonly lookAgainAt?: number } {
  const dues = waiting.flatMap((entry) => {
    const at = dueAt(schedule, entry);
    return at === undefined ? [] : [{ entry, at }];
  });
  const [due] = dues
    .filter(({ at }) => at <= now)
    .sort((one, other) => ownDue(schedule, one.entry) - ownDue(schedule, other.entry));
  if (due) return { entry: due.entry };
  return dues.length > 0 ? { lookAgainAt: Math.min(...dues.map(({ at }) => at)) } : {};
}

/** The schedule after a log could not be sent. */
export function addFailure(
  schedule: Schedule,
  { callKey, version }: Waiting,
  problem: SendProblem,
  now: number,
  random: () => number
): Schedule {
  const attempts = attemptsOf(schedule, { callKey, version }) + 1;
  const failures = holdsUpAll(problem) ? (schedule.pause?.failures ?? 0) + 1 : 0;
  const nextAt = isLasting(problem, attempts) ? undefined : now + backOff(Math.max(failures, attempts), random);
  const trial: Trial = { version, attempts, problem, ...(nextAt === undefined ? {} : { nextAt }) };
  return {
    trials: { ...schedule.trials, [callKey]: trial },
    ...(failures > 0 ? { pause: { until: now + backOff(failures, random), failures } } : {})
  };
}

/** A key that another request of ours took meanwhile is found the next time; one that stays taken is somebody else's. */
const mostTimesTaken = 5;

function isLasting({ kind, code }: SendProblem, attempts: number): boolean {
  return kind === 'refused' || (code === 'DUPLICATE_VALUE' && attempts >= mostTimesTaken);
}

/** The schedule after a log was sent: the org answers, so nothing is held up any more. */
export function addSuccess(schedule: Schedule, callKey: string): Schedule {
  const { [callKey]: _sent, ...trials } = schedule.trials;
  return { trials };
}

/**
 * The schedule when something changed that may let logs pass (a network, a sign-in, a look at the page): what passes by
 * itself is due at once. A person who asks brings on the refused ones too.
 */
export function tryAtOnce(schedule: Schedule, now: number, asked: 'by-person' | 'by-change'): Schedule {
  const trials = Object.entries(schedule.trials).map(([callKey, trial]): [string, Trial] => [
    callKey,
    trial.nextAt === undefined && asked === 'by-change' ? trial : { ...trial, nextAt: now }
  ]);
  return { trials: Object.fromEntries(trials) };
}

/** How often this version was tried. */
export function attemptsOf({ trials }: Schedule, { callKey, version }: Waiting): number {
  const trial = trials[callKey];
  return trial?.version === version ? trial.attempts : 0;
}

function dueAt(schedule: Schedule, entry: Waiting): number | undefined {
  const trial = schedule.trials[entry.callKey];
  if (trial?.version === entry.version && trial.nextAt === undefined) return undefined;
  return Math.max(ownDue(schedule, entry), schedule.pause?.until ?? 0);
}

/** When a log may be sent for its own part; 0 for one that did not fail. */
function ownDue({ trials }: Schedule, { callKey, version }: Waiting): number {
  const trial = trials[callKey];
  return trial?.version === version ? (trial.nextAt ?? 0) : 0;
}
