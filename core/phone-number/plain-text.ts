// Bidirectional marks, joiners, soft hyphens: copied along with numbers from web pages and right-to-left texts.
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const dashes = /[\u2010-\u2015\u2212\u30fc\uff0d]/g;

/** The text with ASCII digits, letters and signs where it used others for the same, and nothing invisible. */
export function toPlainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(/\s+/g, ' ')
    .replace(/\p{Nd}/gu, asciiDigit)
    .trim();
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const place = code % 16;
  // Unicode encodes every script's digits in a row that starts at a code ending in 0 or in 6.
  const startsAtZero = place < 10 && /^\p{Nd}$/u.test(String.fromCodePoint(code - place));
  return String(startsAtZero ? place : place - 6);
}
