import type { CallLinks, CallLog, KeptRecord } from 'c/callLogCore';

/** What a log is about, said after it was saved; what is not named stays as it is. */
export type CallRelation = { readonly whoId?: string; readonly whatId?: string };

/** What became known of a call after its log was submitted: addresses, or what it is about. */
export type LogAddition = {
  readonly callKey: string;
  readonly subject: string;
  readonly links: CallLinks & CallRelation;
  /** Salesforce's own record of the call, where the log is not a Task. */
  readonly kept?: KeptRecord;
};

/** What is sent of a call: its whole log, or only what is to be added to the Task that Salesforce has. */
export type Sendable = CallLog | LogAddition;

/** Whether there is nothing but an addition. */
export function isAddition(item: Sendable): item is LogAddition {
  return 'links' in item;
}

/** Whether it says what the log is about: what the Task says of that by now is not known here. */
export function isRelation({ links: { whoId, whatId } }: LogAddition): boolean {
  return (whoId ?? whatId) !== undefined;
}

/** The links of a log or of an addition that are known. */
export function linksOf(item: Sendable): CallLinks {
  const { recordingUrl, transcriptUrl } = isAddition(item) ? item.links : item;
  return { ...(recordingUrl ? { recordingUrl } : {}), ...(transcriptUrl ? { transcriptUrl } : {}) };
}

/** A log, or an addition before this one, with what this one adds. */
export function withAddition(item: Sendable, { links }: LogAddition): Sendable {
  return isAddition(item) ? { ...item, links: { ...item.links, ...links } } : { ...item, ...links };
}
