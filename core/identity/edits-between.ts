/** Edits from one word to the other: insert, delete, replace, or swap two neighbours; Infinity as soon as they are more than `most`. */
export function editsBetween(one: string, other: string, most = Infinity): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = cell(rows, i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? cell(rows, i - 2, j - 2) + 1
          : Infinity;
      row.push(Math.min(replaced, swapped, cell(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows.push(row);
    // A swap reaches back two rows: only when both are beyond the limit is everything that follows.
    if (Math.min(...row, ...(rows[i - 1] ?? [])) > most) return Infinity;
  }
  const edits = cell(rows, one.length, other.length);
  return edits > most ? Infinity : edits;
}

const cell = (rows: readonly (readonly number[])[], row: number, column: number): number => rows[row]?.[column] ?? 0;
