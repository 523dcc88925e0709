/** A label with its numbered places filled: `{0}` takes the first value. A place without a value stays as it is. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

/** The text, or its beginning and an ellipsis where it has more UTF-16 units; no character is cut in two. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const beginning = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${beginning.trimEnd()}…`;
}
