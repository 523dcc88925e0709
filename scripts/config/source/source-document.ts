import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Diagnostic } from '../../errors/configuration';
import type { Path } from './path';
import { checkSyntax, startOf, type Syntax } from './check-syntax';
import { jsonFaults, type JsonFault } from './json-faults';

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
  const faults = file.endsWith('.json') ? jsonFaults(text) : [];
  const { problems, readable, value } = faults.length > 0 ? unread(faults) : checkSyntax(parsed);
  const document: SourceDocument = {
    file,
    value,
    has: (path) => find(parsed, path) !== undefined,
    locate: (path, part) => position(offsetOf(parsed, path, part)),
    written: (path) => {
      const node = find(parsed, path)?.value;
      return isScalar(node) ? node.source : undefined;
    }
  };
  const diagnostics = problems.map(({ at, ...said }): Diagnostic => ({ file, ...position(at), ...said }));
  return { document, diagnostics, readable };
}

/** YAML would read most of what is not JSON, and not always as it was meant. */
function unread(faults: readonly JsonFault[]): Syntax {
  return { problems: faults.map((fault) => ({ ...fault, path: '' })), readable: false, value: undefined };
}

function offsetOf(parsed: Document, path: Path, part: 'key' | 'value'): number {
  const found = find(parsed, path);
  if (found !== undefined) return startOf(part === 'key' ? (found.key ?? found.value) : (found.value ?? found.key));
  return path.length === 0 ? 0 : offsetOf(parsed, path.slice(0, -1), 'key');
}

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
