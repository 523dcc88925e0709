import { dueDateAfter } from 'c/callLogCore';
import type { Disposition, FollowUp, WrapUp } from 'c/callLog';

/** The day of a person in their time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(now)
    .map(({ type, value }) => [type, value] as const);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
}

/**
 * The follow-up after a result was chosen: one that asks for a follow-up brings its day and a subject, unless the rep
 * wrote their own. Another result takes back what only the last one brought.
 */
export function followUpAfter(
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
