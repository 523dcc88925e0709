import type { ResolvedConfig } from '../config/resolved-config';
import type { Change } from './change';
import type { Answers, Question } from './question';

/** One capability: what to ask the org and how the answers differ from the configuration. Pure; nothing here talks or writes. */
export type Resource = {
  readonly name: string;
  /** First round, asked together with every other resource's. */
  ask(config: ResolvedConfig): readonly Question[];
  /** Second round, for questions that only the first answers make possible. Empty means no request. */
  askMore?(config: ResolvedConfig, answers: Answers): readonly Question[];
  compare(input: CompareInput): Comparison;
};

export type CompareInput = {
  readonly config: ResolvedConfig;
  readonly answers: Answers;
  /** Milliseconds since 1970, for dates that make a finding. */
  readonly now: number;
  /** Whether a package of this plan is still to be installed, so that what it brings is not there yet. */
  readonly packagesPending: boolean;
};

export type Comparison = {
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  /** What holds already, one line each; verify prints these as proved. */
  readonly holds: readonly string[];
  /** True when the answer may differ once the pending packages are installed; apply then asks this resource again. */
  readonly recheckAfterInstall?: boolean;
};

export type Finding = {
  /** Stable, such as `SERVICE_CLOUD_SEATS`. */
  readonly code: string;
  /** `blocked` stops before the first write (exit 79). */
  readonly severity: 'blocked' | 'warning';
  readonly message: string;
  readonly fix: string;
};
