import type { Disposition } from './settings';
import type { WrapUp } from './wrapUp';

/** A field that keeps a wrap-up from being saved. */
export type Gap = 'disposition-notes' | 'follow-up-subject' | 'follow-up-date';

/** What the administrator or the platform asks for and the rep has not given. */
export function gapsOf(wrapUp: WrapUp, dispositions: readonly Disposition[]): readonly Gap[] {
  const { notes, followUp } = wrapUp;
  const chosen = dispositions.find(({ value }) => value === wrapUp.disposition);
  const gaps: readonly (readonly [Gap, boolean])[] = [
    ['disposition-notes', chosen?.requiresNotes === true && notes.trim() === ''],
    ['follow-up-subject', followUp.isWanted && followUp.subject.trim() === ''],
    ['follow-up-date', followUp.isWanted && !isDay(followUp.dueDate)]
  ];
  return gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
