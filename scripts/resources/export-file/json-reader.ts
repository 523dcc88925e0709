/** One object of the file and the line on which it begins, from 1; or what is wrong there. */
export type JsonRow = { readonly line: number } & (
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly said: string }
);

export type JsonReader = {
  write(text: string): readonly JsonRow[];
  end(): { readonly isCut: boolean };
};

/** Reads objects piece by piece, one below the other (JSON lines) or in one array: what stands between two objects counts for nothing. */
export function jsonReader(): JsonReader {
  let held = '';
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  let line = 1;
  let startLine = 1;

  return { write, end: () => ({ isCut: depth > 0 }) };

  function write(text: string): readonly JsonRow[] {
    const rows: JsonRow[] = [];
    let from = depth > 0 ? 0 : -1;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at];
      if (letter === '\n') line += 1;
      if (depth > 0 && isText) {
        if (isEscaped) isEscaped = false;
        else if (letter === '\\') isEscaped = true;
        else if (letter === '"') isText = false;
      } else if (depth > 0 && letter === '"') isText = true;
      else if (letter === '{') {
        if (depth === 0) {
          from = at;
          startLine = line;
        }
        depth += 1;
      } else if (letter === '}' && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        rows.push(parsed(held + text.slice(from, at + 1), startLine));
        held = '';
        from = -1;
      }
    }
    if (from >= 0) held += text.slice(from);
    return rows;
  }
}

function parsed(text: string, line: number): JsonRow {
  try {
    return { ok: true, line, value: JSON.parse(text) as Readonly<Record<string, unknown>> };
  } catch (error) {
    return { ok: false, line, said: (error as Error).message };
  }
}
