import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The source of one Apex class. */
export type ApexClass = { readonly name: string; readonly text: string };

/** The Apex classes of a folder, tests included, by name. */
export function readApexClasses(folder: string): readonly ApexClass[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cls'))
    .sort()
    .map((file) => ({ name: path.basename(file, '.cls'), text: readFileSync(path.join(folder, file), 'utf8') }));
}

/** Whether a class exists for tests only. */
export function isTestClass(apexClass: ApexClass): boolean {
  return /@isTest\b/i.test(bareCode(apexClass.text));
}

/** The code with every comment and every string content blanked, so that each character keeps its place. */
export function bareCode(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (match) =>
    match.startsWith("'") ? `'${' '.repeat(match.length - 2)}'` : match.replace(/[^\n]/g, ' ')
  );
}

/** The place of the bracket that closes the one at `open`. */
export function closingPlace(code: string, open: number): number {
  let depth = 0;
  for (let place = open; place < code.length; place++) {
    if ('({['.includes(code[place] ?? '')) depth++;
    if (')}]'.includes(code[place] ?? '') && --depth === 0) return place;
  }
  throw new Error(`nothing closes the bracket at character ${open}`);
}

/** The parts of a text between separators that stand outside every bracket, trimmed, without empty ones. */
export function splitOutside(code: string, separator: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const character of code) {
    if ('({[<'.includes(character)) depth++;
    if (')}]>'.includes(character)) depth--;
    if (character === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
