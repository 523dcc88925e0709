import { type z } from 'zod';
import { valueAt, type Path } from '../source/path';
import { nearest } from './nearest';
import { missing, mustBe, type Problem } from './problem';

type Issue = z.core.$ZodIssue;

/** Everything in which the value is not what the schema expects, at once. `written` gives a scalar as the file has it. */
export function checkShape(
  schema: z.ZodType,
  value: unknown,
  written: (path: Path) => string | undefined
): readonly Problem[] {
  const result = schema.safeParse(value, { error: expectedByType });
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => problemsOf(issue, schema, { value, written, above: [] }));
}

/** The issues of a union are those of the alternative that the value most resembles. */
export function flattened(
  issues: readonly Issue[],
  above: Path = []
): readonly { readonly issue: Issue; readonly path: Path }[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...(issue.path as Path)];
    const closest = closestAlternative(issue);
    return closest === undefined ? [{ issue, path }] : flattened(closest.issues, path);
  });
}

type Scope = { readonly value: unknown; readonly written: (path: Path) => string | undefined; readonly above: Path };

function problemsOf(issue: Issue, schema: z.ZodType | undefined, scope: Scope): readonly Problem[] {
  const path = [...scope.above, ...(issue.path as Path)];
  const closest = closestAlternative(issue);
  if (closest !== undefined) {
    const union = schemaAt(schema, issue.path as Path);
    const alternative = optionsOf(union)?.[closest.index];
    return closest.issues.flatMap((inner) => problemsOf(inner, alternative, { ...scope, above: path }));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeOf(schemaAt(schema, issue.path as Path)) ?? {});
    return issue.keys.map((key) => unknownKey([...path, key], key, known));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner): Problem => ({
      ...mustBe(path, inner.message, path.at(-1), fixOf(inner)),
      atKey: true
    }));
  }
  const got = valueAt(scope.value, path);
  if (got === undefined) return [missing(path, issue.message)];
  return [mustBe(path, issue.message, got, fixOf(issue) ?? quoting(issue, got, scope.written(path)))];
}

function unknownKey(path: Path, key: string, known: readonly string[]): Problem {
  const meant = nearest(key, known);
  const expected = `one of ${known.filter((name) => name !== '$schema').join(', ')}`;
  const fix = meant === undefined ? `Known here: ${expected.slice('one of '.length)}` : `Did you mean ${meant}?`;
  return { path, atKey: true, message: 'is not a known key', expected, got: key, fix };
}

const fixOf = (issue: Issue): string | undefined =>
  issue.code === 'custom' ? (issue.params?.['fix'] as string | undefined) : undefined;

/** YAML reads 66.0 and 007 as numbers and yes as text: quotes keep what was meant. */
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

type Alternative = { readonly issues: readonly Issue[]; readonly index: number };

/** Undefined when the issue is no union, or when no alternative comes near: then the union's own words say it best. */
function closestAlternative(issue: Issue): Alternative | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const alternatives = issue.errors.map((issues, index) => ({
    issues,
    index,
    distance: distanceOf(issues as readonly Issue[])
  }));
  const [best] = alternatives.sort((one, other) => one.distance - other.distance);
  return best !== undefined && best.distance < Infinity ? best : undefined;
}

function distanceOf(issues: readonly Issue[]): number {
  if (
    issues.some(
      ({ code, path }) =>
        path.length === 0 && code !== 'unrecognized_keys' && code !== 'custom' && code !== 'invalid_format'
    )
  )
    return Infinity;
  return issues.reduce((sum, { path }) => sum + (path.length <= 1 ? 10 : 1), 0);
}

type Definition = {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
};

const definitionOf = (schema: z.ZodType | undefined): Definition | undefined =>
  schema?._zod.def as unknown as Definition | undefined;

function schemaAt(schema: z.ZodType | undefined, path: Path): z.ZodType | undefined {
  const plain = unwrapped(schema);
  const [step, ...rest] = path;
  if (step === undefined) return plain;
  const { shape, valueType, element } = definitionOf(plain) ?? {};
  return schemaAt(shape?.[step] ?? valueType ?? element, rest);
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  const inner = definitionOf(schema)?.innerType;
  return inner === undefined ? schema : unwrapped(inner);
}

const shapeOf = (schema: z.ZodType | undefined): Definition['shape'] => definitionOf(schema)?.shape;
const optionsOf = (schema: z.ZodType | undefined): Definition['options'] => definitionOf(schema)?.options;
