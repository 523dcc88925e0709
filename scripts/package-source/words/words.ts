/** The languages that every word is translated into, as Salesforce names them. */
export const languages = ['de', 'fr', 'es', 'ja'] as const;

/** One of them. */
export type Language = (typeof languages)[number];

/** What a person reads, in English and in every language. */
export type Words = Readonly<Record<Language | 'en', string>>;

/** Something that a person reads, under the name that code calls it by. */
export type Named<Content> = { readonly name: string } & Content;

/** A mistake in a file of words: `file:line what is wrong`. */
export type WordsProblem = string;
