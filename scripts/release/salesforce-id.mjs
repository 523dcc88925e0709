const checksumLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The id with its checksum, when it is one of this kind with 15 characters, or with 18 and the right checksum; undefined otherwise. */
export function salesforceId(text, prefix) {
  const given = String(text ?? '');
  if (!/^[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?$/.test(given) || !given.startsWith(prefix)) return undefined;
  const long = `${given.slice(0, 15)}${checksumOf(given)}`;
  return given.length === 15 || given === long ? long : undefined;
}

/** Each block of five characters gives one letter that says which of them are capitals. */
function checksumOf(id) {
  return [0, 5, 10]
    .map((start) => {
      const flags = [...id.slice(start, start + 5)].map((letter, bit) => (/[A-Z]/.test(letter) ? 1 << bit : 0));
      return checksumLetters[flags.reduce((sum, flag) => sum + flag, 0)];
    })
    .join('');
}
