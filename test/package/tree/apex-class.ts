import type { PackageFile } from './package-file';
import { remembered } from './remembered';

/** The text of a class. */
export const classText = (files: readonly PackageFile[], name: string): string | undefined =>
  files.find(({ path }) => path.endsWith(`/classes/${name}.cls`))?.text;

const saysTest = remembered(({ text }: PackageFile) =>
  /^\s*@istest\b/i.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''))
);

/** Whether a class is a test, or only there for tests. */
export function isTestClass(files: readonly PackageFile[], name: string): boolean {
  const file = files.find(({ path }) => path.endsWith(`/classes/${name}.cls`));
  return file !== undefined && saysTest(file);
}
