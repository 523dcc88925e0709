import { formatPhoneNumber, parsePhoneNumber, phoneNumberVariants } from 'c/phoneNumbers';

describe('c-phone-numbers', () => {
  it('reads, writes and searches a number as the core does', () => {
    const number = parsePhoneNumber('030 901820', { country: 'DE' });
    if (number.kind !== 'number') throw new Error(number.kind);
    expect(number.e164).toBe('+4930901820');
    expect(formatPhoneNumber(number, 'national', { country: 'DE' })).toBe('030 901820');
    expect(phoneNumberVariants(number)).toContain('030901820');
  });
});
