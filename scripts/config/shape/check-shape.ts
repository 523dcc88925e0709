import { type z } from 'zod';
import { isMapping, printedPath, valueAt, type Path } from '../source/path';
import { closestAlternative, keysOfAll, mixedAlternatives, type Issue } from './alternatives';
import { nearest } from '../../resources/nearest';
import { missing, mustBe, silencedBy, type Problem } from './problem';
import { optionsOf, schemaAt, shapeOf } from './schema-at';

/** Everything in which the value is not what the schema expects, at once. `written` gives a scalar as the file has it. */
export function checkShape(
  schema: z.ZodType,
  value: unknown,
  written: (path: Path) => string | undefined
): readonly Problem[] {
  const result = schema.safeParse(value, { error: expectedByType });
  if (result.success) return [];
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, schema, { value, written, above: [] }));
  const meant = problems.flatMap(silencedBy).map(printedPath);
  const isFollowUp = ({ path }: Problem): boolean =>
    valueAt(value, path) === undefined && meant.filter((other) => other === printedPath(path)).length > 1;
  return problems.filter((problem) => !isFollowUp(problem));
}

type Scope = { readonly value: unknown; readonly written: (path: Path) => string | undefined; readonly above: Path };

function problemsOf(issue: Issue, schema: z.ZodType | undefined, scope: Scope): readonly Problem[] {
  const path = [...scope.above, ...(issue.path as Path)];
  const got = valueAt(scope.value, path);
  const here = schemaAt(schema, issue.path as Path);
  const mixed = mixedAlternatives(here, got);
  if (mixed !== undefined) return [{ path, ...mixed }];
  const all = keysOfAll(here);
  const beside = isMapping(got) ? got : {};
  const keys = Object.keys(beside);
  if (all.length > 0 && keys.length > 0 && !keys.some((key) => all.includes(key)))
    return keys.map((key) => unknownKey([...path, key], { known: all, beside }));
  const closest = closestAlternative(issue, got);
  if (closest !== undefined) {
    const alternative = optionsOf(here)?.[closest.index];
    return closest.issues.flatMap((inner) => problemsOf(inner, alternative, { ...scope, above: path }));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = all.length > 0 ? all : Object.keys(shapeOf(here) ?? {});
    return issue.keys.map((key) => unknownKey([...path, key], { known, beside }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner): Problem => ({
      ...mustBe(path, inner.message, path.at(-1), fixOf(inner)),
      atKey: true
    }));
  }
  if (got === undefined) return [missing(path, issue.message)];
  return [mustBe(path, issue.message, got, fixOf(issue) ?? quoting(issue, got, scope.written(path)))];
}

type Neighbours = { readonly known: readonly string[]; readonly beside: Readonly<Record<string, unknown>> };

function unknownKey(path: Path, { known, beside }: Neighbours): Problem {
  const key = String(path.at(-1));
  const like = nearest(key, known);
  const list = known.filter((name) => name !== '$schema').join(', ');
  const fix = like === undefined ? `Known here: ${list}` : `Did you mean ${like}?`;
  const meant = like !== undefined && !Object.hasOwn(beside, like) ? like : undefined;
  return { path, atKey: true, message: 'is not a known key', expected: `one of ${list}`, got: key, fix, meant };
}

const fixOf = (issue: Issue): string | undefined =>
  issue.code === 'custom' ? (issue.params?.['fix'] as string | undefined) : undefined;

/** YAML reads 67.0 and 007 as numbers and yes as text: quotes keep what was meant. */
function quoting(issue: Issue, got: unknown, written: string | undefined): string | undefined {
  const wanted = issue.code === 'invalid_type' && issue.expected === 'string';
  return wanted && (typeof got === 'number' || typeof got === 'boolean')
    ? `Put it in quotes: '${written ?? String(got)}'`
    : undefined;
}

const wordsForType: Readonly<Partial<Record<string, string>>> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  string: 'text',
  boolean: 'true or false'
};

/** Words for what zod finds wrong where the schema itself says nothing. */
const expectedByType: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return issue.message ?? 'something else';
  return wordsForType[issue.expected] ?? issue.expected;
};
