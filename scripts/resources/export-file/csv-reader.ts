/** A row of a CSV file and the line on which it begins, from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export type CsvReader = {
  /** The rows that this piece of the text completes. */
  write(text: string): readonly CsvRow[];
  /** What is left at the end; `isCut` when a quotation mark is still open. */
  end(): { readonly rows: readonly CsvRow[]; readonly isCut: boolean };
};

const separators = [',', ';', '\t'] as const;

/** Reads CSV piece by piece (RFC 4180), with the separator that the first line has most of: spreadsheets write `;` in half the world. */
export function csvReader(): CsvReader {
  let separator: string | undefined;
  let held = '';
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let rowLine = 1;

  return { write, end };

  function write(text: string): readonly CsvRow[] {
    held += text;
    if (separator === undefined) {
      if (!/[\r\n]/.test(held)) return [];
      separator = separatorOf(held);
    }
    // Quotes or a carriage return at the end may be half of a pair.
    const keep = /(?:"+|\r)$/.exec(held)?.[0].length ?? 0;
    return read(held.slice(0, held.length - keep), held.slice(held.length - keep));
  }

  function end(): { readonly rows: readonly CsvRow[]; readonly isCut: boolean } {
    separator ??= separatorOf(held);
    const rows = [...read(held, '')];
    const isCut = isQuoted;
    if (cell !== '' || cells.length > 0) rows.push(finish());
    return { rows: rows.filter(isFilled), isCut };
  }

  function read(text: string, rest: string): readonly CsvRow[] {
    held = rest;
    const rows: CsvRow[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at] ?? '';
      if (letter === '\n') line += 1;
      if (isQuoted) {
        if (letter !== '"') cell += letter;
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else isQuoted = false;
      } else if (letter === '"' && cell === '') isQuoted = true;
      else if (letter === separator) {
        cells.push(cell);
        cell = '';
      } else if (letter === '\n') {
        rows.push(finish());
        rowLine = line;
      } else if (letter !== '\r' || text[at + 1] !== '\n') cell += letter;
    }
    return rows.filter(isFilled);
  }

  function finish(): CsvRow {
    const row = { line: rowLine, cells: [...cells, cell] };
    cells = [];
    cell = '';
    return row;
  }
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text.replace(/"(?:[^"]|"")*"/g, ''))?.[0] ?? '';
  const counts = separators.map((one) => first.split(one).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Empty lines are no rows. */
function isFilled({ cells }: CsvRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}
