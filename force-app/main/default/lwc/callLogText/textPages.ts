import { readLogPart } from 'c/callLogCore';
import { ownFields } from 'c/ownFields';

/** One part of a text as it is shown. */
export type TextPart = { readonly number: number; readonly text: string };

/** What is known of a text: its parts from the first, how many there are, and whether more can be had. */
export type TextPages = {
  readonly parts: readonly TextPart[];
  /** 0 until a part says so. */
  readonly total: number;
  /** `broken`: the next part is not there, or not for this user. What comes after it would not be what was said. */
  readonly state: 'more' | 'whole' | 'broken';
};

type Row = Readonly<Record<string, unknown>>;

export const noPages: TextPages = { parts: [], total: 0, state: 'more' };

/** The text with the next parts, as CallLogParts.read answered them. */
export function withPage(pages: TextPages, answer: unknown, pageSize: number): TextPages {
  const own = ownFields(answer);
  const rows = Array.isArray(own) ? (own as readonly Row[]) : [];
  const first = lastPart(pages) + 1;
  const next = rows.filter((row, at) => row.PartNumber__c === first + at);
  const parts = [
    ...pages.parts,
    ...next.map((row, at) => ({
      number: first + at,
      text: readLogPart(typeof row.Text__c === 'string' ? row.Text__c : '')
    }))
  ];
  const total = Math.max(pages.total, ...next.map((row) => Number(row.PartCount__c ?? 0)));
  const isEnd = rows.length < pageSize || next.length < rows.length;
  const isWhole = parts.length > 0 && (total > 0 ? parts.length >= total : isEnd);
  return { parts, total, state: isWhole ? 'whole' : isEnd ? 'broken' : 'more' };
}

/** The number of the last part that is known; 0 before the first. */
export function lastPart({ parts }: TextPages): number {
  return parts.at(-1)?.number ?? 0;
}
