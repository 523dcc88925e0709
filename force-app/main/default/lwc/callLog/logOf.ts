import { callLogOf, nameOfRelated, relationOf, subjectLine, type CallLog, type SubjectWords } from 'c/callLogCore';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';
import { keptRecordOf } from './keptCalls';
import type { WrapUp } from './wrapUp';

/** The log of a wrap-up as it stands; the rep's own subject, or what the interaction was and with whom. */
export function logOf(wrapUp: WrapUp, words: SubjectWords): CallLog {
  const { interaction, records, type, disposition, notes, followUp, wrapUpSeconds, isSaved } = wrapUp;
  const kept = keptRecordOf(wrapUp);
  const log = callLogOf(interaction, {
    subject: subjectOf(wrapUp, words),
    ...(type === undefined ? {} : { type }),
    disposition,
    notes,
    // Salesforce says itself whom its record is about, unless the rep says more.
    ...(kept && !isSaved ? {} : relationOf(records)),
    ...(wrapUpSeconds === undefined ? {} : { wrapUpSeconds }),
    ...(followUp.isWanted ? { followUp: { subject: followUp.subject.trim(), dueDate: followUp.dueDate } } : {})
  });
  return kept ? { ...log, kept } : log;
}

/** What the log is called. */
export function subjectOf({ subject, interaction, records }: WrapUp, words: SubjectWords): string {
  return subject.trim() || subjectLine(interaction, words, nameOfRelated(records) ?? readableNumber(interaction));
}

/** The number as people write it; nothing for a caller who hides. */
function readableNumber({ direction, from, to }: WrapUp['interaction']): string | undefined {
  const number = parsePhoneNumber((direction === 'outbound' ? to : from) ?? '');
  if (number.kind === 'number') return formatPhoneNumber(number, 'international');
  return undefined;
}
