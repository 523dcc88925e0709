/** A number and the extension behind it. */
export type DialledText = { readonly base: string; readonly extension?: string };

// What people and systems write before an extension; a bare comma is the pause that phones dial.
const extensionWords =
  'ext(?:ension|ensión|n)?|xt?|доб(?:авочный)?|dw|durchwahl|nebenstelle|poste|anexo|interno|int|内線|分机|#|p|w';
const extensionEnd = new RegExp(
  `^(.*?\\d[).\\s]*)(?:[,;]? ?(?:;ext=|(?:${extensionWords})[.:]? ?)|[,;~]+ ?)(\\d{1,9})#?$`,
  'i'
);
const fewestBaseDigits = 5;

/** Takes `ext. 12`, `x12`, `#12`, `;ext=12`, `,12` and their like off the end. */
export function splitExtension(text: string): DialledText {
  const found = extensionEnd.exec(text);
  const [, base = '', extension] = found ?? [];
  if (extension === undefined || base.replace(/\D/g, '').length < fewestBaseDigits) return { base: text };
  return { base: base.trim(), extension };
}

const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** The text with letters as the digits of their keys (1-800-FLOWERS); undefined when it is no number with or without letters. */
export function toDigitsOfKeypad(text: string): string | undefined {
  // A remark behind the number: (home), (office), (Ann).
  const said = text.replace(/ ?\([^\d()]*\)$/, '').replace(/^([^+\d(]{0,12}[:.] ?)(?=[+\d(])/, '');
  if (/^[\s+\d().,/\\-]+$/.test(said)) return said;
  // Letters come after the digits that lead there, and only those of a keypad.
  if (!/^\+?[\d().\s-]*\d[\d().\s-]*[a-z][a-z\d\s-]*$/i.test(said)) return undefined;
  const digits = said.replace(/[a-z]/gi, (letter) =>
    String(keypad.findIndex((key) => key.includes(letter.toLowerCase())) + 2)
  );
  const count = said.replace(/[^a-z\d]/gi, '').length;
  const leading = /^[^a-z]*/i.exec(said)?.[0].replace(/\D/g, '').length ?? 0;
  return leading >= 3 && count >= 7 ? digits : undefined;
}
