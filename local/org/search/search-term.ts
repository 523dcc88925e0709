import { badRequest } from '../api-error';

/** What a search asks for, as a tree. */
export type Term =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Term[] }
  | { readonly kind: 'not'; readonly part: Term }
  /** A word, or the words of a phrase in quotation marks; it may end with `*`. */
  | { readonly kind: 'words'; readonly text: string };

/** Reads a search term: words, "phrases", AND, OR, AND NOT and parentheses; words side by side are all wanted [SOSL reference, FIND]. */
export function parseTerm(text: string): Term {
  const tokens = tokensOf(text);
  let place = 0;
  const peek = (): string => (tokens[place] ?? '').toUpperCase();
  const atom = (): Term => {
    const token = tokens[place++];
    if (token === undefined) throw malformedSearch('unexpected end of the search term');
    if (token === '(') {
      const inner = either();
      if (tokens[place++] !== ')') throw malformedSearch("missing ')' in the search term");
      return inner;
    }
    const words = unescaped(token.replace(/^"|"$/g, ''));
    if (words.replace(/[*?\s]/g, '').length < 2) {
      throw malformedSearch(`search term must be longer than one character: ${words}`);
    }
    return { kind: 'words', text: words };
  };
  const all = (): Term => {
    const parts = [atom()];
    while (place < tokens.length && peek() !== 'OR' && tokens[place] !== ')') {
      if (peek() === 'AND') place += 1;
      if (peek() === 'NOT') {
        place += 1;
        parts.push({ kind: 'not', part: atom() });
      } else parts.push(atom());
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'and', parts };
  };
  const either = (): Term => {
    const parts = [all()];
    while (peek() === 'OR') {
      place += 1;
      parts.push(all());
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'or', parts };
  };
  const term = either();
  if (place < tokens.length) throw malformedSearch(`unexpected token: ${tokens[place]}`);
  return term;
}

/** A search that an org refuses. */
export const malformedSearch = (message: string): Error => badRequest('MALFORMED_SEARCH', message);

function tokensOf(text: string): readonly string[] {
  const tokens = text.match(/"(?:\\.|[^"\\])*"|[()]|(?:\\.|[^\s()"\\])+/g) ?? [];
  const quotes = text.replace(/\\./g, '').match(/"/g)?.length ?? 0;
  if (quotes % 2 === 1) throw malformedSearch('a quotation mark is not closed in the search term');
  if (tokens.length === 0) throw malformedSearch('search term must be longer than one character: ');
  return tokens;
}

/** Reserved characters are written with a backslash [SOSL reference, FIND: reserved characters]. */
const unescaped = (token: string): string => token.replace(/\\(.)/g, '$1');
