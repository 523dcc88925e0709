import { exportInvalid } from '../errors/export-file';
import { callOf, type ExportedCall } from '../resources/call-logs/read-calls';
import { readExport } from './read-export';

/** Which calls of an export count: milliseconds since 1970, `to` itself not. */
export type CallRange = {
  readonly from: number;
  readonly to: number;
  /** What is older cannot be compared. */
  readonly oldest: number;
};

/** What an export holds. */
export type CallSurvey = {
  readonly rows: number;
  /** In the range, each call key once, taken by an agent. */
  readonly calls: number;
  readonly outOfRange: number;
  readonly tooOld: number;
  readonly withoutAgent: number;
  /** Rows whose call key an earlier row has. */
  readonly repeated: number;
};

type Skip = 'outOfRange' | 'tooOld' | 'withoutAgent' | 'repeated';

export type CallExport = {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  readonly range: CallRange;
};

/** As many lines as anybody reads; the whole file is read all the same, so that all faults are known before anything is asked. */
const mostFaults = 1000;

/** Reads the whole export once and counts. Throws EXPORT_INVALID with everything that is wrong in it. */
export async function surveyCalls(file: CallExport): Promise<CallSurvey> {
  const skipped: Record<Skip, number> = { outOfRange: 0, tooOld: 0, withoutAgent: 0, repeated: 0 };
  const faults: string[] = [];
  let [rows, calls] = [0, 0];
  for await (const piece of readCalls(file)) {
    for (const row of piece) {
      rows += 1;
      if (typeof row === 'string') skipped[row] += 1;
      else if ('faults' in row) faults.push(...row.faults.slice(0, mostFaults - faults.length));
      else calls += 1;
    }
  }
  if (rows === 0) faults.push(`${file.shown}:1 holds no call`);
  if (faults.length > 0) throw exportInvalid(file.shown, faults);
  return { rows, calls, ...skipped };
}

/** The calls that count, some at a time. */
export async function* callBatches(file: CallExport, size: number): AsyncGenerator<readonly ExportedCall[]> {
  let batch: ExportedCall[] = [];
  for await (const piece of readCalls(file)) {
    for (const row of piece) {
      if (typeof row === 'string' || 'faults' in row) continue;
      batch.push(row);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

type ReadRow = ExportedCall | Skip | { readonly faults: readonly string[] };

async function* readCalls({ path, shown, range }: CallExport): AsyncGenerator<readonly ReadRow[]> {
  const seen = new Set<string>();
  for await (const { rows, faults } of readExport(path, shown)) {
    const read = rows.map((row): ReadRow => {
      const call = callOf(row, shown);
      return 'faults' in call ? call : (skipOf(call, range, seen) ?? call);
    });
    yield [...faults.map(({ line, said }) => ({ faults: [`${shown}:${line} ${said}`] })), ...read];
  }
}

function skipOf(call: ExportedCall, { from, to, oldest }: CallRange, seen: Set<string>): Skip | undefined {
  const started = Date.parse(call.startedAt);
  if (started < from || started >= to) return 'outOfRange';
  if (started < oldest) return 'tooOld';
  if (call.agent === undefined) return 'withoutAgent';
  if (seen.has(call.callKey)) return 'repeated';
  seen.add(call.callKey);
  return undefined;
}
