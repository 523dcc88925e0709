/** A file of a package in source format; the path is below `default`, with slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What is wrong with a file of a package, and where. */
export type SourceProblem = {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  /** Reads on after the path. */
  readonly message: string;
};

/** What one deploy takes: files by their path in the zip, and the members of package.xml. */
export type ConvertedSource = {
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly members: readonly { readonly type: string; readonly fullName: string }[];
  readonly problems: readonly SourceProblem[];
};
