import { isEmergencyNumber } from './emergency-numbers';
import { knownCountry, readByPlan, trunkPrefixOf } from './numbering-library';
import { isWithheld, readAddress } from './phone-address';
import { type NumberingCountry, type ParsedNumber, type PhoneNumber, type Unreadable } from './phone-number';
import { toPlainText } from './plain-text';
import { splitExtension, toDigitsOfKeypad } from './dialled-text';

/** Longest text that is looked at; no number of any network needs as much. */
const longest = 250;
/** A local number without area code has at most so many digits. */
const mostShortDigits = 7;
const shortestWithoutTrunk = 7;

/** What a text is that stands where a phone number should: as typed by people, stored in records or sent by phone systems. Never throws. */
export function parsePhoneNumber(text: string, { country }: NumberingCountry = {}): ParsedNumber {
  const given = typeof text === 'string' ? text.trim() : '';
  const refused = (reason: Unreadable['reason']): Unreadable => ({ kind: 'unreadable', text: given, reason });
  if (given === '') return refused('empty');
  if (given.length > longest) return refused('not-a-number');
  const plain = toPlainText(given);
  if (isWithheld(plain)) return refused('withheld');
  const address = readAddress(plain);
  if (address.kind === 'other') return refused('address');
  const dialled = address.kind === 'number' ? address.text : plain;
  const place = knownCountry(country);
  const parsed = parseDialled(dialled, place);
  if (typeof parsed !== 'string') return parsed;
  // Two numbers in one field: the first is the one to call.
  const first = /^(.*?\d.*?)(?: \/ |[;|]| or | oder | ou | o )/i.exec(dialled)?.[1];
  const firstParsed = first === undefined ? parsed : parseDialled(first, place);
  return typeof firstParsed === 'string' ? refused(parsed) : firstParsed;
}

function parseDialled(text: string, country: string | undefined): ParsedNumber | Unreadable['reason'] {
  const code = shortCode(text.replace(/[\s().-]/g, ''), country);
  if (code) return code;
  // A code before the number hides or shows the caller's own: *67 in North America, #31# elsewhere.
  const { base, extension } = splitExtension(text.replace(/^[*#]\d{2,3}[*#]? ?(?=[\d+( ]{5})/, ''));
  const digits = toDigitsOfKeypad(base);
  if (digits === undefined) return 'not-a-number';
  const number = bestReading(digits, country);
  if (number) return extension === undefined ? number : { ...number, extension };
  const bare = digits.replace(/\D/g, '');
  if (!digits.includes('+') && bare.length > 0 && bare.length <= mostShortDigits) {
    return { kind: 'short-code', digits: bare, emergency: false };
  }
  if (bare === '') return 'not-a-number';
  return country === undefined && !digits.startsWith('+') && bare.length <= 15 ? 'no-country' : 'impossible';
}

function shortCode(compact: string, country: string | undefined): ParsedNumber | undefined {
  if (isEmergencyNumber(compact, country)) return { kind: 'short-code', digits: compact, emergency: true };
  const code = /^[*#][\d*#]*$/.test(compact) && /\d/.test(compact) && compact.replace(/\D/g, '').length <= 6;
  return code || isShortHere(compact, country) ? { kind: 'short-code', digits: compact, emergency: false } : undefined;
}

/** Few digits without a prefix call the office or a service, even where the numbering plan would allow them after the prefix. */
function isShortHere(digits: string, country: string | undefined): boolean {
  if (!/^\d+$/.test(digits)) return false;
  if (digits.length <= 4) return true;
  if (country === undefined || digits.length >= shortestWithoutTrunk) return false;
  const trunk = trunkPrefixOf(country);
  return trunk !== '' && !digits.startsWith(trunk);
}

/** The reading that a numbering plan holds for valid, else one of the right length. */
function bestReading(text: string, country: string | undefined): PhoneNumber | undefined {
  let possible: PhoneNumber | undefined;
  for (const reading of readings(text)) {
    if (country === undefined && !reading.startsWith('+')) continue;
    const number = readByPlan(reading, country);
    if (number?.valid) return number;
    // Of a few digits only a valid number is better than a short code.
    const meant =
      reading.startsWith('+') === text.startsWith('+') && reading.replace(/\D/g, '').length > mostShortDigits;
    possible ??= meant ? number : undefined;
  }
  return possible;
}

/** How the text may be meant, the likeliest first. */
function* readings(text: string): Generator<string> {
  const compact = text.startsWith('+') ? `+${text.replace(/\D/g, '')}` : text.replace(/\D/g, '');
  yield compact;
  // The trunk prefix in brackets, which nobody abroad dials.
  const bracketed = /^\s*(\+[\d\s.-]*)\(\s*0\s*\)(.*)$/.exec(text);
  if (bracketed) yield `+${`${bracketed[1]}${bracketed[2]}`.replace(/\D/g, '')}`;
  if (/^\+?00[1-9]/.test(compact)) yield compact.replace(/^\+?00/, '+');
  if (/^\+?011[1-9]/.test(compact)) yield compact.replace(/^\+?011/, '+');
  // Mexico dropped the 1 of mobile numbers in 2019; records kept it.
  if (/^(\+|00|011)?521\d{10}$/.test(compact)) yield compact.replace(/^(\+|00|011)?521/, '+52');
  // Phone systems send E.164 without its plus.
  if (/^[1-9]\d{7,14}$/.test(compact)) yield `+${compact}`;
}
