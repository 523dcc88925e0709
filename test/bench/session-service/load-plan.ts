/** What the measuring client is to do. */
export type LoadPlan = {
  /** Of the servers; connections go round them. */
  readonly ports: readonly number[];
  readonly connections: number;
  /** Every connection asks again as soon as it was answered, for so long. */
  readonly milliseconds: number;
  /** Or until so many were answered. */
  readonly most?: number;
  readonly work: Work;
};

/** Checks of random sessions out of so many, or logins of reps from this number on, each with a new attempt. */
export type Work =
  { readonly kind: 'check'; readonly sessions: number } | { readonly kind: 'login'; readonly firstRep: number };

/** What came of it. Times are milliseconds. */
export type Load = {
  readonly count: number;
  readonly perSecond: number;
  readonly median: number;
  readonly p99: number;
};
