/** A record as Apex answered it. */
export type Row = Readonly<Record<string, unknown>>;

/** The records in an answer; none when it is not a list. */
export function rowsOf(answer: unknown): readonly Row[] {
  return Array.isArray(answer) ? (answer as readonly unknown[]).map(rowOf) : [];
}

/** The record in an answer; an empty one when there is none. */
export function rowOf(answer: unknown): Row {
  return typeof answer === 'object' && answer !== null ? (answer as Row) : {};
}

/** A text in a record; empty when there is none. A path goes through related records. */
export function textIn(row: Row, ...path: readonly string[]): string {
  const value = path.reduce<unknown>((record, name) => rowOf(record)[name], row);
  return typeof value === 'string' ? value.trim() : '';
}
