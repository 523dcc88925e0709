import type { Row } from '../org-data';
import type { RowIndex } from './row-index';

type Table = Map<string, Row>;

/** The rows of every sObject in order of creation, with lists and indexes that are made when first asked for. */
export type Tables = {
  readonly list: (name: string) => readonly Row[];
  readonly row: (name: string, id: string) => Row | undefined;
  readonly put: (name: string, row: Row) => void;
  /** Whether there was one. */
  readonly remove: (name: string, id: string) => boolean;
  /** The index of this key, made of all rows the first time and kept right from then on. */
  readonly index: <Index extends RowIndex>(name: string, key: string, make: () => Index) => Index;
  /** Does the work, and takes back what it wrote when it throws. */
  readonly transaction: <Result>(work: () => Result) => Result;
  readonly all: () => Readonly<Record<string, readonly Row[]>>;
};

/** Keeps these rows. */
export function keepTables(given: Readonly<Record<string, readonly Row[]>>): Tables {
  const tables = new Map<string, Table>(
    Object.entries(given).map(([name, rows]) => [name, new Map(rows.map((row) => [row.Id, row]))])
  );
  const lists = new Map<string, readonly Row[]>();
  const indexes = new Map<string, Map<string, RowIndex>>();
  /** Of each transaction under way the tables that it wrote to, as they were: a table of a million rows is copied only then. */
  const before: Map<string, Table | undefined>[] = [];

  const written = (name: string): Table => {
    const found = tables.get(name);
    const mine = before.at(-1);
    if (mine && !mine.has(name)) mine.set(name, found && new Map(found));
    const table = found ?? new Map<string, Row>();
    tables.set(name, table);
    lists.delete(name);
    return table;
  };
  const indexesOf = (name: string): readonly RowIndex[] => [...(indexes.get(name)?.values() ?? [])];
  const list: Tables['list'] = (name) => {
    const found = lists.get(name) ?? [...(tables.get(name)?.values() ?? [])];
    lists.set(name, found);
    return found;
  };
  const takeBack = (copies: ReadonlyMap<string, Table | undefined>): void => {
    for (const [name, copy] of copies) {
      if (copy) tables.set(name, copy);
      else tables.delete(name);
      lists.delete(name);
      indexes.delete(name);
    }
  };

  return {
    list,
    row: (name, id) => tables.get(name)?.get(id),
    put: (name, row) => {
      const table = written(name);
      const old = table.get(row.Id);
      table.set(row.Id, row);
      for (const index of indexesOf(name)) {
        if (old) index.remove(old);
        index.put(row);
      }
    },
    remove: (name, id) => {
      const old = tables.get(name)?.get(id);
      if (!old) return false;
      for (const index of indexesOf(name)) index.remove(old);
      return written(name).delete(id);
    },
    index: <Index extends RowIndex>(name: string, key: string, make: () => Index) => {
      const kept = indexes.get(name) ?? new Map<string, RowIndex>();
      indexes.set(name, kept);
      const found = kept.get(key);
      if (found) return found as Index;
      const made = make();
      list(name).forEach(made.put);
      kept.set(key, made);
      return made;
    },
    transaction: (work) => {
      const copies = new Map<string, Table | undefined>();
      before.push(copies);
      try {
        const result = work();
        before.pop();
        const outer = before.at(-1);
        // What an outer transaction takes back is what was there when it began.
        if (outer) for (const [name, copy] of copies) if (!outer.has(name)) outer.set(name, copy);
        return result;
      } catch (error) {
        before.pop();
        takeBack(copies);
        throw error;
      }
    },
    all: () => Object.fromEntries([...tables].map(([name, rows]) => [name, [...rows.values()]]))
  };
}
