import { createHash } from 'node:crypto';

/** DeveloperName of a custom metadata record holds 40 characters; this leaves room for a prefix. */
const longest = 30;

/**
 * A developer name made of any text: `caller-is-contact` becomes `CallerIsContact`. What has no spelling in it, or is cut off, is
 * replaced by a few characters of the text's SHA-256, so that different texts keep different names.
 */
export function recordName(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  const plain = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const isWhole = /^[A-Za-z0-9 _-]+$/.test(text) && plain.length <= longest && /^[A-Za-z]/.test(plain);
  if (isWhole) return plain;
  const start = plain.replace(/^[0-9]+/, '').slice(0, longest - 9);
  return `${start === '' ? 'R' : start}_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
