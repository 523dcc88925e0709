/** How the person came through. */
export type Channel = 'phone' | 'chat' | 'voicemail' | 'sms';

/** Who started it, seen from the org. */
export type Direction = 'inbound' | 'outbound' | 'internal';

/** Where an interaction stands; it only moves to the right, except between active and held. */
export type InteractionState = 'ringing' | 'active' | 'held' | 'wrap-up' | 'done';

/** How it ended. What the rep chooses in wrap-up is the disposition, not this. */
export type Outcome = 'answered' | 'missed' | 'abandoned' | 'declined' | 'voicemail' | 'failed';

/** A record that the phone side already found for the interaction. */
export type RecordMatch = {
  readonly recordId: string;
  readonly name: string;
  readonly objectName: string;
};

/** One leg of one call, chat or voicemail as one rep sees it. Times are ISO-8601, durations whole seconds. */
export type Interaction = {
  /** Unique for the leg and the rep: one log each. */
  readonly callKey: string;
  /** Shared by the legs of one conversation. */
  readonly interactionKey: string;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly state: InteractionState;
  readonly queue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly vendorCallId?: string;
  readonly startedAt: string;
  readonly answeredAt?: string;
  readonly endedAt?: string;
  /** Answered until ended, without the time on hold. */
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  readonly outcome?: Outcome;
  readonly recordingUrl?: string;
  readonly transcriptUrl?: string;
  /** The chat or transcript so far. */
  readonly text?: string;
  /** Whatever else the phone system sends; screen-pop rules look here. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly match?: readonly RecordMatch[];
};

export const channels: readonly Channel[] = ['phone', 'chat', 'voicemail', 'sms'];
export const directions: readonly Direction[] = ['inbound', 'outbound', 'internal'];
export const interactionStates: readonly InteractionState[] = ['ringing', 'active', 'held', 'wrap-up', 'done'];
export const outcomes: readonly Outcome[] = ['answered', 'missed', 'abandoned', 'declined', 'voicemail', 'failed'];
