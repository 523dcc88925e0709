import type { Draft } from '../deploy/draft';
import type { Problem } from '../problem';

/** What an org has against Apex that it would not even compile: a class is named as its file, and its blocks are closed. */
export function apexClassProblem(draft: Draft): Problem | undefined {
  const source = draft.files.find(({ path }) => path.endsWith('.cls'))?.text ?? '';
  const code = withoutText(source);
  const found = /\b(?:class|interface|enum)\s+([A-Za-z]\w*)/i.exec(code);
  if (!found) return { message: 'expecting a class, an interface or an enum', line: 1, column: 1 };
  const [, name = ''] = found;
  const bare = draft.fullName.split('__').at(-1) ?? '';
  if (name.toLowerCase() !== bare.toLowerCase()) {
    return {
      message: `Type name: ${name} does not match the name of its file: ${bare}`,
      ...placeOf(code, found.index)
    };
  }
  let depth = 0;
  for (const letter of code) {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (depth < 0) break;
  }
  return depth === 0 ? undefined : { message: "Unexpected token '<EOF>'", ...placeOf(code, code.length) };
}

/** Comments and texts as spaces, so that places stay. */
const withoutText = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'/g, (part) => part.replace(/[^\n]/g, ' '));

function placeOf(text: string, index: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
