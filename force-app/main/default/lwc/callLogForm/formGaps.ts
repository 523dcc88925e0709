import type { Gap } from 'c/callLog';
import { labels } from './labels';

/** A field that says what is wrong with it, as base components do; others have no such words. */
export type Checkable = HTMLElement & { setCustomValidity?(message: string): void; reportValidity?(): boolean };

const fields: Readonly<Record<Gap, string>> = {
  'disposition-notes': 'notes',
  'follow-up-subject': 'follow-up-subject',
  'follow-up-date': 'follow-up-date'
};

const words: Readonly<Record<Gap, string>> = {
  'disposition-notes': labels.needsNotes,
  'follow-up-subject': labels.needsSubject,
  'follow-up-date': labels.needsDate
};

/** Shows what is missing at its field, and takes back what is not missing any more. */
export function markGaps(gaps: readonly Gap[], fieldOf: (name: string) => Checkable | null): void {
  for (const [gap, name] of Object.entries(fields)) {
    const field = fieldOf(name);
    const isMissing = gaps.includes(gap as Gap);
    field?.setCustomValidity?.(isMissing ? words[gap as Gap] : '');
    if (gaps.length > 0) field?.reportValidity?.();
  }
}

/** The field of the first thing that is missing. */
export function firstGapField([first]: readonly Gap[]): string | undefined {
  return first && fields[first];
}
