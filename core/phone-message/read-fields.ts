/** A field that a message cannot do without is missing or wrong; caught by the parser, never thrown to a caller. */
export class MessageRefused extends Error {}

/** A plain object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest text of an ordinary field, in UTF-16 units. */
export const longestText = 1_000;

/** Longest web address: signed ones of recordings have thousands of characters, and servers take 8,000 [RFC 9110, section 4.1]. */
const longestAddress = 8_000;

// Ten years: whatever is longer is no duration of a call.
const longestSeconds = 315_360_000;
const isoTime =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const webAddress = /^https?:\/\/[^\s"'<>\\]+$/i;

/** The value as an object with fields, or undefined. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** What `read` makes of the field; refuses the message when that is nothing. */
export function must<Value>(fields: Fields, name: string, read: (value: unknown) => Value | undefined): Value {
  const value = read(fields[name]);
  if (value === undefined) throw new MessageRefused(name);
  return value;
}

/** The field when it is readable; nothing at all, not even its name, when it is not. */
export function may<Name extends string, Value>(
  fields: Fields,
  name: Name,
  read: (value: unknown) => Value | undefined
): { readonly [Key in Name]?: Value } {
  const value = read(fields[name]);
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}

/** A text with something in it, of ordinary length. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestText ? value : undefined;
}

/** A text of at most so many UTF-16 units, the empty one included. */
export function textUpTo(most: number): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' && value.length <= most ? value : undefined);
}

/** An ISO-8601 date and time with its zone. */
export function time(value: unknown): string | undefined {
  return typeof value === 'string' && isoTime.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

/** Whole seconds or a count, from 0; parts of a second are rounded. */
export function count(value: unknown): number | undefined {
  if (typeof value !== 'number' || !(value >= 0 && value <= longestSeconds)) return undefined;
  return Math.round(value);
}

/** An http or https address; `javascript:` and its like never reach a link. */
export function address(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= longestAddress && webAddress.test(value) ? value : undefined;
}

/** True or false. */
export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** One of the words. */
export function oneOf<Word extends string>(words: readonly Word[]): (value: unknown) => Word | undefined {
  return (value) => words.find((word) => word === value);
}

/** A list of at most so many; elements that cannot be read are left out. */
export function listOf<Item>(most: number, read: (value: unknown) => Item | undefined) {
  return (value: unknown): readonly Item[] | undefined => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    return value.flatMap((item) => read(item) ?? []);
  };
}

/** Reads an object with required fields, as undefined when one of them is missing or wrong. */
export function objectOf<Value>(read: (fields: Fields) => Value): (value: unknown) => Value | undefined {
  return (value) => {
    const fields = asFields(value);
    if (!fields) return undefined;
    try {
      return read(fields);
    } catch (error) {
      if (error instanceof MessageRefused) return undefined;
      throw error;
    }
  };
}
