import { type z } from 'zod';
import { isMapping, type Path } from '../source/path';
import type { Problem } from './problem';
import { expectationOf, optionsOf, shapeOf } from './schema-at';

export type Issue = z.core.$ZodIssue;

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

type Alternative = { readonly issues: readonly Issue[]; readonly index: number };

/** Undefined when the issue is no union, or when no alternative comes near: then the union's own words say it best. */
export function closestAlternative(issue: Issue, got?: unknown): Alternative | undefined {
  if (issue.code !== 'invalid_union' || (isMapping(got) && Object.keys(got).length === 0)) return undefined;
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

/** The keys of all alternatives of a union of mappings; none when it is no such union. */
export function keysOfAll(union: z.ZodType | undefined): readonly string[] {
  const shapes = shapesOf(union);
  return shapes.length < 2 ? [] : shapes.flatMap((shape) => Object.keys(shape));
}

/** A mapping with keys of several alternatives of a union of which each excludes the others; undefined when it is not that. */
export function mixedAlternatives(union: z.ZodType | undefined, got: unknown): Omit<Problem, 'path'> | undefined {
  if (!isMapping(got)) return undefined;
  const all = keysOfAll(union);
  const known = Object.keys(got).filter((key) => all.includes(key));
  if (shapesOf(union).some((shape) => known.every((key) => key in shape)) || known.length === 0) return undefined;
  const expected = `exactly one of ${expectationOf(union)}`;
  return {
    message: `must be ${expected}, got ${known.join(' and ')} together`,
    expected,
    got: known.join(' and '),
    fix: 'Keep one of them'
  };
}

function shapesOf(union: z.ZodType | undefined): readonly Readonly<Record<string, z.ZodType>>[] {
  return (optionsOf(union) ?? []).map(shapeOf).filter((shape) => shape !== undefined);
}
