import { type Channel, type Direction, type Interaction, type Outcome } from '../interaction/interaction';

/** A task that the rep owes the caller. */
export type FollowUp = {
  /** External key of the task, so that it is created once. */
  readonly key: string;
  readonly subject: string;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
};

/** What the rep adds to an interaction. */
export type WrapUp = {
  readonly subject: string;
  /** Empty: taken back. Absent: not asked, as of a rep who has no access to it. */
  readonly type?: string;
  readonly disposition?: string;
  readonly notes?: string;
  readonly whoId?: string;
  readonly whatId?: string;
  readonly wrapUpSeconds?: number;
  readonly followUp?: { readonly subject: string; readonly dueDate: string };
};

/** One log of one leg by one rep, before it is anybody's record. Each value fits the field it is for; times are ISO-8601. */
export type CallLog = {
  readonly callKey: string;
  readonly interactionKey: string;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly queue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly vendorCallId?: string;
  readonly startedAt: string;
  readonly answeredAt?: string;
  readonly endedAt?: string;
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  readonly wrapUpSeconds: number;
  /** Talk and hold together: the standard field's meaning. */
  readonly durationSeconds: number;
  readonly outcome?: Outcome;
  readonly recordingUrl?: string;
  readonly transcriptUrl?: string;
  readonly subject: string;
  /** Empty to take back what the Task has; absent to leave it alone. */
  readonly type?: string;
  readonly disposition?: string;
  /** Notes, then the chat or transcript, then what was too long for its own field. Of any length. */
  readonly text: string;
  readonly whoId?: string;
  readonly whatId?: string;
  readonly followUp?: FollowUp;
};

/** The fields that take over from the interaction as they are. */
export type CallFacts = Pick<Interaction, 'queue' | 'from' | 'to' | 'vendorCallId' | 'recordingUrl' | 'transcriptUrl'>;
