import { fill, shorten } from 'c/labelFormat';

describe('c-label-format', () => {
  it('fills each place with its value, as often as it stands there', () => {
    expect(fill('{1} of {0}, {1}', 'ten', 3)).toBe('3 of ten, 3');
  });

  it('leaves a place without a value', () => {
    expect(fill('{0} and {1}', 'one')).toBe('one and {1}');
  });

  it('puts values in as they are', () => {
    expect(fill('{0}', '$& {1}')).toBe('$& {1}');
  });

  it('shortens a text to so many units, and cuts no character in two', () => {
    expect(shorten('12345', 5)).toBe('12345');
    expect(shorten('123 56', 5)).toBe('123…');
    expect(shorten('123😀56', 5)).toBe('123…');
  });
});
