import { parsePhoneNumber } from '../../core/phone-number/parse-phone-number';

/** Where a page stands, for numbers without a country. */
export type NumberPlace = {
  /** ISO 3166. */
  readonly country?: string | undefined;
  /** As `+1`: what is known of the country where it has no name. */
  readonly dialCode?: string | undefined;
};

/** What is dialled for a text: E.164, or a short code as it is. An extension is the rep's to send once somebody answers. */
export function dialledOf(text: string, { country, dialCode }: NumberPlace): string | undefined {
  const read = parsePhoneNumber(text, { country });
  switch (read.kind) {
    case 'number':
      return read.e164;
    case 'short-code':
      return read.digits;
    case 'unreadable':
      return read.reason === 'no-country' && isDialCode(dialCode) ? dialledOf(`${dialCode} ${text}`, {}) : undefined;
    default:
      return read satisfies never;
  }
}

const isDialCode = (text: string | undefined): text is string => text !== undefined && /^\+[1-9]\d{0,3}$/.test(text);
