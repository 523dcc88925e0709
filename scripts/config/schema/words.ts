import { z } from 'zod';

/**
 * Every schema says what it expects in words that read on after "must be", because those words are the error message;
 * `fix` says what to do about it. Defaults are not applied here: what fills a gap is part of resolving, which records why.
 */
export type Expectation = { readonly expected: string; readonly fix?: string };

/** Text that matches a pattern. */
export function text(expected: string, pattern?: RegExp): z.ZodString {
  const schema = z.string({ error: expected }).min(1, { error: expected });
  return pattern === undefined ? schema : schema.regex(pattern, { error: expected });
}

/** Text of at most so many characters. */
export function shortText(maximum: number): z.ZodString {
  const expected = `text of 1 to ${maximum} characters`;
  return text(expected).max(maximum, { error: expected });
}

/** Salesforce limits labels of call center definitions in bytes of UTF-8. */
export const label = z
  .string({ error: 'text' })
  .min(1, { error: 'text' })
  .refine((value) => Buffer.byteLength(value) <= 1000, { error: 'text of at most 1,000 bytes' });

/** A whole number within limits. */
export function wholeNumber(minimum: number, maximum: number, unit = ''): z.ZodInt {
  const expected = `a whole number${unit === '' ? '' : ` of ${unit}`} from ${minimum} to ${maximum}`;
  return z.int({ error: expected }).min(minimum, { error: expected }).max(maximum, { error: expected });
}

export const flag = z.boolean({ error: 'true or false' });

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words
): z.ZodEnum<{ [Word in Words[number]]: Word }> {
  const last = words.at(-1);
  const expected = words.length === 1 ? String(last) : `${words.slice(0, -1).join(', ')} or ${last}`;
  return z.enum(words, { error: expected });
}

export const names = z.array(text('text'), { error: 'a list of names' });

/** What an editor shows, with the value that holds when the key is left out. */
export function about<Schema extends z.ZodType>(description: string, schema: Schema, fallback?: unknown): Schema {
  return schema.meta({ description, ...(fallback === undefined ? {} : { default: fallback }) });
}
