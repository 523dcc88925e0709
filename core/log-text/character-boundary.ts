/** How many UTF-16 units the character (grapheme cluster) at the start of a text has; 0 for the empty text. */
export type MeasureCharacter = (text: string) => number;

/*
 * Between most neighbours there is always a character boundary (Unicode UAX #29, GB999), so a search may start there and
 * a long text need not be segmented. These are the code points that may join the one before, and the one behind.
 */
/* eslint-disable no-misleading-character-class -- single code points are meant */
const mayJoinBefore =
  /^[\p{M}\p{Cf}\n\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb\ud800-\udfff\uff9e\uff9f\u{11000}-\u{11fff}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;
const mayJoinBehind =
  /^[\p{M}\p{Cf}\r\u0d4e\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb\ud800-\udfff\u{11000}-\u{11fff}\u{1f1e6}-\u{1f1ff}]/u;

/* eslint-enable no-misleading-character-class */

const segmenter =
  typeof Intl === 'object' && 'Segmenter' in Intl ? new Intl.Segmenter('und', { granularity: 'grapheme' }) : undefined;

/** The character that a person sees at the start of a text, by the runtime where it can, else by the rules that matter. */
export const measureCharacter: MeasureCharacter = segmenter
  ? (text) => segmenter.segment(text).containing(0)?.segment.length ?? 0
  : measureByRules;

/** True where a boundary is certain from the two neighbours alone. */
export function isSureBoundary(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at);
  if (standsAlone(before) && standsAlone(behind)) return before !== 13 || behind !== 10;
  if (splitsSurrogates(text, at)) return false;
  const start = splitsSurrogates(text, at - 1) ? at - 2 : at - 1;
  return !mayJoinBehind.test(text.slice(start, at)) && !mayJoinBefore.test(text.slice(at, at + 2));
}

/**
 * The last character boundary at or before `at`, if it is after `from` (itself a boundary);
 * inside a character that fills everything since `from`, the last code point boundary.
 */
export function boundaryBefore(text: string, at: number, from: number, measure = measureCharacter): number {
  if (at >= text.length) return text.length;
  let start = at;
  while (start > from && !isSureBoundary(text, start)) start--;
  for (;;) {
    const next = start + sizeAt(text, start, at, measure);
    if (next > at) break;
    start = next;
  }
  if (start > from) return start;
  return splitsSurrogates(text, at) && at - 1 > from ? at - 1 : at;
}

const firstWindow = 64;
// A character is at an end for certain when this much behind it was seen.
const margin = 8;

/** The units of the character at `start`; one that goes on behind `stop` is measured no further. */
export function sizeAt(text: string, start: number, stop: number, measure = measureCharacter): number {
  for (let window = firstWindow; ; window *= 4) {
    const end = Math.min(start + window, stop + margin, text.length);
    const size = Math.max(1, measure(text.slice(start, end)));
    if (start + size + margin <= end || end === text.length || start + size > stop) return size;
    if (end === stop + margin) return size;
  }
}

/** Latin, Cyrillic, kana, Han and Hangul syllables: no need to ask the tables. */
function standsAlone(unit: number): boolean {
  if (unit < 0x483) return unit < 0x300 || unit >= 0x400;
  return (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
}

/** True when `at` lies inside a surrogate pair. */
export function splitsSurrogates(text: string, at: number): boolean {
  return isHighSurrogate(text.charCodeAt(at - 1)) && isLowSurrogate(text.charCodeAt(at));
}

/** The first half of a character beyond U+FFFF. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The second half of a character beyond U+FFFF. */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

// eslint-disable-next-line no-misleading-character-class -- single code points are meant
const joinsCharacter = /^[\p{M}\u200c\u200d\uff9e\uff9f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/u;
const flagLetter = /^[\u{1f1e6}-\u{1f1ff}]/u;
const jamo = /^[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/;

/** The character at the start of a text for a runtime without Intl.Segmenter: may take two for one, never cuts one. */
export function measureByRules(text: string): number {
  if (text.startsWith('\r\n')) return 2;
  const first = text.codePointAt(0);
  if (first === undefined) return 0;
  let size = first > 0xffff ? 2 : 1;
  if (first < 0x20) return size;
  if (flagLetter.test(text) && flagLetter.test(text.slice(size))) size += 2;
  for (;;) {
    const rest = text.slice(size, size + 2);
    const next = rest.codePointAt(0);
    // What follows a joiner belongs to it: a family of emoji, a conjunct.
    const joined = text.charCodeAt(size - 1) === 0x200d && next !== undefined && next >= 0x20 && !flagLetter.test(rest);
    if (next === undefined || !(joined || joinsCharacter.test(rest) || jamo.test(rest))) return size;
    size += next > 0xffff ? 2 : 1;
  }
}
