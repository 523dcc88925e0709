import { createHash } from 'node:crypto';
import type { PackageFile, Rule } from '../tree/package-file';

/** One change of a file; with `replace`, the text must be there. */
export type Edit =
  | { readonly file: string; readonly replace: string | RegExp; readonly by: string }
  | { readonly file: string; readonly add: string }
  | { readonly file: string; readonly remove: true };

/** A mistake that somebody could make, and the one rule that must notice it. */
export type PlantedMistake = {
  readonly mistake: string;
  readonly caughtBy: Rule;
  readonly edits: readonly Edit[];
  /** The JavaScript of a changed component stays as it was. */
  readonly isNotCompiled?: true;
};

/** The same files with one mistake; the files that it does not touch stay the very same objects. */
export function plant(files: readonly PackageFile[], { edits, isNotCompiled }: PlantedMistake): readonly PackageFile[] {
  return edits.reduce<readonly PackageFile[]>((before, edit) => {
    const after = edited(before, edit);
    return isNotCompiled ? after : compiled(after, edit.file);
  }, files);
}

function edited(files: readonly PackageFile[], edit: Edit): readonly PackageFile[] {
  const { file: path } = edit;
  const others = files.filter((file) => file.path !== path);
  const found = files.find((file) => file.path === path);
  if ('add' in edit) return [...others, { path, text: edit.add }];
  if (!found) throw new Error(`${path} is not there to be spoiled`);
  if ('remove' in edit) return others;
  const text = found.text.replace(edit.replace, () => edit.by);
  if (text === found.text) throw new Error(`${path} has nothing like ${edit.replace}`);
  return [...others, { path, text }];
}

/** As the compiler would do it, as far as rules can see: the first line names the source. */
function compiled(files: readonly PackageFile[], path: string): readonly PackageFile[] {
  const source = files.find((file) => file.path === path);
  if (!source || !/\/lwc\/.*\.ts$/.test(path) || path.includes('/__tests__/')) return files;
  const target = path.replace(/\.ts$/, '.js');
  const before = files.find((file) => file.path === target)?.text ?? '// none\n';
  const line = `// sha256:${createHash('sha256').update(source.text).digest('hex')}\n`;
  const text = line + before.slice(before.indexOf('\n') + 1);
  return [...files.filter((file) => file.path !== target), { path: target, text }];
}
