import { malformedSearch } from './search-term';

/** The fields that a search looks into. */
export type SearchScope = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

/** A search as it is written. */
export type Sosl = {
  readonly term: string;
  readonly scope: SearchScope;
  /** The sObjects in order, each with the fields and with what follows them, as in a query. */
  readonly returning: readonly { readonly sobject: string; readonly fields: string; readonly rest: string }[];
  /** The most records of each sObject. */
  readonly limit?: number;
};

/** Reads `FIND {term} IN ALL FIELDS RETURNING Contact(Id, Name LIMIT 5), Lead LIMIT 20` [SOSL reference]. */
export function parseSosl(text: string): Sosl {
  const source = text.trim();
  const found = /^FIND\s*(?:\{((?:\\.|[^}\\])*)\}|'((?:\\.|[^'\\])*)')([\s\S]*)$/i.exec(source);
  if (!found) throw malformedSearch('A search must begin with FIND {term}');
  const [, inBraces, inQuotes, after = ''] = found;
  const scope = /^\s*IN\s+(ALL|NAME|EMAIL|PHONE)\s+FIELDS/i.exec(after);
  const tail = after.slice(scope?.[0].length ?? 0);
  const [, list = ''] = /^\s*RETURNING\s+([\s\S]*)$/i.exec(tail) ?? [];
  const { items, rest } = itemsOf(list);
  const [, limit] = /\bLIMIT\s+(\d+)\s*$/i.exec(list ? rest : tail) ?? [];
  return {
    term: inBraces ?? inQuotes ?? '',
    scope: (scope?.[1]?.toUpperCase() ?? 'ALL') as SearchScope,
    returning: items,
    ...(limit === undefined ? {} : { limit: Number(limit) })
  };
}

/** The sObjects of RETURNING, and what stands behind the last one. */
function itemsOf(list: string): { readonly items: Sosl['returning']; readonly rest: string } {
  const items: Sosl['returning'][number][] = [];
  let rest = list;
  for (let more = list !== ''; more;) {
    const [, sobject = ''] = /^\s*(\w+)/.exec(rest) ?? [];
    if (!sobject) throw malformedSearch('RETURNING names no object');
    rest = rest.slice(rest.indexOf(sobject) + sobject.length).trimStart();
    const inside = rest.startsWith('(') ? insideParentheses(rest) : undefined;
    if (inside !== undefined) rest = rest.slice(inside.length + 2).trimStart();
    const start = inside?.search(/\b(WHERE|USING|ORDER\s+BY|LIMIT|OFFSET)\b/i) ?? -1;
    const fields = start < 0 ? inside : inside?.slice(0, start);
    items.push({ sobject, fields: fields?.trim() || 'Id', rest: start < 0 ? '' : (inside?.slice(start) ?? '') });
    more = rest.startsWith(',');
    if (more) rest = rest.slice(1);
  }
  return { items, rest };
}

function insideParentheses(text: string): string {
  let depth = 0;
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place];
    if (letter === "'" && text[place - 1] !== '\\') quoted = !quoted;
    if (quoted) continue;
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0) return text.slice(1, place);
  }
  throw malformedSearch("missing ')' in RETURNING");
}
