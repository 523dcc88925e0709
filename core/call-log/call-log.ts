import { type Interaction } from '../interaction/interaction';

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
  /** Empty takes back what the Task has. Absent: not asked, as of a rep who has no access to it, and left alone. */
  readonly type?: string;
  readonly disposition?: string;
  readonly notes?: string;
  readonly whoId?: string;
  readonly whatId?: string;
  readonly wrapUpSeconds?: number;
  readonly followUp?: { readonly subject: string; readonly dueDate: string };
};

/** Where a recording or transcript is; either may become known long after the log. */
export type CallLinks = Pick<Interaction, 'recordingUrl' | 'transcriptUrl'>;

/** The fields that take over from the interaction as they are. */
export type CallFacts = Pick<Interaction, 'queue' | 'from' | 'to' | 'vendorCallId'> & CallLinks;

/** When and how the interaction was, and its keys. */
type CallCourse = Pick<
  Interaction,
  | 'callKey'
  | 'interactionKey'
  | 'channel'
  | 'direction'
  | 'startedAt'
  | 'answeredAt'
  | 'endedAt'
  | 'talkSeconds'
  | 'holdSeconds'
  | 'outcome'
>;

/** One log of one leg by one rep, before it is anybody's record. Each value fits the field it is for; times are ISO-8601. */
export type CallLog = CallCourse &
  CallFacts &
  Pick<WrapUp, 'subject' | 'type' | 'disposition' | 'whoId' | 'whatId'> & {
    readonly wrapUpSeconds: number;
    /** Talk and hold together: the standard field's meaning. */
    readonly durationSeconds: number;
    /** Notes, then the chat or transcript, then what was too long for its own field. Of any length. */
    readonly text: string;
    readonly followUp?: FollowUp;
    readonly kept?: KeptRecord;
    /** The page first heard of the call when it was over, and no person saved the log here: a Task that is there stays as it is. */
    readonly isOnlyIfMissing?: true;
  };

/** The record that Salesforce itself keeps of a call, as with Voice: the log goes into it, and no record is made. */
export type KeptRecord = {
  /** Salesforce's id, or the phone system's key of the call until that is known. */
  readonly id: string;
  /** The rep wrote notes and took them back. Otherwise an empty text leaves what the record says: others write there too. */
  readonly isTextTakenBack?: true;
};
