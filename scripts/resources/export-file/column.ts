import type { ExportRow } from './export-rows';

/** A column by its name and by other names that phone systems give it, all as `columnName` spells them. */
export type Column = readonly [name: string, ...others: readonly string[]];

/** The value of a row's column, without white space around it; undefined when empty. */
export function valueIn({ values }: ExportRow, column: Column): string | undefined {
  for (const name of column) {
    const value = values.get(name)?.trim();
    if (value) return value;
  }
  return undefined;
}
