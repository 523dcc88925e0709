const checksumLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The 18 characters of an id of 15: each block of five gives one letter that says which of them are capitals. */
export function withChecksum(id: string): string {
  const bare = id.slice(0, 15);
  const letters = [0, 5, 10].map((start) => {
    const capitals = [...bare.slice(start, start + 5)].map((letter, bit) => (/[A-Z]/.test(letter) ? 1 << bit : 0));
    return checksumLetters[capitals.reduce((sum, bit) => sum + bit, 0)];
  });
  return bare + letters.join('');
}

/** Whether the text is an id of 15 characters, or of 18 with the right checksum in either case. */
export const isSalesforceId = (text: string): boolean =>
  /^[a-zA-Z0-9]{15}$/.test(text) || (/^[a-zA-Z0-9]{18}$/.test(text) && withRightCase(text) !== undefined);

/** An id as the org writes it, 18 characters; undefined for what is no id. */
export const canonicalId = (text: string): string | undefined =>
  /^[a-zA-Z0-9]{15}$/.test(text)
    ? withChecksum(text)
    : /^[a-zA-Z0-9]{18}$/.test(text)
      ? withRightCase(text)
      : undefined;

/** The id that the counter stands for: the key prefix, the pod, and the number in base 62. */
export function numberedId(keyPrefix: string, number: number): string {
  let rest = '';
  for (let left = number; rest.length < 7; left = Math.floor(left / 62)) rest = `${digits[left % 62]}${rest}`;
  return withChecksum(`${keyPrefix}5g000${rest}`);
}

/** The checksum tells the case of the letters, so that a client which folds case still names the record. */
function withRightCase(id: string): string | undefined {
  const flags = [...id.slice(15).toUpperCase()].map((letter) => checksumLetters.indexOf(letter));
  if (flags.includes(-1)) return undefined;
  const cased = [...id.slice(0, 15)].map((letter, place) =>
    ((flags[Math.floor(place / 5)] ?? 0) >> (place % 5)) & 1 ? letter.toUpperCase() : letter.toLowerCase()
  );
  const right = withChecksum(cased.join(''));
  return right.slice(15) === id.slice(15).toUpperCase() ? right : undefined;
}
