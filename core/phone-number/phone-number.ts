/** A number of the public telephone network. */
export type PhoneNumber = {
  readonly kind: 'number';
  /** `+`, calling code and national number; without the extension. */
  readonly e164: string;
  readonly callingCode: string;
  /** ISO 3166-1, where the number says which of the countries that share its calling code. */
  readonly country?: string;
  /** The significant digits, without trunk prefix. */
  readonly nationalNumber: string;
  readonly extension?: string;
  /** False when only its length is right for the numbering plan. */
  readonly valid: boolean;
};

/** What can be dialled only where it belongs: an emergency or service number, an extension of the office, a local number without area code. */
export type ShortCode = {
  readonly kind: 'short-code';
  /** As dialled: digits, `*` and `#`. Never formatted. */
  readonly digits: string;
  readonly emergency: boolean;
};

/** What is no number to call back. */
export type Unreadable = {
  readonly kind: 'unreadable';
  /** As it came, without white space around it. */
  readonly text: string;
  readonly reason: 'empty' | 'withheld' | 'address' | 'no-country' | 'impossible' | 'not-a-number';
};

/** What a text turned out to be. */
export type ParsedNumber = PhoneNumber | ShortCode | Unreadable;

/** Where the reader is: ISO 3166-1, as in RingdownOrg__c.DefaultCountry__c. */
export type NumberingCountry = { readonly country?: string | undefined };
