import { randomBytes } from 'node:crypto';

type Cursor = { readonly records: readonly unknown[]; readonly pageSize: number };

/** The queries that are not read to their end; they end with the process. */
export type Cursors = {
  /** Keeps what a query found and gives the locator of its first record. */
  readonly open: (records: readonly unknown[], pageSize: number) => string;
  /** The page that a locator such as `01g…-2000` names, and the locator of the next; undefined for an unknown one. */
  readonly read: (locator: string) => Page | undefined;
};

export type Page = {
  readonly records: readonly unknown[];
  readonly totalSize: number;
  readonly next: string | undefined;
};

/** No cursor is open yet. */
export function createCursors(): Cursors {
  const cursors = new Map<string, Cursor>();
  const read = (locator: string): Page | undefined => {
    const [id = '', start] = locator.split('-');
    const cursor = cursors.get(id);
    const from = Number(start);
    if (!cursor || !Number.isInteger(from) || from < 0) return undefined;
    const end = from + cursor.pageSize;
    const { length } = cursor.records;
    return {
      records: cursor.records.slice(from, end),
      totalSize: length,
      next: end < length ? `${id}-${end}` : undefined
    };
  };
  const open = (records: readonly unknown[], pageSize: number): string => {
    const id = `01g${randomBytes(8).toString('hex').slice(0, 15)}`;
    cursors.set(id, { records, pageSize });
    return `${id}-0`;
  };
  return { open, read };
}
