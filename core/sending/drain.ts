import {
  addFailure,
  addSuccess,
  attemptsOf,
  emptySchedule,
  nextToSend,
  tryAtOnce,
  type Schedule
} from './send-schedule';
import { type SendProblem } from './send-problem';

/** How far one log is. */
export type Progress = {
  readonly state: 'waiting' | 'sending' | 'retrying' | 'blocked';
  readonly attempts: number;
  /** When it is tried again, in milliseconds since 1970 by the computer's clock; only to be shown. */
  readonly nextTryAt?: number;
  readonly problem?: SendProblem;
};

/** Time as sending knows it. Order and waits hang on `now`, which never steps back; `wallTime` is only shown. */
export type Clock = {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Milliseconds since 1970, as the computer believes. */
  readonly wallTime: () => number;
  /** Calls back after so many milliseconds; the answer cancels. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
};

type Entry = { readonly callKey: string; readonly version: number };

export type DrainOptions<Waiting extends Entry> = {
  /** What this tab may send now, the oldest first. */
  readonly waiting: () => readonly Waiting[];
  /** Sends one and notes that it is confirmed; rejects with what the org rejected with. */
  readonly send: (entry: Waiting) => Promise<void>;
  /** Sorts what it rejected with. */
  readonly problemOf: (failure: unknown) => SendProblem;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onProgress: () => void;
};

/** Sends what waits, one log after the other, and knows when to try again what could not be sent. */
export type Drain = {
  /** Looks whether something can be sent; resolves when nothing more can be now. */
  readonly wake: () => Promise<void>;
  /** As `wake`, but tries at once what waits for its time; a person brings on what was refused, too. */
  readonly tryAtOnce: (asked: 'by-person' | 'by-change') => Promise<void>;
  readonly progressOf: (entry: Entry) => Progress;
  readonly stop: () => void;
};

/** A drain that never ends a log: it only leaves the list when it is confirmed. */
export function createDrain<Waiting extends Entry>(options: DrainOptions<Waiting>): Drain {
  const { waiting, send, problemOf, clock, random, onProgress } = options;
  let schedule: Schedule = emptySchedule;
  let sending: string | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;
  let cancelLook = (): void => undefined;

  async function run(): Promise<void> {
    cancelLook();
    while (!isStopped) {
      const { entry, lookAgainAt } = nextToSend(schedule, waiting(), clock.now());
      if (!entry) {
        if (lookAgainAt !== undefined) lookAgain(lookAgainAt - clock.now());
        return;
      }
      await sendOne(entry);
    }
  }

  function lookAgain(milliseconds: number): void {
    cancelLook = clock.after(milliseconds, () => {
      void wake();
    });
  }

  async function sendOne(entry: Waiting): Promise<void> {
    sending = entry.callKey;
    onProgress();
    try {
      await send(entry);
      schedule = addSuccess(schedule, entry.callKey);
    } catch (failure) {
      schedule = addFailure(schedule, entry, problemOf(failure), clock.now(), random);
    }
    sending = undefined;
    onProgress();
  }

  function wake(): Promise<void> {
    if (isStopped) return Promise.resolve();
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    wake,
    tryAtOnce: async (asked) => {
      await running;
      schedule = tryAtOnce(schedule, clock.now(), asked);
      await wake();
    },
    progressOf: (entry) => progressOf(schedule, sending === entry.callKey, entry, clock),
    stop: () => {
      isStopped = true;
      cancelLook();
    }
  };
}

function progressOf(schedule: Schedule, isSending: boolean, entry: Entry, clock: Clock): Progress {
  const attempts = attemptsOf(schedule, entry);
  if (isSending) return { state: 'sending', attempts: attempts + 1 };
  const trial = attempts > 0 ? schedule.trials[entry.callKey] : undefined;
  if (!trial?.problem) return { state: 'waiting', attempts };
  const { problem, nextAt } = trial;
  if (nextAt === undefined) return { state: 'blocked', attempts, problem };
  const due = Math.max(nextAt, schedule.pause?.until ?? 0);
  return {
    state: 'retrying',
    attempts,
    nextTryAt: clock.wallTime() + Math.max(0, due - clock.now()),
    problem
  };
}
