import { closingPlace } from './apex-class';

/** What a class asks the org: each query and search of its source in one form, whatever its variables are called. */
export function askedByClass(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  const written = [...code.matchAll(/\[\s*(?=(?:SELECT|FIND)\b)/g)].map((match) =>
    code.slice(match.index + 1, closingPlace(code, match.index))
  );
  const read = [...code.matchAll(/\bDatabase\.query\(\s*'([^'\n]*)'/g)].map(([, query = '']) => query);
  return [...written, ...read].map(inOneForm).sort();
}

/** The same of a twin, whose queries are strings that may hold constants of its file. */
export function askedByTwin(text: string): readonly string[] {
  const constants = new Map(
    [...text.matchAll(/^const (\w+) =\s*(?:'([^'\n]*)'|`([^`]*)`);/gm)].map(
      ([, name = '', quoted, template]): [string, string] => [name, quoted ?? template ?? '']
    )
  );
  const whole = (part: string): string =>
    part.replace(/\$\{(\w+)\}/g, (written, name: string) => {
      const value = constants.get(name);
      return value === undefined ? written : whole(value);
    });
  return [...text.matchAll(/`\s*((?:SELECT|FIND)\b[^`]*)`|'((?:SELECT|FIND)\b[^'\n]*)'/g)]
    .map(([, template, quoted]) => inOneForm(whole(template ?? quoted ?? '')))
    .sort();
}

/** In which mode a query runs is no part of what it asks, and a bound value is none either. */
function inOneForm(query: string): string {
  return query
    .replace(/\bWITH (?:USER|SYSTEM)_MODE\b/g, '')
    .replace(/:[\w.]+(?:\([^()]*\))?|\{\}/g, ':value')
    .replace(/\s+/g, ' ')
    .replace(/\( | (?=\))/g, (bracket) => bracket.trim())
    .trim();
}
