import { isMap, isScalar, isSeq, visit, type Document, type Node, type YAMLError } from 'yaml';
import type { Diagnostic } from '../../errors/configuration';
import { printedPath, type Path } from './path';

/** Something that keeps a text from being read, at an offset in it. */
export type SyntaxProblem = Pick<Diagnostic, 'path' | 'message' | 'fix'> & { readonly at: number };

export type Syntax = {
  readonly problems: readonly SyntaxProblem[];
  /** False when the values mean nothing. */
  readonly readable: boolean;
  /** The plain data, when it is readable. */
  readonly value: unknown;
};

/** What is wrong with a text before its values count, and the values when nothing worse than a doubled key is. */
export function checkSyntax(parsed: Document): Syntax {
  const errors = worthSaying(parsed.errors).map((error) => ({ at: error.pos[0], ...explain(error, parsed) }));
  const problems = [...errors, ...unusable(parsed)];
  const harmless = parsed.errors.filter(({ code }) => code === 'DUPLICATE_KEY').length;
  if (problems.length > harmless) return { problems, readable: false, value: undefined };
  try {
    return { problems, readable: true, value: parsed.contents === null ? undefined : parsed.toJS() };
  } catch {
    // references to references can grow without bound: the library counts them and gives up; all else is found before
    const tooMany = {
      at: 0,
      path: '',
      message: 'refers to its own values too many times',
      fix: 'Write the values out'
    };
    return { problems: [...problems, tooMany], readable: false, value: undefined };
  }
}

/** Where a node begins in the text. */
export const startOf = (node: Node | undefined): number => node?.range?.[0] ?? 0;

/** What YAML allows and a configuration has no use for: keys that are no text, and references to nothing. */
function unusable(parsed: Document): readonly SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(parsed, {
    Pair: (_, { key }) => {
      if (isScalar(key)) return;
      found.push({
        at: startOf(key as Node),
        path: '',
        message: 'is a key that is not text',
        fix: 'Put it in quotes, or write a space after the colon'
      });
    },
    Alias: (_, alias) => {
      const at = startOf(alias);
      const [from = 0, , to = 0] = alias.resolve(parsed)?.range ?? [];
      if (to === 0) {
        const fix = 'Put text that starts with * in quotes';
        found.push({ at, path: '', message: `refers to &${alias.source}, which is not there`, fix });
      } else if (from <= at && at < to) {
        found.push({
          at,
          path: '',
          message: `refers to &${alias.source}, in which it stands`,
          fix: 'Write the value out'
        });
      }
    }
  });
  return found;
}

const selfContained: readonly string[] = ['DUPLICATE_KEY', 'TAB_AS_INDENT', 'MULTIPLE_DOCS'];

/** Most syntax errors make the parser stumble over what follows, so only the first of those is worth a person's time. */
function worthSaying(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.find(({ code }) => !selfContained.includes(code));
  const tab = errors.find(({ code }) => code === 'TAB_AS_INDENT');
  const said = tab !== undefined && first !== undefined && tab.pos[0] < first.pos[0] ? undefined : first;
  return errors.filter((error) => error === said || selfContained.includes(error.code));
}

function explain({ code, message, pos }: YAMLError, parsed: Document): Pick<Diagnostic, 'path' | 'message' | 'fix'> {
  switch (code) {
    case 'DUPLICATE_KEY': {
      const path = printedPath(pathOfKey(parsed.contents, pos[0]) ?? []);
      return { path, message: 'stands here a second time', fix: 'Keep one of the two' };
    }
    case 'TAB_AS_INDENT':
      return { path: '', message: 'is indented with a tab, which YAML does not allow', fix: 'Indent with spaces' };
    case 'MULTIPLE_DOCS':
      return { path: '', message: 'starts a second YAML document', fix: 'Keep one document: remove the line ---' };
    default:
      return {
        path: '',
        message: `is not YAML: ${message}`,
        fix: 'Put text that holds : # @ { [ or a quote in single quotes'
      };
  }
}

function pathOfKey(node: unknown, offset: number, above: Path = []): Path | undefined {
  if (isSeq(node)) return firstOf(node.items, (item, index) => pathOfKey(item, offset, [...above, index]));
  if (!isMap(node)) return undefined;
  return firstOf(node.items, ({ key, value }) => {
    const path = [...above, isScalar(key) ? String(key.value) : String(key)];
    return isScalar(key) && key.range?.[0] === offset ? path : pathOfKey(value, offset, path);
  });
}

function firstOf<Item, Result>(
  items: readonly Item[],
  look: (item: Item, index: number) => Result | undefined
): Result | undefined {
  for (const [index, item] of items.entries()) {
    const result = look(item, index);
    if (result !== undefined) return result;
  }
  return undefined;
}
