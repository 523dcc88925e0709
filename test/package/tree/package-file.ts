/** A file of the repository, by its path from the root with slashes. */
export type PackageFile = { readonly path: string; readonly text: string };

/** A rule that is broken: where, and what is wrong, in words for the person who mends it. */
export type Violation = string;

/** One rule over all files. Pure: the same files, the same answer. */
export type Rule = (files: readonly PackageFile[]) => readonly Violation[];
