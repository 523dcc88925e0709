import { formatByPlan, knownCountry } from './numbering-library';
import { type NumberingCountry, type ParsedNumber, type PhoneNumber } from './phone-number';

/**
 * How a number is shown or dialled. `national` is the way its own country writes it, and international for a reader elsewhere.
 * Whatever is no public number comes back as it was: nobody reformats an emergency number.
 */
export function formatPhoneNumber(
  number: ParsedNumber,
  style: 'national' | 'international' | 'e164',
  { country }: NumberingCountry = {}
): string {
  if (number.kind === 'short-code') return number.digits;
  if (number.kind === 'unreadable') return number.text;
  if (style === 'e164') return number.e164;
  const readerAbroad = country !== undefined && knownCountry(country) !== number.country;
  return withExtension(
    number,
    style === 'national' && !readerAbroad && isFormattable(number) ? 'NATIONAL' : 'INTERNATIONAL'
  );
}

function withExtension(number: PhoneNumber, style: 'NATIONAL' | 'INTERNATIONAL'): string {
  const text = formatByPlan(number, style);
  return number.extension === undefined ? text : `${text} ext. ${number.extension}`;
}

/** A number of no country has no national form. */
function isFormattable(number: PhoneNumber): boolean {
  return number.country !== undefined;
}
