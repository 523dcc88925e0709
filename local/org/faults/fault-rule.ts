/** When it applies, how often, and what goes wrong. */
export type FaultRule = {
  /** All that is given must hold; nothing given means every request. */
  readonly match: {
    readonly method?: string;
    /** A glob with `*`, or a regular expression, as such or between slashes. */
    readonly path?: string | RegExp;
    /** The same, for the text of a query, wherever in the request it stands. */
    readonly soql?: string | RegExp;
  };
  /** Matching requests that go well before the first that does not. */
  readonly skip?: number;
  /** How many requests go wrong; all that follow unless told. */
  readonly times?: number;
  readonly fault: Fault;
};

export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** An HTML page with status 503. */
  | { readonly kind: 'maintenance-page' }
  /** The connection breaks before the org has done anything. */
  | { readonly kind: 'reset-before' }
  /** The work is done, and its answer is lost. */
  | { readonly kind: 'reset-after' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'expired-session' }
  | { readonly kind: 'request-limit'; readonly which: 'concurrent' | 'total' }
  /** Somebody else holds the records: those of these ids, or all that the request writes. */
  | { readonly kind: 'row-lock'; readonly ids?: readonly string[] }
  /** The deploy that the request starts ends Failed with these failures, or with this message; nothing is applied. */
  | { readonly kind: 'deploy-failure'; readonly failures?: readonly ToldFailure[]; readonly errorMessage?: string }
  /** The installation that the request starts ends in ERROR with these messages; nothing is installed. */
  | { readonly kind: 'install-failure'; readonly errors: readonly string[] }
  /** The looked-up package version is not yet available in this org. */
  | { readonly kind: 'publish-lag' }
  /** The installation that the request starts takes this many reads of its status. */
  | { readonly kind: 'install-in-progress'; readonly polls: number };

/** What is wrong with one component; its file is found in the package unless it is named. */
export type ToldFailure = {
  readonly fullName: string;
  readonly componentType: string;
  readonly problem: string;
  readonly fileName?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
};

/** What rules are compared with. */
export type FaultedRequest = {
  readonly method: string;
  readonly path: string;
  readonly queries: readonly string[];
  readonly body: Buffer;
};
