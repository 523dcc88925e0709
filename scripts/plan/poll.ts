import type { Clock } from '../clock';

export type PollOptions<Status> = {
  readonly read: () => Promise<Status>;
  readonly isDone: (status: Status) => boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds from now on. */
  readonly deadline: number;
  readonly onStatus: (status: Status, elapsedMilliseconds: number) => void;
};

/** Quick at first for small jobs, then slower, so that an hour of waiting costs about 120 requests and not thousands. */
const gaps: readonly number[] = [50, 200, 500, 1_000, 1_000, 2_000, 2_000, 5_000, 5_000, 10_000, 10_000];
const lastGap = 30_000;

/** Reads until it is done; returns the last status either way, and the caller asks `isDone` again. */
export async function poll<Status>(options: PollOptions<Status>): Promise<Status> {
  const { read, isDone, clock, signal, deadline, onStatus } = options;
  const start = clock.now();
  for (let turn = 0; ; turn += 1) {
    await clock.wait(gaps[turn] ?? lastGap, signal);
    const status = await read();
    const elapsed = clock.now() - start;
    onStatus(status, elapsed);
    if (isDone(status) || elapsed >= deadline) return status;
  }
}
