import type { Interaction } from 'c/phoneBridge';
import type { RelatedRecord } from 'c/relatedRecordPicker';

/** What a rep notes about one interaction, from its first message until it is in Salesforce. Plain data: it is also the draft. */
export type WrapUp = {
  readonly callKey: string;
  readonly interaction: Interaction;
  /** Written by the rep alone, without a phone. */
  readonly isManual: boolean;
  /** When the phone last spoke of it, in milliseconds since 1970; nothing after a refresh, until it speaks again. */
  readonly heardAt?: number;
  readonly records: readonly RelatedRecord[];
  readonly subject: string;
  /** Absent until the rep chooses one: who has no access to it never does. */
  readonly type?: string;
  readonly disposition: string;
  readonly notes: string;
  readonly followUp: FollowUp;
  /** The phone first spoke of it when it was over: it may be logged already, by another browser of the rep. */
  readonly isHeardLate?: true;
  /** True from the rep's first change. */
  readonly isTouched: boolean;
  /** The rep wrote notes, which may be gone again. */
  readonly hasWritten?: true;
  /** The rep saved it; kept until Salesforce has the whole log. */
  readonly isSaved?: boolean;
  /** When the end was heard of, in milliseconds since 1970: the rep's wrap-up began. Nothing after a refresh. */
  readonly endHeardAt?: number;
  /** How long the rep wrapped up, once they saved. */
  readonly wrapUpSeconds?: number;
};

/** A task for later, made together with the log. */
export type FollowUp = { readonly isWanted: boolean; readonly subject: string; readonly dueDate: string };

/** What a rep changes. */
export type WrapUpChange = Partial<
  Pick<WrapUp, 'records' | 'subject' | 'type' | 'disposition' | 'notes' | 'followUp' | 'interaction'>
>;

/** A new wrap-up; a single record that the phone found is chosen at once. */
export function wrapUpOf(interaction: Interaction, options: { heardAt?: number; isManual?: boolean } = {}): WrapUp {
  const { match = [] } = interaction;
  return withEnd({
    callKey: interaction.callKey,
    interaction,
    isManual: options.isManual ?? false,
    ...(options.heardAt === undefined ? {} : { heardAt: options.heardAt }),
    records: match.length === 1 ? match : [],
    subject: '',
    disposition: '',
    notes: '',
    followUp: { isWanted: false, subject: '', dueDate: '' },
    isTouched: false
  });
}

/**
 * The wrap-up after the phone spoke of its interaction again: what the rep did stays, and so does what was said before and
 * is not said any more, as by a phone page that was loaded again in the middle of a chat.
 */
export function withInteraction(wrapUp: WrapUp, said: Interaction, heardAt: number): WrapUp {
  const { text, queue, from, to, vendorCallId, recordingUrl, transcriptUrl } = wrapUp.interaction;
  const known = { text, queue, from, to, vendorCallId, recordingUrl, transcriptUrl };
  const interaction = { ...withoutGaps(known), ...said };
  const { match = [] } = interaction;
  const isFirstMatch = !wrapUp.isTouched && wrapUp.records.length === 0 && match.length === 1;
  return withEnd({ ...wrapUp, interaction, heardAt, records: isFirstMatch ? match : wrapUp.records });
}

/** The wrap-up after the rep changed something. */
export function withChange(wrapUp: WrapUp, change: WrapUpChange): WrapUp {
  return { ...wrapUp, ...change, isTouched: true, ...(change.notes ? { hasWritten: true } : {}) };
}

/** The draft that was kept, or undefined when another version of this package wrote it in another shape. */
export function wrapUpFromDraft(draft: unknown): WrapUp | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const { callKey, interaction, ...kept } = draft as Partial<Omit<WrapUp, 'interaction'>> & {
    readonly interaction?: Interaction | null;
  };
  if (typeof callKey !== 'string' || typeof interaction !== 'object' || interaction === null) return undefined;
  const { heardAt: _heard, endHeardAt: _end, ...rest } = { ...wrapUpOf(interaction), ...kept };
  return { ...rest, callKey };
}

/** True while somebody speaks, waits or types at the other end. */
export function isOngoing({ interaction: { state } }: WrapUp): boolean {
  return state === 'ringing' || state === 'active' || state === 'held';
}

/** The wrap-up as the rep saved it; how long they took is known when the end was heard of, and counted once. */
export function withSave(wrapUp: WrapUp, now: number): WrapUp {
  const { endHeardAt } = wrapUp;
  const seconds = endHeardAt === undefined ? undefined : Math.max(0, Math.round((now - endHeardAt) / 1000));
  const wrapUpSeconds = wrapUp.wrapUpSeconds ?? seconds;
  return { ...wrapUp, isSaved: true, ...(wrapUpSeconds === undefined ? {} : { wrapUpSeconds }) };
}

function withoutGaps(known: Partial<Interaction>): Partial<Interaction> {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

function withEnd(wrapUp: WrapUp): WrapUp {
  const { interaction, heardAt, endHeardAt } = wrapUp;
  const isOver = interaction.endedAt !== undefined && heardAt !== undefined && endHeardAt === undefined;
  return isOver ? { ...wrapUp, endHeardAt: heardAt } : wrapUp;
}
