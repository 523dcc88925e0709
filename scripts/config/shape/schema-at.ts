import { type z } from 'zod';
import type { Path } from '../source/path';

/** What zod keeps of a schema, as far as a path leads through it. */
type Definition = {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly error?: (issue: unknown) => unknown;
};

const definitionOf = (schema: z.ZodType | undefined): Definition | undefined =>
  schema?._zod.def as unknown as Definition | undefined;

/** The schema of what stands at `path`, without its wrappers. */
export function schemaAt(schema: z.ZodType | undefined, path: Path): z.ZodType | undefined {
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

/** The keys of a mapping's schema. */
export const shapeOf = (schema: z.ZodType | undefined): Definition['shape'] => definitionOf(schema)?.shape;

/** The alternatives of a union's schema. */
export const optionsOf = (schema: z.ZodType | undefined): Definition['options'] => definitionOf(schema)?.options;

/** The schema's own words for what it expects. */
export const expectationOf = (schema: z.ZodType | undefined): string =>
  String(definitionOf(schema)?.error?.(undefined) ?? 'the alternatives');
