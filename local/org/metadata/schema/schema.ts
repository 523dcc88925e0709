import schemaFile from './metadata-schema.json';

/** What one element of a type may hold. */
export type SchemaField = {
  readonly type: string;
  readonly repeated: boolean;
  readonly required: boolean;
};

const types = schemaFile.types as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>;
const enums = schemaFile.enums as unknown as Readonly<Record<string, readonly string[]>>;
const userPermissions = new Set<string>(schemaFile.userPermissions);
const fieldsByType = new Map<string, ReadonlyMap<string, SchemaField>>();

/** A type's elements in their canonical order, or undefined for a scalar or an unknown type. */
export function schemaFields(type: string): ReadonlyMap<string, SchemaField> | undefined {
  const declared = types[type];
  if (!declared) return undefined;
  const known = fieldsByType.get(type);
  if (known) return known;
  const fields = new Map(Object.entries(declared).map(([name, code]) => [name, decode(code)]));
  fieldsByType.set(type, fields);
  return fields;
}

/** The values of an enum, or undefined when the name is not one. */
export const enumValues = (type: string): readonly string[] | undefined => enums[type];

/** Whether an org has a user permission of this name. */
export const isUserPermission = (name: string): boolean => userPermissions.has(name);

function decode(code: string): SchemaField {
  const mark = code.at(-1);
  const repeated = mark === '*';
  const optional = mark === '?';
  return { type: repeated || optional ? code.slice(0, -1) : code, repeated, required: !repeated && !optional };
}
