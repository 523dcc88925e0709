import type { PackageFile } from './package-file';

/** Asks once for each file: a hundred trees that differ in one file share the others. */
export function remembered<Answer>(ask: (file: PackageFile) => Answer): (file: PackageFile) => Answer {
  const known = new WeakMap<PackageFile, { readonly answer: Answer }>();
  return (file) => {
    const found = known.get(file) ?? { answer: ask(file) };
    known.set(file, found);
    return found.answer;
  };
}
