import { formatByPlan, trunkPrefixOf } from './numbering-library';
import { type ParsedNumber, type PhoneNumber } from './phone-number';

/**
 * The ways in which a record may hold the number, for a search: E.164 first, then with other international prefixes, national with
 * and without trunk prefix, as digits and as written. Each once. A short code has one; what is unreadable has none.
 */
export function phoneNumberVariants(number: ParsedNumber): string[] {
  if (number.kind === 'unreadable') return [];
  if (number.kind === 'short-code') return [number.digits];
  const { e164, nationalNumber, callingCode } = number;
  const digits = e164.slice(1);
  const international = formatByPlan(number, 'INTERNATIONAL');
  const national = formatByPlan(number, 'NATIONAL');
  const trunk = number.country === undefined ? '' : trunkPrefixOf(number.country);
  const found = [
    e164,
    digits,
    `00${digits}`,
    `011${digits}`,
    national.replace(/\D/g, ''),
    nationalNumber,
    `${trunk}${nationalNumber}`,
    international,
    national,
    // Written everywhere, correct nowhere.
    ...(trunk === '0' ? [international.replace(`+${callingCode} `, `+${callingCode} (0)`)] : []),
    ...(callingCode === '1' ? northAmerican(nationalNumber) : []),
    ...formerly(number)
  ];
  return [...new Set(found)];
}

function northAmerican(number: string): readonly string[] {
  const [area, exchange, line] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
  return [`${area}-${exchange}-${line}`, `${area}.${exchange}.${line}`, `1-${area}-${exchange}-${line}`];
}

/** What records still hold from before a numbering plan changed, or with the digits that only callers from abroad dial. */
function formerly({ callingCode, nationalNumber }: PhoneNumber): readonly string[] {
  if (callingCode === '52') return [`+521${nationalNumber}`, `521${nationalNumber}`];
  if (callingCode === '54' && nationalNumber.startsWith('9'))
    return [`+54${nationalNumber.slice(1)}`, nationalNumber.slice(1)];
  return [];
}
