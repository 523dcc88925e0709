/** Steps from the root of a document to a value in it. */
export type Path = readonly (string | number)[];

/** A path as people write it: `packages[0].id`, `callCenters.support`, `fields["Task.Type"]`. */
export function printedPath(path: Path): string {
  return path.reduce<string>((printed, step) => {
    if (typeof step === 'number') return `${printed}[${step}]`;
    if (!/^[\w-]+$/.test(step)) return `${printed}[${JSON.stringify(step)}]`;
    return printed === '' ? step : `${printed}.${step}`;
  }, '');
}

/** Whether `path` is `ancestor` or lies below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return ancestor.every((step, index) => path[index] === step);
}

/** What stands at `path` in plain data, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, step) =>
      isContainer(found) && Object.hasOwn(found, step) ? (found as Record<string | number, unknown>)[step] : undefined,
    value
  );
}

/** Whether it is a mapping: neither a list nor null. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return isContainer(value) && !Array.isArray(value);
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
