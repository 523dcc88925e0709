import { dueDateAfter } from 'c/callLogCore';
import type { Disposition, FollowUp, WrapUp, WrapUpChange } from 'c/callLog';
import { fill } from 'c/labelFormat';
import { labels } from './labels';

/** The day of a person in their time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(now)
    .map(({ type, value }) => [type, value] as const);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
}

/** What changes with the result that the rep chose for a log of this subject, on this day. */
export function changeByOutcome(
  wrapUp: WrapUp,
  choice: { readonly value: string; readonly dispositions: readonly Disposition[]; readonly subject: string },
  today: string
): WrapUpChange {
  const chosen = choice.dispositions.find(({ value }) => value === choice.value);
  const subject = fill(labels.followUpSuggestion, choice.subject);
  return { disposition: choice.value, followUp: followUpAfter(wrapUp, chosen, { today, subject }) };
}

/**
 * The follow-up after a result was chosen: one that asks for a follow-up brings its day and a subject, unless the rep
 * wrote their own. Another result takes back what only the last one brought.
 */
function followUpAfter(
  { followUp }: WrapUp,
  chosen: Disposition | undefined,
  suggestion: { readonly today: string; readonly subject: string }
): FollowUp {
  const isOwn = followUp.isWanted && followUp.subject !== suggestion.subject;
  if (isOwn) return followUp;
  if (chosen?.followUpDays === undefined) return { isWanted: false, subject: '', dueDate: '' };
  return {
    isWanted: true,
    subject: suggestion.subject,
    dueDate: dueDateAfter(suggestion.today, chosen.followUpDays)
  };
}
