const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form of a 15- or 18-character id; the three added characters say which of the others are capital letters. */
export function longId(id: string): string {
  const short = id.slice(0, 15);
  const checksum = [0, 5, 10].map((start) => {
    const bits = [0, 1, 2, 3, 4].filter((bit) => /[A-Z]/.test(short.charAt(start + bit)));
    return alphabet.charAt(bits.reduce((sum, bit) => sum + 2 ** bit, 0));
  });
  return short + checksum.join('');
}

/** Whether it has 15 characters, or 18 whose checksum fits the first 15. */
export function isSoundId(id: string): boolean {
  return /^[A-Za-z0-9]+$/.test(id) && (id.length === 15 || (id.length === 18 && longId(id) === id));
}
