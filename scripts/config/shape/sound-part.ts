import type { z } from 'zod';
import { isWithin, valueAt, type Path } from '../source/path';
import { flattened } from './alternatives';
import type { Problem } from './problem';

/** What remains of a value once everything of the wrong shape is taken out, so that the rest can be checked all the same. */
export type SoundPart<Value> = {
  readonly value: Value | undefined;
  /** Whether something at, above or below this path was taken out, so that nothing more can be said about it. */
  readonly isTouched: (path: Path) => boolean;
  /** Lists close up when an item is taken out: the path that the item has in the file. */
  readonly originalPath: (path: Path) => Path;
};

/**
 * Takes out what does not fit: the value itself, and where it was required the mapping or item that holds it.
 * `problems` is what checkShape said of the same value; without any the value is sound as it is, and is not parsed again.
 */
export function soundPart<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  problems: readonly Problem[]
): SoundPart<z.infer<Schema>> {
  if (problems.length === 0) {
    return { value: value as z.infer<Schema>, isTouched: () => false, originalPath: (path) => path };
  }
  const removed: Path[] = [];
  let remaining = value === undefined ? undefined : structuredClone(value);
  const original = (path: Path): Path => reopened(path, removed);
  for (;;) {
    const result = schema.safeParse(remaining);
    if (result.success) {
      return {
        value: result.data,
        isTouched: (path) => removed.some((gone) => isWithin(path, gone)),
        originalPath: original
      };
    }
    const target = flattened(result.error.issues)
      .map(({ issue, path }) => toRemove(issue, path, remaining))
      .find((path) => path !== undefined);
    if (target === undefined || target.length === 0)
      return { value: undefined, isTouched: () => true, originalPath: original };
    removed.push(original(target));
    remaining = without(remaining, target);
  }
}

function toRemove(issue: z.core.$ZodIssue, path: Path, value: unknown): Path | undefined {
  if (issue.code === 'unrecognized_keys') return [...path, issue.keys[0] ?? ''];
  return valueAt(value, path) === undefined ? path.slice(0, -1) : path;
}

function without(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return undefined;
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => index !== step)
      : value.map((item: unknown, index) => (index === step ? without(item, rest) : item));
  }
  const { [step]: child, ...others } = value as Record<string | number, unknown>;
  return rest.length === 0 ? others : { ...others, [step]: without(child, rest) };
}

function reopened(path: Path, removed: readonly Path[]): Path {
  const opened: (string | number)[] = [];
  for (const step of path) {
    if (typeof step !== 'number') {
      opened.push(step);
      continue;
    }
    const gone = new Set(
      removed.filter((one) => one.length === opened.length + 1 && isWithin(one, opened)).map((one) => one.at(-1))
    );
    let index = -1;
    for (let left = step + 1; left > 0;) {
      index += 1;
      if (!gone.has(index)) left -= 1;
    }
    opened.push(index);
  }
  return opened;
}
