import type { HistoryRow, ValueNames } from './historyRow';

/** Whose calls, and which: an empty channel or direction is every one. */
export type Question = { readonly recordId: string; readonly channel: string; readonly direction: string };

/** A stretch of what a source has, newest first. */
export type Stretch = { readonly pageSize: number; readonly offset: number };

/** One kind of record that says of calls. */
export type HistorySource = (question: Question, stretch: Stretch, names: ValueNames) => Promise<readonly HistoryRow[]>;

/** Calls of all sources together, and how many of each are behind them. */
export type HistoryPage = {
  readonly rows: readonly HistoryRow[];
  readonly offsets: readonly number[];
  readonly hasMore: boolean;
};

/** SOQL refuses an offset beyond this. Source: SOQL and SOSL Reference, OFFSET. */
const furthest = 2000;

type Wanted = {
  readonly question: Question;
  readonly names: ValueNames;
  readonly size: number;
  /** How many of each source are behind already; none at the beginning. */
  readonly offsets: readonly number[];
};
type Keyed = { readonly row: HistoryRow; readonly source: number; readonly newest: string };

/**
 * Reads the next so many calls, newest first, of sources each of which has an order of its own. Each is asked for one more than is
 * shown, to know whether there is more; what is not shown is asked for again.
 */
export async function historyPage(
  sources: readonly HistorySource[],
  { question, names, size, offsets }: Wanted
): Promise<HistoryPage> {
  const found = await Promise.all(
    sources.map((source, index) => source(question, { pageSize: size + 1, offset: offsets[index] ?? 0 }, names))
  );
  const merged = found.flatMap(keyed).sort((one, other) => compare(other.newest, one.newest));
  const shown = merged.slice(0, size);
  const behind = found.map((_, index) => (offsets[index] ?? 0) + shown.filter(({ source }) => source === index).length);
  return {
    rows: shown.map(({ row }) => row),
    offsets: behind,
    hasMore: merged.length > size && behind.every((offset) => offset <= furthest)
  };
}

/**
 * Each call with the newest moment of those that its source has from there on. A log that was made up for later is where its source
 * has it, among newer ones, and must not hold these back.
 */
function keyed(rows: readonly HistoryRow[], source: number): readonly Keyed[] {
  return rows.reduceRight<Keyed[]>((after, row) => {
    const next = after[0]?.newest ?? '';
    const own = momentOf(row.at);
    after.unshift({ row, source, newest: compare(own, next) > 0 ? own : next });
    return after;
  }, []);
}

/** Apex writes `+0000` where others write `Z`; one form sorts by its letters. */
function momentOf(at: string): string {
  const moment = Date.parse(at);
  return Number.isNaN(moment) ? '' : new Date(moment).toISOString();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
