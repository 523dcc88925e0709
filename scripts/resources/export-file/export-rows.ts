import { csvReader, type CsvRow } from './csv-reader';
import { jsonReader } from './json-reader';

/** One row of an export: its values by column, as text, and the line on which it begins. */
export type ExportRow = { readonly line: number; readonly values: ReadonlyMap<string, string> };

/** What is wrong with the file at a line. */
export type ExportFault = { readonly line: number; readonly said: string };

export type ReadRows = { readonly rows: readonly ExportRow[]; readonly faults: readonly ExportFault[] };

export type ExportReader = {
  write(text: string): ReadRows;
  end(): ReadRows;
  /** The columns of a CSV file once its first line is read. */
  columns(): readonly string[] | undefined;
};

/** Reads an export piece by piece: JSON when it begins with a brace or a bracket, CSV with a line of column names otherwise. */
export function exportReader(): ExportReader {
  let reader: ExportReader | undefined;
  let begun = '';
  return {
    write: (text) => {
      begun += reader ? '' : text;
      if (reader) return reader.write(text);
      if (begun.trim() === '') return nothing;
      reader = /^[[{]/.test(begun.trimStart()) ? fromJson() : fromCsv();
      return reader.write(begun.replace(/^\ufeff/, ''));
    },
    end: () => reader?.end() ?? nothing,
    columns: () => reader?.columns()
  };
}

const nothing: ReadRows = { rows: [], faults: [] };

/** A column goes by its letters and digits: `Call Key`, `call_key` and `callKey` are one. */
export function columnName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function fromJson(): ExportReader {
  const reader = jsonReader();
  let line = 1;
  return {
    write: (text) => {
      const read = reader.write(text);
      line = read.at(-1)?.line ?? line;
      return {
        rows: read.flatMap(({ line: at, ...row }) =>
          row.ok ? objectsIn(row.value).map((object) => ({ line: at, values: valuesOf(object) })) : []
        ),
        faults: read.flatMap((row) => (row.ok ? [] : [{ line: row.line, said: row.said }]))
      };
    },
    end: () =>
      reader.end().isCut ? { rows: [], faults: [{ line, said: 'the file ends within an object' }] } : nothing,
    columns: () => undefined
  };
}

/** Many exports are one object around their list, as the users file of the session service is. */
function objectsIn(object: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const list = lists.map((name) => object[name]).find(Array.isArray) as readonly unknown[] | undefined;
  if (list === undefined) return [object];
  return list.flatMap((item) =>
    typeof item === 'object' && item !== null ? [item as Readonly<Record<string, unknown>>] : []
  );
}

const lists = ['agents', 'users', 'calls', 'records', 'data'];

function valuesOf(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(object).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[columnName(name), String(value)]]
        : []
    )
  );
}

function fromCsv(): ExportReader {
  const reader = csvReader();
  let columns: readonly string[] | undefined;
  const readRows = (given: readonly CsvRow[]): ReadRows => {
    const [first, ...rest] = given;
    if (columns === undefined && first !== undefined) {
      columns = first.cells.map((cell) => columnName(cell));
      return rowsOf(rest, columns);
    }
    return rowsOf(given, columns ?? []);
  };
  return {
    write: (text) => readRows(reader.write(text)),
    end: () => {
      const { rows, isCut } = reader.end();
      const read = readRows(rows);
      const cut = { line: rows.at(-1)?.line ?? 1, said: 'a quotation mark is never closed' };
      return isCut ? { rows: read.rows.slice(0, -1), faults: [...read.faults, cut] } : read;
    },
    columns: () => columns
  };
}

function rowsOf(given: readonly CsvRow[], columns: readonly string[]): ReadRows {
  const long = given.filter(({ cells }) => cells.slice(columns.length).some((cell) => cell.trim() !== ''));
  return {
    rows: given
      .filter((row) => !long.includes(row))
      .map(({ line, cells }) => ({
        line,
        values: new Map(columns.map((column, at) => [column, cells[at] ?? '']))
      })),
    faults: long.map(({ line, cells }) => ({
      line,
      said: `${cells.length} values for ${columns.length} columns: is a separator not in quotation marks?`
    }))
  };
}
