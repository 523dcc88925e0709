import { type Channel, type Direction, type Outcome, type RecordMatch } from './interaction';

/** What a phone system may know about a leg; any event may bring some of it, and the newest word on a field counts. */
export type LegDetails = {
  readonly interactionKey?: string;
  readonly channel?: Channel;
  readonly direction?: Direction;
  readonly queue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly vendorCallId?: string;
  readonly recordingUrl?: string;
  readonly transcriptUrl?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly match?: readonly RecordMatch[];
};

/** One thing that happened to a leg. `described` only brings details, whenever they become known. */
export type PhoneEvent = {
  readonly type: 'offered' | 'answered' | 'held' | 'resumed' | 'ended' | 'wrapped-up' | 'described';
  readonly callKey: string;
  /** ISO-8601, by the phone system's clock. */
  readonly at: string;
  /** Only with `ended`, when the phone system says why. */
  readonly outcome?: Outcome;
  readonly details?: LegDetails;
};

/** What is known of one leg: its events in the order in which they happened, each once. */
export type LegHistory = readonly PhoneEvent[];
