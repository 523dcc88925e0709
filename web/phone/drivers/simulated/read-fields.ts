/** The phone system said something that cannot be read; caught where a frame comes in, never thrown to a page. */
export class Unreadable extends Error {}

/** A plain object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;
/** Makes a value of what came, or throws {@link Unreadable}. `at` says where it stood. */
export type Read<Value> = (value: unknown, at: string) => Value;

export const fieldsIn: Read<Fields> = (value, at) => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Unreadable(`${at} is no object`);
};

export const text: Read<string> = (value, at) => {
  if (typeof value === 'string') return value;
  throw new Unreadable(`${at} is no text`);
};

export const truth: Read<boolean> = (value, at) => {
  if (typeof value === 'boolean') return value;
  throw new Unreadable(`${at} is neither true nor false`);
};

export const count: Read<number> = (value, at) => {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new Unreadable(`${at} is no number from 0`);
};

export const time: Read<string> = (value, at) => {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value;
  throw new Unreadable(`${at} is no time`);
};

export const oneOf =
  <const Value extends string>(values: readonly Value[]): Read<Value> =>
  (value, at) => {
    const found = values.find((each) => each === value);
    if (found !== undefined) return found;
    throw new Unreadable(`${at} is none of ${values.join(', ')}`);
  };

export const listOf =
  <Value>(read: Read<Value>): Read<readonly Value[]> =>
  (value, at) => {
    if (Array.isArray(value)) return value.map((each, index) => read(each, `${at}[${index}]`));
    throw new Unreadable(`${at} is no list`);
  };

/** A field that may be missing: nothing to spread when it is. */
export function may<Name extends string, Value>(
  fields: Fields,
  name: Name,
  read: Read<Value>
): { readonly [key in Name]?: Value } {
  const value = fields[name];
  if (value === undefined || value === null) return {};
  return { [name]: read(value, name) } as { readonly [key in Name]?: Value };
}

export const textsByName: Read<Readonly<Record<string, string>>> = (value, at) =>
  Object.fromEntries(Object.entries(fieldsIn(value, at)).map(([name, content]) => [name, text(content, name)]));
