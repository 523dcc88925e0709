import type { PersonStep } from '../../config/resolved-config/call-center';

/** A step in a vendor's own console as people read it: where, what, and every value to set. */
export function describePersonStep({ where, title, values }: PersonStep): readonly string[] {
  return [title, `  ${where}`, ...values.map(({ label, value }) => `  ${label}: ${value}`)];
}
