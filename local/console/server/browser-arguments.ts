/** What starts the console's browser: its names lead to this computer, it trusts one key more, and its profile is its own. */
export function browserArguments(options: {
  readonly profile: string;
  readonly resolverRules: string;
  /** Hashes of the keys to trust. */
  readonly keyHashes: readonly string[];
  readonly url: string;
  /** As root Chromium refuses to start with its sandbox. */
  readonly isRoot: boolean;
}): readonly string[] {
  const { profile, resolverRules, keyHashes, url, isRoot } = options;
  return [
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=${resolverRules}`,
    `--ignore-certificate-errors-spki-list=${keyHashes.join(',')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    ...(isRoot ? ['--no-sandbox'] : []),
    url
  ];
}

/** The same as a line to paste into a shell. */
export const commandLine = (program: string, given: readonly string[]): string =>
  [program, ...given]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
