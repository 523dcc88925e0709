import type { Clock } from '../clock';
import type { ResolvedConfig } from '../config/resolved-config';
import type { Emit } from '../events';
import type { Org, SessionService } from '../org/org';
import type { Journal } from './journal';

/** What every step of apply is handed. */
export type ApplyContext = {
  readonly org: Org;
  /** Where key pairs are made and kept; absent where no contact center has pages of ours. */
  readonly sessionService?: SessionService;
  readonly config: ResolvedConfig;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly signal: AbortSignal;
  readonly journal: Journal;
  /** Minutes that apply waits for one job of the org. */
  readonly wait: number;
};

export const millisecondsPerMinute = 60_000;

/** The org's clock and ours may differ by a few minutes. */
export const clockSkew = 5 * millisecondsPerMinute;

/** Milliseconds before a write whose answer was lost is looked for. */
export const lookAgainAfter = 5_000;

/** How often a write whose answer was lost is looked for and, when it is not there, sent again. */
export const lostAnswersBorne = 3;
