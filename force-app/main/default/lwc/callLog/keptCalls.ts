import { isVoiceCallId, type KeptRecord } from 'c/callLogCore';
import type { Interaction } from 'c/phoneBridge';
import type { WrapUp } from './wrapUp';

/** A call whose record Salesforce keeps by itself, and into which this panel writes nothing. */
export type KeptCall = {
  readonly callKey: string;
  readonly subject: string;
  /** The record of the call, once it is known. */
  readonly recordId?: string;
};

const mostKept = 3;

/** Whether Salesforce itself keeps the record of an interaction, as with Voice: a Task besides would log the call twice. */
export function isKeptBySalesforce({ attributes }: Interaction): boolean {
  return attributes.voiceCallId !== undefined;
}

/** The record into which the log of a wrap-up goes, where Salesforce keeps one by itself. */
export function keptRecordOf({ interaction, notes, hasWritten }: WrapUp): KeptRecord | undefined {
  const id = interaction.attributes.voiceCallId;
  if (!isKeptBySalesforce(interaction) || id === undefined) return undefined;
  return { id, ...(hasWritten && notes === '' ? { isTextTakenBack: true } : {}) };
}

/** The calls that Salesforce keeps with this one as it is now, the newest first; one that is over and wrapped up is left out. */
export function withKeptCall(
  kept: readonly KeptCall[],
  { callKey, state, answeredAt, attributes }: Interaction,
  subject: string
): readonly KeptCall[] {
  const others = kept.filter((other) => other.callKey !== callKey);
  if (state === 'done' || answeredAt === undefined) return others;
  const id = attributes.voiceCallId ?? '';
  const call: KeptCall = { callKey, subject, ...(isVoiceCallId(id) ? { recordId: id } : {}) };
  const isKnown = others.length < kept.length;
  return isKnown
    ? kept.map((other) => (other.callKey === callKey ? call : other))
    : [call, ...others].slice(0, mostKept);
}
