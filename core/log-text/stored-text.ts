import { isHighSurrogate, isLowSurrogate } from './character-boundary';

/*
 * What Salesforce does to a text on its way in, and what this file does about it, so that a part comes back to the code unit:
 * - Text never begins or ends with white space ("Primitive Data Types", Apex Developer Guide): white space at the ends is escaped.
 * - A line break is stored as CR LF and counts as two (help article 000240417): a part says once which line break its text uses,
 *   breaks of the other kind are escaped, and each counts as two.
 * - Control characters, unpaired surrogates and noncharacters survive neither XML nor UTF-8: they are escaped.
 */

/** Begins an escape: this sign and four hexadecimal digits stand for one UTF-16 unit. */
const escapeSign = '\u241b';
const usesCrLf = `${escapeSign}CRLF `;
const escapeLength = 5;

/** What a part gains at most at its two ends: the line-break mark, and four units for each end that is white space. */
export const endsAllowance = usesCrLf.length + 4 * (escapeLength - 1);

/** Units that a stored text cannot hold as they are. Line breaks are dealt with apart. */
// eslint-disable-next-line no-control-regex -- control characters are the point
const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufdd0-\ufdef\u241b]/;
const surrogate = /[\ud800-\udfff]/;
const whiteEnd = /^\s|\s$/;

/** How many units the field takes for the unit at `at`; `crLf` is the line break of the part. */
export function storedSize(text: string, at: number, crLf: boolean): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x20 && unit < 0x7f) return 1;
  if (unit === 10 || unit === 13) return breakSize(text, at, crLf);
  return isUnsafe(text, at) ? escapeLength : 1;
}

function breakSize(text: string, at: number, crLf: boolean): number {
  const pair = text.charCodeAt(at) === 13 ? text.charCodeAt(at + 1) === 10 : text.charCodeAt(at - 1) === 13;
  if (crLf && pair) return 1;
  return text.charCodeAt(at) === 10 && !crLf ? 2 : escapeLength;
}

/** True when the first line break is CR LF. */
export function startsWithCrLf(text: string): boolean {
  const first = text.indexOf('\n');
  return first > 0 && text.charCodeAt(first - 1) === 13;
}

/** The text as a field holds it without loss. */
export function toStored(text: string): string {
  const crLf = startsWithCrLf(text);
  const last = text.length - 1;
  const pieces: string[] = crLf ? [usesCrLf] : [];
  let copied = 0;
  for (let at = 0; at <= last; at++) {
    const unit = text.charCodeAt(at);
    const atEnd = (at === 0 && !crLf) || at === last;
    if (atEnd ? !whiteEnd.test(text.charAt(at)) && !isUnsafe(text, at) : isKept(text, at, unit, crLf)) continue;
    pieces.push(text.slice(copied, at), escaped(unit));
    copied = at + 1;
  }
  pieces.push(text.slice(copied));
  return pieces.join('');
}

function isKept(text: string, at: number, unit: number, crLf: boolean): boolean {
  if (unit >= 0x20 && unit < 0x7f) return true;
  if (unit !== 10 && unit !== 13) return !isUnsafe(text, at);
  // The last unit of a part is escaped, so a CR before it has lost its LF.
  if (crLf && unit === 13 && at === text.length - 2) return false;
  return breakSize(text, at, crLf) !== escapeLength;
}

/** The text that a field holds, whatever the platform made of its line breaks. */
export function fromStored(stored: string): string {
  const crLf = stored.startsWith(usesCrLf);
  const body = crLf ? stored.slice(usesCrLf.length) : stored;
  return body.replace(/\u241b([0-9A-F]{4})|\r\n|\r|\n/g, (_found, code: string | undefined) =>
    code === undefined ? (crLf ? '\r\n' : '\n') : String.fromCharCode(parseInt(code, 16))
  );
}

/** The text for a person's eyes: what no field can hold becomes the replacement character. */
export function toReadable(text: string): string {
  if (!unsafe.test(text) && !surrogate.test(text)) return text;
  return Array.from(text, (character) =>
    character !== escapeSign && isUnsafe(character, 0) ? '\ufffd' : character
  ).join('');
}

/** True when a field can hold the text as it is, but for white space at its ends and the kind of its line breaks. */
export function isReadable(text: string): boolean {
  return toReadable(text) === text;
}

function isUnsafe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isHighSurrogate(unit)) return !isLowSurrogate(text.charCodeAt(at + 1));
  if (isLowSurrogate(unit)) return !isHighSurrogate(text.charCodeAt(at - 1));
  return unsafe.test(text.charAt(at));
}

function escaped(unit: number): string {
  return escapeSign + unit.toString(16).toUpperCase().padStart(4, '0');
}
