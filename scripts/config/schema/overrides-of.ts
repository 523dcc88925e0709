import { z } from 'zod';

type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.core.$ZodRecordKey;
  readonly valueType?: z.ZodType;
};

/** The same mapping with every key optional, or null to take the base's value away; lists keep their shape, as they replace. */
export function overridesOf(schema: z.ZodType): z.ZodType {
  const { type, shape, innerType, keyType, valueType } = schema._zod.def as unknown as Definition;
  if (type === 'optional' && innerType !== undefined) return overridesOf(innerType);
  if (type === 'object' && shape !== undefined) {
    const partial = Object.entries(shape).map(
      ([key, value]) => [key, described(value, overridesOf(value).nullable().optional())] as const
    );
    return z.strictObject(Object.fromEntries(partial));
  }
  if (type === 'record' && keyType !== undefined && valueType !== undefined)
    return z.record(keyType, overridesOf(valueType).nullable());
  return schema;
}

function described(from: z.ZodType, to: z.ZodType): z.ZodType {
  const description = metaOf(from)?.description;
  return description === undefined ? to : to.meta({ description });
}

function metaOf(schema: z.ZodType): { readonly description?: string | undefined } | undefined {
  const inner = (schema._zod.def as unknown as Definition).innerType;
  return schema.meta() ?? (inner === undefined ? undefined : metaOf(inner));
}
