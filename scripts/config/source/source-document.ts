import {
  LineCounter,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type YAMLError
} from 'yaml';
import type { Diagnostic } from '../../errors/configuration';
import { printedPath, type Path } from './path';

export type Position = { readonly line: number; readonly column: number };

/** A parsed YAML or JSON file that still knows where everything in it stands. */
export type SourceDocument = {
  readonly file: string;
  readonly value: unknown;
  readonly has: (path: Path) => boolean;
  /** Where the value at `path` stands, or its key; the nearest thing above when it is not there. */
  readonly locate: (path: Path, part: 'key' | 'value') => Position;
  /** The scalar at `path` as it is written in the file. */
  readonly written: (path: Path) => string | undefined;
};

export type ParsedSource = {
  readonly document: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
  /** False when the syntax is so broken that its values mean nothing. */
  readonly readable: boolean;
};

type Found = { readonly key?: Node; readonly value: Node | undefined };

/** Parses a YAML or JSON text; what is wrong with its syntax comes back as diagnostics, all at once. */
export function parseSource(file: string, text: string): ParsedSource {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, keepSourceTokens: false });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document: SourceDocument = {
    file,
    value: parsed.contents === null ? undefined : parsed.toJS(),
    has: (path) => find(parsed, path) !== undefined,
    locate: (path, part) => position(offsetOf(parsed, path, part)),
    written: (path) => {
      const node = find(parsed, path)?.value;
      return isScalar(node) ? node.source : undefined;
    }
  };
  const diagnostics = worthSaying(parsed.errors).map((error): Diagnostic => ({
    file,
    ...position(error.pos[0]),
    ...explain(error, parsed)
  }));
  return { document, diagnostics, readable: parsed.errors.every(({ code }) => code === 'DUPLICATE_KEY') };
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

function offsetOf(parsed: Document, path: Path, part: 'key' | 'value'): number {
  const found = find(parsed, path);
  if (found !== undefined) return startOf(part === 'key' ? (found.key ?? found.value) : (found.value ?? found.key));
  return path.length === 0 ? 0 : offsetOf(parsed, path.slice(0, -1), 'key');
}

const startOf = (node: Node | undefined): number => node?.range?.[0] ?? 0;

function find(parsed: Document, path: Path): Found | undefined {
  let found: Found = { value: parsed.contents ?? undefined };
  for (const step of path) {
    const container = isAlias(found.value) ? found.value.resolve(parsed) : found.value;
    const next = isMap(container)
      ? pairOf(container.items, step)
      : isSeq(container)
        ? itemOf(container.items, step)
        : undefined;
    if (next === undefined) return undefined;
    found = next;
  }
  return found;
}

function pairOf(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  step: string | number
): Found | undefined {
  const pair = pairs.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { key: pair.key as Node, value: (pair.value as Node | null) ?? undefined };
}

function itemOf(items: readonly unknown[], step: string | number): Found | undefined {
  const item = typeof step === 'number' ? items[step] : undefined;
  return item === undefined ? undefined : { value: item as Node };
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
