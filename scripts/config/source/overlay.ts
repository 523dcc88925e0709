import { isMapping, printedPath, valueAt, type Path } from './path';
import type { Position, SourceDocument } from './source-document';

/** A place in a file: the position, and the path as it reads in that file. */
export type Place = Position & { readonly file: string; readonly path: string };

/** What one org sees: the file's own settings with that org's overrides laid over them, and where each value came from. */
export type Overlay = {
  readonly value: unknown;
  /** Where the value at `path` (or its key) stands; the nearest thing above when it is not there. */
  readonly place: (path: Path, part?: 'key' | 'value') => Place;
  /** Such as `config/ringdown.yaml:7:14` or `config/ringdown.yaml:40:9 (orgs.uat.overrides)`; undefined when no file says it. */
  readonly origin: (path: Path) => string | undefined;
  /** The scalar as it is written in the file. */
  readonly written: (path: Path) => string | undefined;
};

/** Mappings are merged key by key; a list, a text or a number replaces the base's; null takes the base's away. */
export function overlay(document: SourceDocument, overrides?: Path): Overlay {
  const over = overrides === undefined ? undefined : valueAt(document.value, overrides);
  const owner = (path: Path): Path | undefined => {
    if (overrides !== undefined && ownedByOverrides(over, path)) return [...overrides, ...path];
    return document.has(path) ? path : undefined;
  };
  // what is nowhere is missed where the base has the mapping that should hold it, unless only the overrides have that
  const nearest = (path: Path): Path => {
    for (let length = path.length; length > 0; length -= 1) {
      const above = path.slice(0, length);
      const found = length === path.length || !document.has(above) || isReplaced(over, above) ? owner(above) : above;
      if (found !== undefined) return [...found, ...path.slice(length)];
    }
    return path;
  };
  return {
    value: over === undefined ? document.value : merge(document.value, over),
    place: (path, part = 'value') => {
      const inFile = nearest(path);
      return { file: document.file, ...document.locate(inFile, part), path: printedPath(inFile) };
    },
    origin: (path) => {
      const inFile = owner(path);
      if (inFile === undefined || !document.has(inFile)) return undefined;
      const { line, column } = document.locate(inFile, 'value');
      const from = `${document.file}:${line}:${column}`;
      return inFile.length === path.length ? from : `${from} (${printedPath(overrides ?? [])})`;
    },
    written: (path) => {
      const inFile = owner(path);
      return inFile === undefined ? undefined : document.written(inFile);
    }
  };
}

/** True where the overrides hold the value, or replace a list or a scalar above it. */
function ownedByOverrides(over: unknown, path: Path): boolean {
  let value = over;
  for (const step of path) {
    if (!isMapping(value)) return value !== undefined;
    if (!Object.hasOwn(value, step)) return false;
    value = value[step];
  }
  return value !== undefined;
}

/** True where the overrides put something else than a mapping at the path, or above it. */
function isReplaced(over: unknown, path: Path): boolean {
  return ownedByOverrides(over, path) && !isMapping(valueAt(over, path));
}

function merge(base: unknown, over: unknown): unknown {
  if (!isMapping(over)) return over;
  const merged: Record<string, unknown> = isMapping(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key], value);
  }
  return merged;
}
