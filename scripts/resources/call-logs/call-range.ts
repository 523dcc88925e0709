import { momentOf } from './read-calls';

const day = 86_400_000;

/** The beginning of a day in UTC, or a moment; for an end the day counts as a whole. Undefined when it is neither. */
export function rangeEnd(text: string, side: 'from' | 'to'): number | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const start = Date.parse(`${text}T00:00:00Z`);
    if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== text) return undefined;
    return side === 'from' ? start : start + day;
  }
  const moment = momentOf(text);
  return moment === undefined ? undefined : Date.parse(moment);
}

/** Salesforce archives closed activities that are older than 365 days, and no query shows them (Help, "Archived Activities"). */
export function oldestReadable(now: number): number {
  return now - 360 * day;
}
