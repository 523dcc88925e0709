import type { DuringCall } from '../../shared/session-wire/session-view';

/** How long sessions live. */
export type Policy = {
  /** A session that nobody uses for so long ends. */
  readonly idleMinutes: number;
  /** Every session ends then, however much it is used. */
  readonly absoluteHours: number;
  /** The page says so many minutes before the end that it comes. */
  readonly warnMinutes: number;
  readonly duringCall: DuringCall;
  /** A session in a call outlives its end by this at most. */
  readonly longestDeferMinutes: number;
  /** One more ends the one that was used least recently. */
  readonly sessionsPerUser: number;
  /** The session's id is replaced when it is older than this. */
  readonly rotateMinutes: number;
};

export const defaultPolicy: Policy = {
  idleMinutes: 30,
  absoluteHours: 10,
  warnMinutes: 5,
  duringCall: 'defer',
  longestDeferMinutes: 60,
  sessionsPerUser: 3,
  rotateMinutes: 15
};
