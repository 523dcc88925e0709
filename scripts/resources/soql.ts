/** A SOQL string literal; quotes, backslashes and line ends are escaped, so that no value can end it. */
export function soqlText(value: string): string {
  return `'${value.replace(/['"\\\n\r\t\b\f]/g, (character) => escapes[character] ?? character)}'`;
}

/** `('a', 'b')` for IN, each value once, in the order given. */
export function soqlList(values: Iterable<string>): string {
  return `(${[...new Set(values)].map(soqlText).join(', ')})`;
}

/** Source: SOQL and SOSL Reference, Quoted String Escape Sequences. */
const escapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f'
};
