import { sendProblem } from 'c/callLogOutbox';
import type { ActivityRow } from './activityRows';
import type { ActivityShelf, WaitingRow } from './activityShelf';

/** Sends what waits. */
export type ActivityWriter = {
  /** There may be something to send. */
  wake(): void;
  stop(): void;
};

export type WriterOptions = {
  readonly shelf: ActivityShelf;
  readonly save: (records: readonly ActivityRow['record'][]) => Promise<unknown>;
  /** Undefined where the browser has none: then every tab sends, which ends in the same rows, for they go by their keys. */
  readonly locks: LockManager | undefined;
  readonly lockName: string;
};

/** Apex takes all rows of one request or none. */
const mostRows = 100;
const [firstWait, longestWait] = [2_000, 300_000];

/** One tab among all sends; the browser gives the role on when that tab closes. */
export function activityWriter({ shelf, save, locks, lockName }: WriterOptions): ActivityWriter {
  let isMine = locks === undefined;
  let isBusy = false;
  let isStopped = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let letGo = (): void => undefined;
  /** What the org refuses as it is: sent again after a change, or by the next page. */
  const refused = new Map<string, string>();

  const ready = (): readonly WaitingRow[] =>
    shelf
      .waiting()
      .filter(({ name, text }) => refused.get(name) !== text)
      .slice(0, mostRows);

  async function send(rows: readonly WaitingRow[]): Promise<void> {
    try {
      await save(rows.map(({ record }) => record));
      rows.forEach(shelf.sent);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [row, ...others] = rows;
      if (!row) return;
      if (others.length === 0) refused.set(row.name, row.text);
      // One bad row holds up all: each half is tried by itself until the bad one is alone.
      else await inHalves(rows);
    }
  }

  async function inHalves(rows: readonly WaitingRow[]): Promise<void> {
    const middle = Math.ceil(rows.length / 2);
    await send(rows.slice(0, middle));
    await send(rows.slice(middle));
  }

  async function drain(): Promise<void> {
    const rows = ready();
    if (!isMine || isBusy || isStopped || timer !== undefined || rows.length === 0) return;
    isBusy = true;
    try {
      await send(rows);
      failures = 0;
    } catch {
      failures += 1;
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits before it tries again; stop ends it
      timer = setTimeout(wake, Math.min(longestWait, firstWait * 2 ** (failures - 1)));
    }
    isBusy = false;
    await drain();
  }

  function wake(): void {
    clearTimeout(timer);
    timer = undefined;
    void drain();
  }

  locks
    ?.request(lockName, () => {
      isMine = true;
      wake();
      return isStopped ? undefined : new Promise<void>((resolve) => (letGo = resolve));
    })
    .catch(() => {
      isMine = true;
      wake();
    });

  return {
    wake: () => {
      void drain();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      letGo();
    }
  };
}

/** The org read the rows and will not have them, which trying again does not change; a locked row is another matter. */
function isRefusal(error: unknown): boolean {
  const { exceptionType, pageErrors } = (error as { body?: Readonly<Record<string, unknown>> } | undefined)?.body ?? {};
  const isDml = Array.isArray(pageErrors) || exceptionType === 'System.DmlException';
  return isDml && sendProblem(error).kind === 'refused';
}
