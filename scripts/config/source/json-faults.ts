/** Where a text stops being JSON, and what to do about it. */
export type JsonFault = { readonly at: number; readonly message: string; readonly fix: string };

/** What YAML reads and JSON does not have, all at once as far as it can be read past; nothing for a text that is JSON. */
export function jsonFaults(text: string): readonly JsonFault[] {
  // some editors begin a file with a byte order mark, which JSON.parse refuses
  const json = text.replace(/^\uFEFF/, ' ');
  try {
    JSON.parse(json);
    return [];
  } catch {
    return faultsIn(tokensOf(json), json.length);
  }
}

type Kind = 'mark' | 'value' | 'string' | 'word' | 'comment' | 'space' | 'other';
type Token = { readonly kind: Kind; readonly at: number; readonly text: string };

const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  ['comment', /\/\/.*|\/\*[^]*?\*\/|#.*/y],
  // eslint-disable-next-line no-control-regex -- JSON texts must not hold control characters as they are
  ['string', /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y],
  ['value', /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.$-])/y],
  ['mark', /[[\]{}:,]/y],
  ['word', /[\w.$+-]+|'[^'\n]*'/y],
  ['other', /[^]/y]
];

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found === undefined) continue;
      tokens.push({ kind, at, text: found });
      at += found.length;
      break;
    }
  }
  return tokens;
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const expectations = { value: 'a value', key: 'a key in double quotes', colon: 'a colon', next: 'a comma or the end' };

/** Follows the marks; goes on past comments, commas too many and missing quotes, and stops at anything else. */
function faultsIn(tokens: readonly Token[], end: number): readonly JsonFault[] {
  const faults: JsonFault[] = [];
  const fault = (at: number, message: string, fix: string): void =>
    void faults.push({ at, message: `is not JSON: ${message}`, fix });
  const open: string[] = [];
  let wanted: keyof typeof expectations = 'value';
  let isFresh = false;
  let comma: Token | undefined;
  for (const token of tokens) {
    const { kind, at, text } = token;
    if (kind === 'space') continue;
    if (kind === 'comment') {
      fault(at, 'it has no comments', 'Take the comment out, or name the file .yaml');
      continue;
    }
    const within: string | undefined = open.at(-1);
    const mayClose = wanted === 'next' || isFresh || comma !== undefined;
    if (within !== undefined && mayClose && text === closing[within]) {
      if (comma !== undefined) fault(comma.at, `a comma stands before ${text}`, 'Take the comma out');
      open.pop();
      wanted = 'next';
      isFresh = false;
      comma = undefined;
      continue;
    }
    isFresh = false;
    comma = undefined;
    if (wanted === 'next' && text === ',' && within !== undefined) {
      comma = token;
      wanted = within === '{' ? 'key' : 'value';
    } else if (wanted === 'colon' && text === ':') {
      wanted = 'value';
    } else if (wanted === 'value' && (text === '{' || text === '[')) {
      open.push(text);
      isFresh = true;
      wanted = text === '{' ? 'key' : 'value';
    } else if (wanted === 'key' && ['string', 'value', 'word'].includes(kind)) {
      if (kind !== 'string') fault(at, 'a key stands without double quotes', 'Put it in double quotes');
      wanted = 'colon';
    } else if (wanted === 'value' && ['string', 'value', 'word'].includes(kind)) {
      if (kind === 'word') fault(at, 'text stands without double quotes', 'Put it in double quotes');
      wanted = 'next';
    } else {
      fault(at, `expected ${expectations[wanted]}`, 'Correct it, or name the file .yaml and write YAML');
      return faults;
    }
  }
  if (open.length > 0 || wanted !== 'next' || faults.length === 0)
    fault(end, 'it ends too early', `Close what is open, and end with ${closing[open[0] ?? '{']}`);
  return faults.sort((one, other) => one.at - other.at);
}
