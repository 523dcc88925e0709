import { closingPlace, splitOutside, type ApexClass } from './apex-class';

type Row = { readonly object: string; readonly fields: readonly string[] };

/**
 * A class that touches every field which the queries and upserts of another one name, for the semantic check:
 * apex-ls looks at the fields of expressions and constructors, and not at those inside a query.
 */
export function queriedFields(apexClass: ApexClass): ApexClass | undefined {
  const code = apexClass.text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  const rows = [...queriesOf(code).flatMap(rowsOf), ...upsertedBy(code)];
  if (rows.length === 0) return undefined;
  const name = `${apexClass.name}Fields`;
  const lines = rows.flatMap(({ object, fields }) => [...new Set(fields)].map((field) => touch(object, field)));
  return {
    name,
    text: `public with sharing class ${name} {\n  static void touch() {\n    Object value;\n${lines.join('\n')}\n  }\n}\n`
  };
}

function touch(object: string, field: string): string {
  return field.includes('.') ? `    value = new ${object}().${field};` : `    value = new ${object}(${field} = null);`;
}

function queriesOf(code: string): readonly string[] {
  return [...code.matchAll(/\[\s*(?=(SELECT|FIND)\b)/gi)].map((match) =>
    code.slice(match.index + 1, closingPlace(code, match.index)).replace(/\s+/g, ' ')
  );
}

function rowsOf(query: string): readonly Row[] {
  const search = /\bRETURNING (.*?)(?: WITH \w+_MODE.*)?$/i.exec(query)?.[1];
  if (search !== undefined) return splitOutside(search, ',').map(searchedRow);
  const inner = [...query.matchAll(/\((?=SELECT\b)/gi)].map((match) => [match.index, closingPlace(query, match.index)]);
  const outer = inner.reduceRight((text, [from = 0, to = 0]) => `${text.slice(0, from)}()${text.slice(to + 1)}`, query);
  return [row(outer), ...inner.map(([from = 0, to = 0]) => row(query.slice(from + 1, to)))];
}

function row(query: string): Row {
  const [, selected = '', object = '', rest = ''] = /SELECT (.*?) FROM (\w+)(.*)$/i.exec(query) ?? [];
  const fields = splitOutside(selected, ',').filter((field) => !field.endsWith('()'));
  return { object, fields: [...fields, ...clauseFields(rest)] };
}

function searchedRow(text: string): Row {
  const [, object = '', inside = ''] = /^(\w+) ?\((.*)\)$/.exec(text) ?? [];
  const [, fields = '', rest = ''] = /^(.*?)((?: WHERE | ORDER BY | LIMIT ).*)?$/i.exec(inside) ?? [];
  return { object, fields: [...splitOutside(fields, ','), ...clauseFields(rest)] };
}

/** The fields that conditions compare and that rows are sorted by. */
function clauseFields(rest: string): readonly string[] {
  const compared = [...rest.matchAll(/([A-Za-z][\w.]*) ?(?:[=<>]|!=| LIKE | IN | NOT IN )/gi)].map(
    ([, field]) => field
  );
  const sorted = /ORDER BY (.*?)(?: LIMIT .*| OFFSET .*)?$/i.exec(rest)?.[1] ?? '';
  return [
    ...compared.filter((field) => field !== undefined),
    ...splitOutside(sorted, ',').map((field) => field.replace(/ .*/, ''))
  ];
}

function upsertedBy(code: string): readonly Row[] {
  return [...code.matchAll(/\bupsert (?:as user |as system )?(\w+) (\w+);/gi)].map(([, records = '', field = '']) => {
    const [, object = ''] = new RegExp(`List<(\\w+)> ${records}\\b`).exec(code) ?? [];
    return { object, fields: [field] };
  });
}
