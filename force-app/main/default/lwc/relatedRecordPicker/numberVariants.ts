import { parsePhoneNumber, phoneNumberVariants } from 'c/phoneNumbers';

/** The spellings in which an org may hold the number that was typed; none when it is no phone number. */
export function numberVariants(text: string, country?: string): readonly string[] {
  if (!/^[\s+\d().,/x#*-]+$/i.test(text)) return [];
  const number = parsePhoneNumber(text, { country });
  return number.kind === 'number' ? phoneNumberVariants(number) : [];
}
