/** Another agent's call, as a supervisor sees it before and while they listen; `callId` is what supervising takes. */
export type WatchedCall = {
  readonly callId: string;
  readonly number?: string;
  /** ISO 8601. */
  readonly since: string;
  /** What this supervisor does with it. */
  readonly supervision?: 'listening' | 'barged-in';
};
