import parse, {
  type CountryCode,
  isSupportedCountry,
  Metadata,
  type PhoneNumber as LibraryNumber
} from 'libphonenumber-js/core';
import { numberingPlans } from './numbering-plans';
import { type PhoneNumber } from './phone-number';

/** The number that a numbering plan makes of the text; a text without `+` is read as dialled in the country. */
export function readByPlan(text: string, country: string | undefined): PhoneNumber | undefined {
  const read = libraryNumber(text, country);
  const found = read?.isValid() ? read : stable(read);
  if (!found?.isPossible()) return undefined;
  return {
    kind: 'number',
    e164: found.number,
    callingCode: found.countryCallingCode,
    ...(found.country === undefined ? {} : { country: found.country }),
    nationalNumber: found.nationalNumber,
    valid: found.isValid()
  };
}

/** The number as its own country writes it, or as everybody else does. */
export function formatByPlan({ e164 }: PhoneNumber, style: 'NATIONAL' | 'INTERNATIONAL'): string {
  return libraryNumber(e164, undefined)?.format(style) ?? e164;
}

/** The country by the library's name for it, when it knows the country. */
export function knownCountry(country: string | undefined): string | undefined {
  const code = country?.trim().toUpperCase();
  return code !== undefined && isSupportedCountry(code as CountryCode, numberingPlans) ? code : undefined;
}

/** What is dialled before a national number in its country: mostly 0, nothing in many. */
export function trunkPrefixOf(country: string): string {
  const plans = new Metadata(numberingPlans);
  plans.selectNumberingPlan(country as CountryCode);
  // The library's types leave this method of its numbering plans out.
  return (plans.numberingPlan as unknown as { nationalPrefix(): string | undefined }).nationalPrefix() ?? '';
}

/** A doubtful number as everyone else would read it; none when nobody would read the same again. */
function stable(doubtful: LibraryNumber | undefined): LibraryNumber | undefined {
  const written = doubtful?.format('INTERNATIONAL');
  const again = written === undefined ? undefined : libraryNumber(written, undefined);
  return again?.number === doubtful?.number ? again : undefined;
}

function libraryNumber(text: string, country: string | undefined): LibraryNumber | undefined {
  return parse(text, { defaultCountry: country as CountryCode | undefined, extract: false }, numberingPlans);
}
