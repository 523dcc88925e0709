/** The key of the follow-up task of a call. */
export function followUpKeyOf(callKey: string): string {
  return `${callKey}:follow-up`;
}

/** The key of one part of a call's text, counted from 1; keys of one call sort in order. */
export function partKeyOf(callKey: string, partNumber: number): string {
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > 9999) {
    throw new RangeError(`There is no part ${partNumber}`);
  }
  return `${callKey}#${String(partNumber).padStart(4, '0')}`;
}
