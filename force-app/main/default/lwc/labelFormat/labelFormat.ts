/** A label with its numbered places filled: `{0}` takes the first value. A place without a value stays as it is. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
